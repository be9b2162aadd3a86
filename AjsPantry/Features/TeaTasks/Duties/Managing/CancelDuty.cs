using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>Says that a tea is not made. It counts for nobody, and stays in the books with its reason.</summary>
public static class CancelDuty
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason.", TeaDuty.LongestReason);

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        /// <returns>Null when the floor has no such duty. One that is cancelled already stays as it is.</returns>
        public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty)
                return null;
            // A tea that somebody else was given, or that is open now, ended as cancelled too; but it is still to be made.
            if (duty.State == TeaState.Cancelled && !await db.TeaDuties.AnyAsync(next => next.FollowsId == duty.Id, cancellationToken))
                return duty;
            if (!desk.MayMove(duty))
                return DutyDesk.TooLate;
            scope.Reason = InputParser.Text(input.Reason);
            duty.End(TeaState.Cancelled, scope.Reason, scope.Now);
            await desk.ReleaseAsync(duty, cancellationToken);
            if (duty.MemberId is { } member)
            {
                var title = $"No tea on {desk.Words(duty)}";
                await desk.TellAsync(duty, "cancelled", title, $"{scope.ActorName}: {scope.Reason}", [member], cancellationToken);
            }

            return await desk.CommitAsync(turn, cancellationToken) ? duty : DutyDesk.TooLate;
        }
    }
}
