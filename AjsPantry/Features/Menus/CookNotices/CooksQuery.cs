using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>Who cooks a meal, and whether the news has reached them.</summary>
public sealed class CooksQuery(PantryDb db, MailOutbox outbox, TimeProvider clock)
{
    /// <summary>The floor's active people who cook a meal: those of its room, or the one who cooks alone.</summary>
    public IQueryable<Member> Of(Guid floorId, Guid? roomId, Guid? memberId)
    {
        var stays = db.PresentStays;
        return db.Members.OnFloor(floorId)
            .Where(member => member.Id == memberId || stays.Any(stay => stay.RoomId == roomId && stay.MemberId == member.Id));
    }

    public async Task<IReadOnlyList<Cook>> ReadAsync(Guid floorId, MenuView menu, CancellationToken cancellationToken)
    {
        var mails = db.OutboxMails;
        var now = clock.GetUtcNow();
        var notices = NotifiedMeal.Notices(db, menu.Id);
        var cooks = await Of(floorId, menu.RoomId, menu.MemberId).AsNoTracking()
            .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
            .Select(member => new
            {
                member.Id,
                member.Name,
                HasMail = member.Email != null,
                // The last news of it counts; what was told before it is old.
                Notice = notices.Where(notice => notice.MemberId == member.Id).OrderByDescending(notice => notice.CreatedAt)
                    .ThenByDescending(notice => notice.Id)
                    .Select(notice => new
                    {
                        notice.CreatedAt,
                        notice.ReadAt,
                        Mail = mails.Where(mail => mail.NoticeId == notice.Id)
                            .Select(mail => new MailFate(mail.SentAt, mail.Attempts, mail.ExpiresAt)).FirstOrDefault()
                    })
                    .FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return [.. cooks.Select(cook =>
            new Cook(cook.Id, cook.Name, cook.HasMail, cook.Notice?.CreatedAt, cook.Notice?.ReadAt,
                cook.Notice?.Mail?.State(now, outbox.IsOn)))];
    }
}

/// <summary>One of those who cook a meal.</summary>
/// <param name="ToldAt">When they were last told of the meal; null while they were not.</param>
/// <param name="ReadAt">When they read it in their inbox; <see cref="Notice.NeverShown"/> for those who want it by mail alone.</param>
/// <param name="Mail">What became of the mail; null when none was written.</param>
public sealed record Cook(Guid Id, string Name, bool HasMail, DateTimeOffset? ToldAt, DateTimeOffset? ReadAt, MailState? Mail)
{
    public bool HasRead => ReadAt is { } read && read != Notice.NeverShown;

    /// <summary>How far the news has come, as a chip: its word, its colour and its icon.</summary>
    public (string Word, string Colour, string Icon) Chip => this switch
    {
        { ToldAt: null } => ("Not sent", "wait", "hourglass-split"),
        { HasRead: true } => ("Read", "ok", "check-circle-fill"),
        { Mail: MailState.Sent } => ("Email sent", "ok", "send"),
        { Mail: MailState.Waiting } => ("Email on its way", "", "send"),
        { Mail: MailState.GivenUp } => ("Email not delivered", "bad", "exclamation-circle"),
        _ => ("In the inbox", "", "inbox"),
    };
}
