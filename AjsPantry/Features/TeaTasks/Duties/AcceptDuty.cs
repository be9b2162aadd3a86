using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>The person says that they will make the tea.</summary>
public sealed class AcceptDuty(PantryDb db, DutyDesk desk, Scope scope)
{
    /// <returns>Null when the floor has no such duty of the person's. One that is accepted already stays as it is.</returns>
    public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewTea);
        await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
        if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty || duty.MemberId != scope.Actor.Id)
            return null;
        if (duty.State == TeaState.Accepted)
            return duty;
        if (!TeaStates.MayAccept(duty.State, duty.Date, scope.Today))
            return DutyDesk.TooLate;
        duty.State = TeaState.Accepted;
        duty.AcceptedAt = scope.Now;
        return await desk.CommitAsync(turn, cancellationToken) ? duty : DutyDesk.TooLate;
    }
}
