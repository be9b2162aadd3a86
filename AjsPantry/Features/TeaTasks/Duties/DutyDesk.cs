using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>
/// What every act on a duty needs: finding it, ending it with all that hangs on it, and telling people. Callers hold the lock and save.
/// </summary>
public sealed class DutyDesk(PantryDb db, TeaTakersQuery takers, Notify notify, Scope scope)
{
    public DateTimeOffset Now => scope.Now;

    /// <inheritdoc cref="TeaStates.MayMove"/>
    public bool MayMove(TeaDuty duty) => TeaStates.MayMove(duty.State, duty.Date, scope.Today);

    /// <summary>The tea of a duty is still to be made, on the tenant's clock.</summary>
    public bool IsToCome(TeaDuty duty) => TeaStates.IsToCome(duty.Date, duty.Slot!.At, scope.LocalNow.DateTime);

    /// <summary>Thu 17 Dec, Morning; with the year where it is not the tenant's present one.</summary>
    public string Words(TeaDuty duty) => $"{Formats.Day(duty.Date, scope.Today.Year)}, {duty.Slot!.Name}";

    /// <returns>Null when the floor has no such duty.</returns>
    public Task<TeaDuty?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.TeaDuties.Include(duty => duty.Slot).Include(duty => duty.Member)
            .SingleOrDefaultAsync(duty => duty.FloorId == floorId && duty.Id == id, cancellationToken);

    /// <summary>Ends a duty, and makes the one that takes its place. What was asked or reminded of it is taken back.</summary>
    /// <param name="to">Null when nobody has it from now on.</param>
    public async Task<TeaDuty> PassOnAsync(
        TeaDuty duty, TeaState end, string? reason, Guid? to, string why, CancellationToken cancellationToken)
    {
        var next = duty.PassOn(end, reason, to, why, Now);
        db.TeaDuties.Add(next);
        await ReleaseAsync(duty, cancellationToken);
        return next;
    }

    /// <summary>Lapses open questions about a duty and takes back what people were told of it and have not read.</summary>
    public Task ReleaseAsync(TeaDuty duty, CancellationToken cancellationToken) => ReleaseAsync([duty], cancellationToken);

    /// <summary>The same for several at once.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<TeaDuty> duties, CancellationToken cancellationToken)
    {
        var ids = duties.Select(duty => duty.Id).ToArray();
        var open = await db.TeaSwaps
            .Where(swap => swap.State == SwapState.Asked
                && (ids.Contains(swap.DutyId) || (swap.ReturnId != null && ids.Contains(swap.ReturnId.Value))))
            .ToListAsync(cancellationToken);
        foreach (var swap in open.Where(swap => swap.State == SwapState.Asked))
        {
            swap.Close(SwapState.Lapsed, null, Now);
            await notify.WithdrawAsync(TeaNotice.Swap(swap), cancellationToken);
        }

        await notify.WithdrawAsync(ids, cancellationToken);
    }

    /// <summary>Why a person cannot make that tea; null when they can.</summary>
    public async Task<string?> WhyNotAsync(TeaDuty duty, Guid memberId, CancellationToken cancellationToken) =>
        (await takers.ReadAsync(duty.FloorId, duty.Date, duty.Date, cancellationToken))
        .WhyNot(duty.SlotId, duty.Date, memberId, duty.Id);

    /// <summary>Those of a floor's duties that a person can make.</summary>
    public async Task<HashSet<Guid>> WhichCanAsync(
        IReadOnlyList<TeaDuty> duties, Guid memberId, CancellationToken cancellationToken)
    {
        var floor = duties[0].FloorId;
        var can = await takers.ReadAsync(floor, duties.Min(duty => duty.Date), duties.Max(duty => duty.Date), cancellationToken);
        return [.. duties.Where(duty => duty.FloorId == floor && can.WhyNot(duty.SlotId, duty.Date, memberId) is null)
            .Select(duty => duty.Id)];
    }

    /// <summary>Everybody of the floor who could make that tea.</summary>
    public async Task<List<Guid>> WhoCanTakeAsync(TeaDuty duty, CancellationToken cancellationToken) =>
        (await takers.ReadAsync(duty.FloorId, duty.Date, duty.Date, cancellationToken)).Of(duty);

    /// <summary>Tells people something about a duty.</summary>
    /// <param name="step">What happened to it, such as given.</param>
    /// <param name="occasion">Which time, where that can happen again.</param>
    public async Task TellAsync(
        TeaDuty duty, string step, string title, string text, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken,
        string occasion = "")
    {
        await notify.TellAsync(TeaNotice.Of(duty, step, title, text, occasion), people, cancellationToken);
    }

    /// <summary>Those who see to it that every tea has somebody.</summary>
    public Task<List<Guid>> ManagersAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Members.OnFloor(floorId).Where(member => member.Role == Role.TeaManager || member.Role == Role.PantryHead)
            .Select(member => member.Id).ToListAsync(cancellationToken);

    /// <summary>Saves and ends the transaction. Whoever was quicker wins; the caller's message says so.</summary>
    public async Task<bool> CommitAsync(
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction turn, CancellationToken cancellationToken)
    {
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, TeaDuty.PlaceIndex, TeaDuty.MemberIndex))
            return false;
        await turn.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The message of a lost race, and of an act whose time has passed.</summary>
    public static readonly FieldMessage TooLate = new(
        "", "Someone else changed this tea in the meantime. Open it again to see the latest.");
}

internal static class TeaNotice
{
    public static NoticeDraft Of(TeaDuty duty, string step, string title, string text, string occasion = "") =>
        new(NoticeKind.Tea, new(duty.Id, step, occasion), title, text, $"/tea/duty/{duty.Id}");

    /// <summary>News of a swap is news of the duty, and is taken back together with all other.</summary>
    public static Subject Swap(TeaSwap swap) => new(swap.DutyId, "swap", $"{swap.Id}");
}
