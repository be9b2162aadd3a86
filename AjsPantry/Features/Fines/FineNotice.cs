using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Tells whom a fine concerns: the person, or those who lived in the room when it was fined. The callers save.</summary>
public sealed class FineNotice(PantryDb db, Notify notify, Scope scope)
{
    private Formats Formats => scope.Tenant.Formats;

    public Task FinedAsync(Fine fine, CancellationToken cancellationToken) =>
        TellAsync(new(fine.Id, "recorded"), fine, $"{Whose(fine)} {Formats.Money(fine.Amount)}", fine.Reason, cancellationToken);

    public async Task SettledAsync(Fine fine, string by, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(fine.Id, "reopened", cancellationToken);
        await TellAsync(new(fine.Id, "settled", $"{fine.SettledAt!.Value.Ticks}"), fine,
            $"The fine of {Formats.Money(fine.Amount)} is {fine.State.Chip().Word.ToLowerInvariant()}",
            fine.SettledWith is { } word ? $"{by}: {word}" : $"{fine.Reason}. Settled by {by}.", cancellationToken);
    }

    /// <param name="at">Now; the fine itself does not keep when it was opened again.</param>
    public async Task ReopenedAsync(Fine fine, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(fine.Id, "settled", cancellationToken);
        await TellAsync(new(fine.Id, "reopened", $"{at.Ticks}"), fine, $"The fine of {Formats.Money(fine.Amount)} was reopened", reason,
            cancellationToken);
    }

    private async Task TellAsync(Subject about, Fine fine, string title, string text, CancellationToken cancellationToken)
    {
        var stays = db.Set<RoomStay>();
        // Who fines sees the floor's only: a head who has moved is not sent to a page that is not theirs.
        var people = await db.Members
            .Where(member => member.Id == fine.MemberId
                || stays.Any(stay => stay.RoomId == fine.RoomId && stay.MemberId == member.Id && stay.Since <= fine.RecordedAt
                    && (stay.Until == null || stay.Until > fine.RecordedAt)))
            .Where(member => member.FloorId == fine.FloorId || member.Role == Role.Member || member.Role == Role.TeaManager)
                .Select(member => member.Id).ToListAsync(cancellationToken);
        await notify.TellAsync(new(NoticeKind.Fine, about, title, text, $"/fines/{fine.Id}"), people, cancellationToken);
    }

    private string Whose(Fine fine) => fine.RoomId is null ? "You got a fine of" : $"Your {scope.Tenant.Room} got a fine of";
}
