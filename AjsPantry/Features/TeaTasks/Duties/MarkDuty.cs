using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>
/// Says what came of a duty. The person says that they made it; whoever manages tea confirms that, says that it was missed, or puts it
/// right.
/// </summary>
public static class MarkDuty
{
    public const string Done = "done";
    public const string Missed = "missed";

    public sealed record Input
    {
        /// <summary>done or missed.</summary>
        public string? Result { get; set; } = Done;

        /// <summary>Why it was missed.</summary>
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Result).Must(result => result is Done or Missed).WithMessage("Choose Done or Missed.");
            RuleFor(input => input.Reason).Words("Write what happened. The person can read it.", TeaDuty.LongestReason)
                .When(input => input.Result == Missed);
        }
    }

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        /// <returns>Null when the floor has no such duty, or the person may not say it.</returns>
        public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var person = scope.Actor;
            var manages = scope.Actor.May(Permission.ManageTea);
            if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty
                || !(manages || (duty.MemberId == person.Id && input.Result == Done)))
                return null;
            var today = scope.Today;
            if (duty.MemberId is null
                || !(manages ? TeaStates.MayMark(duty.State, duty.Date, today) : TeaStates.MayMarkOwn(duty.State, duty.Date, today)))
                return DutyDesk.TooLate;
            // What somebody else said of one's own tea, one does not put right oneself.
            if (duty.State.IsMarked() && duty.MarkedById != person.Id && scope.Refusal(OwnThing.Tea, duty.MemberId) is { } own)
                return own;
            Mark(duty, input);
            await desk.ReleaseAsync(duty, cancellationToken);
            if (duty.State == TeaState.Missed)
            {
                var title = $"Your tea of {desk.Words(duty)} is marked as missed";
                await desk.TellAsync(duty, "missed", title, $"{person.Name}: {scope.Reason}", [duty.MemberId.Value], cancellationToken);
            }

            return await desk.CommitAsync(turn, cancellationToken) ? duty : DutyDesk.TooLate;
        }

        private void Mark(TeaDuty duty, Input input)
        {
            var missed = input.Result == Missed;
            var me = scope.Actor.Id;
            scope.Reason = missed ? InputParser.Text(input.Reason) : null;
            duty.State = missed ? TeaState.Missed : TeaState.Done;
            duty.MarkedAt = scope.Now;
            duty.MarkedById = me;
            duty.Reason = scope.Reason;
            // What others say of it is confirmed with the saying; what people say of themselves waits for somebody.
            var isOwn = duty.MemberId == me;
            duty.ConfirmedAt = isOwn ? null : scope.Now;
            duty.ConfirmedById = isOwn ? null : me;
        }
    }
}
