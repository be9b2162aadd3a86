using System.Linq.Expressions;
using AjsPantry.Features.Notices.Preferences;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>
/// Tells people something: in their inbox, and by mail where they have an address and want it. Whatever has news for people calls
/// this within its own unit of work, so that the news comes into being with what it is about or not at all.
/// </summary>
public sealed class Notify(PantryDb db, MailOutbox outbox, SiteAddress site, StopLinks stops, Scope scope)
{
    /// <summary>News that waits longer than this for a mail server is no news any more; it still stands in the inbox.</summary>
    private static readonly TimeSpan MailIsNewsFor = TimeSpan.FromDays(2);

    /// <summary>
    /// Adds the news to the scope's unit of work; the scope saves. Whoever acts is not told what they did, nobody is told the same
    /// twice, and nobody whose account is off is told anything.
    /// </summary>
    /// <returns>How many people are told.</returns>
    public async Task<int> TellAsync(NoticeDraft news, IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken) =>
        (await TellEachAsync(news, memberIds, cancellationToken)).Count;

    /// <inheritdoc cref="TellAsync"/>
    /// <returns>The notices, for who keeps more beside them.</returns>
    public Task<IReadOnlyList<Notice>> TellEachAsync(
        NoticeDraft news, IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken) =>
        TellAllAsync([new(news, memberIds)], cancellationToken);

    /// <summary>The same for many pieces of news at once, which takes no more reads than one.</summary>
    public async Task<IReadOnlyList<Notice>> TellAllAsync(IReadOnlyCollection<NewsFor> all, CancellationToken cancellationToken)
    {
        var tenant = scope.Tenant;
        var receivers = await ReceiversAsync([.. all.SelectMany(one => one.People).Distinct()], cancellationToken);
        var told = await ToldAsync([.. all.Select(one => one.News.About)], [.. receivers.Keys], cancellationToken);
        return [.. all
            .SelectMany(one => one.People.Where(receivers.ContainsKey).Select(id => (one.News, Id: id)))
            .Where(one => told.Add((one.News.About, one.Id)))
            .Select(one => Tell(one.News, receivers[one.Id], tenant))];
    }

    /// <summary>Somebody was told, and it was not taken back.</summary>
    public Task<bool> HasToldAsync(Subject about, CancellationToken cancellationToken) => db.Notices.AnyAsync(Is(about), cancellationToken);

    /// <summary>
    /// Takes back what nobody has read yet of one piece of news, and mail that has not left; the same can then be told anew. The scope
    /// saves.
    /// </summary>
    public Task WithdrawAsync(Subject about, CancellationToken cancellationToken) =>
        WithdrawAsync(db.Notices.Where(Is(about)), cancellationToken);

    /// <summary>The same for every occasion of a step.</summary>
    public Task WithdrawAsync(Guid subjectId, string step, CancellationToken cancellationToken) =>
        WithdrawAsync([subjectId], step, cancellationToken);

    /// <summary>The same for a step of several things.</summary>
    public Task WithdrawAsync(Guid[] subjectIds, string step, CancellationToken cancellationToken) =>
        WithdrawAsync(db.Notices.Where(notice => subjectIds.Contains(notice.SubjectId) && notice.Step == step), cancellationToken);

    /// <summary>The same for all news of a thing.</summary>
    public Task WithdrawAsync(Guid subjectId, CancellationToken cancellationToken) => WithdrawAsync([subjectId], cancellationToken);

    /// <summary>The same for all news of several things.</summary>
    public Task WithdrawAsync(Guid[] subjectIds, CancellationToken cancellationToken) =>
        WithdrawAsync(db.Notices.Where(notice => subjectIds.Contains(notice.SubjectId)), cancellationToken);

    private async Task WithdrawAsync(IQueryable<Notice> told, CancellationToken cancellationToken)
    {
        var notices = await told.ToListAsync(cancellationToken);
        if (notices.Count == 0)
            return;
        var ids = notices.ConvertAll(notice => (Guid?)notice.Id);
        var mails = await db.OutboxMails.Where(mail => ids.Contains(mail.NoticeId)).ToListAsync(cancellationToken);
        var sent = mails.Where(mail => mail.SentAt is not null).Select(mail => mail.NoticeId).ToHashSet();
        db.OutboxMails.RemoveRange(mails.Where(mail => mail.SentAt is null));
        db.Notices.RemoveRange(notices.Where(notice =>
            notice.ReadAt is null || (notice.ReadAt == Notice.NeverShown && !sent.Contains(notice.Id))));
    }

    private static Expression<Func<Notice, bool>> Is(Subject about)
    {
        var (id, step, occasion) = about;
        return notice => notice.SubjectId == id && notice.Step == step && notice.Occasion == occasion;
    }

