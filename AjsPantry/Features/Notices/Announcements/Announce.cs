using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>Announces something to a floor or to everybody, and tells them.</summary>
public sealed class Announce(PantryDb db, Scope scope, Notify notify)
{
    /// <summary>How much of it stands in inboxes; the mail has all of it.</summary>
    private const int InShort = 200;

    /// <summary>Longer than this nothing is news.</summary>
    private const int MostDays = 366;

    internal const string SubmissionIndex = "ux_announcements_submission";

    /// <summary>Announces, or answers with what the same form announced before.</summary>
    /// <param name="floor">Who is told; null for everybody.</param>
    public async Task<Outcome<Announcement>> HandleAsync(FloorView? floor, AnnouncementInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.Announce);
        var person = scope.Actor;
        var announcement = new Announcement
        {
            SubmissionId = input.SubmissionId,
            FloorId = floor?.Id,
            Title = InputParser.Text(input.Title),
            Text = AnnouncementInput.Lines(input.Text),
            Pinned = input.Pinned,
            Until = InputParser.Day(input.Until)!.Value,
            CreatedById = person.Id,
            CreatedAt = scope.Now,
        };
        if (await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } before)
            return Again(before, announcement);
        if (Wrong(input, scope.Today) is { } wrong)
            return wrong;
        db.Announcements.Add(announcement);
        await TellAsync(announcement, floor, cancellationToken);
        return await SaveAsync(announcement, cancellationToken);
    }

    /// <returns>What is wrong with the day; null when nothing is.</returns>
    internal static FieldMessage? Wrong(AnnouncementInput input, DateOnly today) => InputParser.Day(input.Until) switch
    {
        { } until when until < today => new(nameof(AnnouncementInput.Until), "That day is past. Choose today or a later day."),
        { } until when until > today.AddDays(MostDays) =>
            new(nameof(AnnouncementInput.Until), "That is more than a year ahead. Choose an earlier day."),
        _ => null,
    };

    private async Task TellAsync(Announcement announcement, FloorView? floor, CancellationToken cancellationToken)
    {
        var audience = await db.Members.OnFloorOrAny(announcement.FloorId)
            .Select(member => member.Id).ToListAsync(cancellationToken);
        var isLong = announcement.Text.Length > InShort;
        var news = new NoticeDraft(
            NoticeKind.Announcement, new(announcement.Id, "announced"), announcement.Title,
            isLong ? InputParser.Cut(announcement.Text, InShort) + "…" : announcement.Text, "/announcements", floor?.Number,
            More: isLong ? announcement.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null);
        await notify.TellAsync(news, audience, cancellationToken);
    }

    private async Task<Outcome<Announcement>> SaveAsync(Announcement announcement, CancellationToken cancellationToken)
    {
        if (!await db.TrySaveAsync(cancellationToken, SubmissionIndex))
            return await SentBeforeAsync(announcement.SubmissionId, cancellationToken) is { } before ? Again(before, announcement)
                : new FieldMessage("", "This form was already used. Open a new form and copy what you typed below.");
        return announcement;
    }

    private static Outcome<Announcement> Again(Announcement made, Announcement typed) =>
        SentForm.Again(made, typed,
            announcement => (announcement.FloorId, announcement.Title, announcement.Text, announcement.Pinned, announcement.Until));

    private Task<Announcement?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        return db.Announcements.AsNoTracking()
            .SingleOrDefaultAsync(
                announcement => announcement.SubmissionId == submissionId && announcement.CreatedById == me, cancellationToken);
    }
}
