using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>Corrects an announcement, lets it stand longer, or brings one back that was put away. Nobody is told again.</summary>
public sealed class ChangeAnnouncement(PantryDb db, Scope scope)
{
    /// <summary>Somebody saved it since the form was filled.</summary>
    public static readonly FieldMessage Overtaken = new(
        "", "Someone else changed this announcement in the meantime. If you save, your version below replaces theirs above.");

    /// <returns>Null when the person has no such announcement to change.</returns>
    public async Task<Outcome<Announcement>?> HandleAsync(Guid id, AnnouncementInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.Announce);
        var person = scope.Actor;
        if (await AnnouncementsQuery.Mine(db, person)
            .SingleOrDefaultAsync(announcement => announcement.Id == id, cancellationToken) is not { } announcement)
            return null;
        if (announcement.Version != input.Version)
            return Overtaken;
        if (Announce.Wrong(input, scope.Today) is { } wrong)
            return wrong;
        announcement.Title = InputParser.Text(input.Title);
        announcement.Text = AnnouncementInput.Lines(input.Text);
        announcement.Until = InputParser.Day(input.Until)!.Value;
        announcement.Pinned = input.Pinned;
        announcement.ArchivedAt = null;
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed))
            return Overtaken;
        return announcement;
    }
}