    private async Task<Dictionary<Guid, Receiver>> ReceiversAsync(Guid[] memberIds, CancellationToken cancellationToken)
    {
        var self = scope.ActorId;
        var all = db.NoticeSettings;
        return await db.Members.AsNoTracking()
            .Where(member => memberIds.Contains(member.Id) && member.Id != self && member.DeactivatedAt == null)
            .Select(member =>
                new Receiver(member.Id, member.Name, member.Number, member.Email, member.FloorId == null,
                    all.FirstOrDefault(settings => settings.MemberId == member.Id)))
            .ToDictionaryAsync(receiver => receiver.Id, cancellationToken);
    }

    /// <summary>Who was told what already, in the database or in this unit of work, which may also have taken some of it back.</summary>
    private async Task<HashSet<(Subject About, Guid Id)>> ToldAsync(
        Subject[] subjects, Guid[] memberIds, CancellationToken cancellationToken)
    {
        var ids = subjects.Select(about => about.Id).Distinct().ToArray();
        var steps = subjects.Select(about => about.Step).Distinct().ToArray();
        var occasions = subjects.Select(about => about.Occasion).Distinct().ToArray();
        var takenBack = db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Deleted)
            .Select(entry => entry.Entity.Id).ToList();
        var kept = await db.Notices
            .Where(notice => ids.Contains(notice.SubjectId) && steps.Contains(notice.Step) && occasions.Contains(notice.Occasion))
            .Where(notice => memberIds.Contains(notice.MemberId) && !takenBack.Contains(notice.Id))
            .Select(notice => new { notice.SubjectId, notice.Step, notice.Occasion, notice.MemberId }).ToListAsync(cancellationToken);
        return
        [
            .. kept.Select(notice => (new Subject(notice.SubjectId, notice.Step, notice.Occasion), notice.MemberId)),
            .. db.Notices.Local.Select(notice => (new Subject(notice.SubjectId, notice.Step, notice.Occasion), notice.MemberId)),
        ];
    }

    private Notice Tell(NoticeDraft news, Receiver receiver, TenantView tenant)
    {
        var now = scope.Now;
        // Admins have no floor of their own: the link says which one it is about.
        var path = receiver.ChoosesFloor && news.Floor is { } floor ? QueryHelpers.AddQueryString(news.Path, "floor", $"{floor}")
            : news.Path;
        var notice = new Notice
        {
            MemberId = receiver.Id,
            Kind = news.Kind,
            SubjectId = news.About.Id,
            Step = news.About.Step,
            Occasion = news.About.Occasion,
            Title = InputParser.Cut(news.Title, Notice.LongestTitle),
            Text = InputParser.Cut(news.Text, Notice.LongestText),
            Path = path,
            CreatedAt = now,
            ReadAt = receiver.WantsInbox(news.Kind) ? null : Notice.NeverShown,
        };
        db.Notices.Add(notice);
        if (!receiver.WantsMail(news.Kind))
            return notice;
        var stop = stops.For(receiver.Id, news.Kind);
        outbox.Add(
            $"notice:{notice.Id}", receiver.Email!, Letter(news, receiver, path, stop),
            after: receiver.Settings.EndOfQuiet(now, tenant), until: now + MailIsNewsFor, stop: stop, notice: notice.Id);
        return notice;
    }

    private MailLetter Letter(NoticeDraft news, Receiver receiver, string path, string? stop) => new(
        news.Title,
        receiver.Name == "" || receiver.Name == receiver.Number ? "Hello," : $"Hello {receiver.Name},",
        [news.Text, .. news.More ?? []],
        news.LinkText,
        site.ForMail(path),
        "You can choose which emails you get, and when: open Account, then Notifications.",
        stop);

    private sealed record Receiver(Guid Id, string Name, string Number, string? Email, bool ChoosesFloor, NoticeSettings? Settings)
    {
        public bool WantsInbox(NoticeKind kind) => Settings?.NoInbox.Contains(kind.ToString()) != true;

        public bool WantsMail(NoticeKind kind) => !string.IsNullOrWhiteSpace(Email) && Settings?.NoMail.Contains(kind.ToString()) != true;
    }
}

/// <summary>What people are to be told.</summary>
/// <param name="About">The same is told to a person once.</param>
/// <param name="Title">The news in one line; also the mail's subject.</param>
/// <param name="Text">A sentence or two more.</param>
/// <param name="Path">The page it leads to, beginning with a slash; one that every receiver may open.</param>
/// <param name="Floor">The number of the floor it is about, for receivers who choose among floors.</param>
/// <param name="More">Paragraphs that only the mail has, such as a recipe.</param>
public sealed record NoticeDraft(
    NoticeKind Kind, Subject About, string Title, string Text, string Path, int? Floor = null, IReadOnlyList<string>? More = null,
    string LinkText = "Open in the pantry");

/// <param name="People">Whom it is for.</param>
public sealed record NewsFor(NoticeDraft News, IReadOnlyCollection<Guid> People);
