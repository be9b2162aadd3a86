using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>Takes back what was said of a duty: whoever said it, until somebody else agreed, or whoever manages tea.</summary>
public sealed class UnmarkDuty(PantryDb db, DutyDesk desk, Scope scope)
{
    /// <returns>Null when the floor has no such duty, or its mark is not the person's to take back; the duty as it is when it has
    /// none.</returns>
    public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewTea);
        await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
        var person = scope.Actor;
        if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty)
            return null;
        if (!duty.State.IsMarked())
            return duty.State.IsLive() ? duty : DutyDesk.TooLate;
        // Whoever manages tea cannot make good what somebody else said of their own.
        if (duty.MarkedById != person.Id && scope.Refusal(OwnThing.Tea, duty.MemberId) is { } own)
            return own;
        if (!person.May(Permission.ManageTea) && !TeaStates.MayUnmarkOwn(duty.MarkedById, duty.ConfirmedById, person.Id))
            return null;
        var before = duty.MarkedById;
        var wasMissed = duty.State == TeaState.Missed;
        var isPast = duty.Date < scope.Today;
        duty.State = isPast ? TeaState.NotConfirmed : duty.AcceptedAt is null ? TeaState.Planned : TeaState.Accepted;
        duty.Reason = null;
        duty.MarkedAt = null;
        duty.MarkedById = null;
        duty.ConfirmedAt = null;
        duty.ConfirmedById = null;
        await desk.ReleaseAsync(duty, cancellationToken);
        var title = $"Your tea of {desk.Words(duty)} is no longer marked";
        var text = $"{person.Name} removed the mark “{(wasMissed ? "missed" : "made")}”.";
        await desk.TellAsync(duty, "unmarked", title, text, [duty.MemberId!.Value], cancellationToken, $"{before}:{duty.Version}");
        return await desk.CommitAsync(turn, cancellationToken) ? duty : DutyDesk.TooLate;
    }
}
