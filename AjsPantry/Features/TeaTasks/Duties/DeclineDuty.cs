using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>The person says why they cannot make the tea. The place is open then, and those who manage tea are told.</summary>
public static class DeclineDuty
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason.", TeaDuty.LongestReason);

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        /// <returns>Null when the floor has no such duty of the person's.</returns>
        public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty || duty.MemberId != scope.Actor.Id)
                return null;
            if (!desk.MayMove(duty))
                return DutyDesk.TooLate;
            scope.Reason = InputParser.Text(input.Reason);
            var next = await desk.PassOnAsync(
                duty, TeaState.Cancelled, scope.Reason, null, $"{duty.Member!.Name} cannot make it.", cancellationToken);
            var title = $"Nobody makes tea on {desk.Words(duty)}";
            var text = $"{duty.Member.Name} cannot: {scope.Reason} Give it to somebody else.";
            await desk.TellAsync(next, "open", title, text, await desk.ManagersAsync(floorId, cancellationToken), cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? next : DutyDesk.TooLate;
        }
    }
}
