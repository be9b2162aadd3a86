using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>Gives a duty to somebody else, or an open one to somebody.</summary>
public static class ReassignDuty
{
    public sealed record Input : ReasonInput
    {
        public string? Person { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Person).NotEmpty().WithMessage("Choose who makes it.");
            RuleFor(input => input.Reason).Words("Write the reason. Everybody can read it.", TeaDuty.LongestReason - 100);
        }
    }

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        /// <returns>Null when the floor has no such duty.</returns>
        public async Task<Outcome<TeaDuty>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty)
                return null;
            if (!desk.MayMove(duty))
                return DutyDesk.TooLate;
            if (!Guid.TryParse(input.Person, out var to))
                return new FieldMessage(nameof(Input.Person), TeaTakers.Gone);
            if (to == duty.MemberId)
                return new FieldMessage(nameof(Input.Person), TeaTakers.Makes);
            if (await desk.WhyNotAsync(duty, to, cancellationToken) is { } problem)
                return new FieldMessage(nameof(Input.Person), problem);
            scope.Reason = InputParser.Text(input.Reason);
            var next = await desk.PassOnAsync(
                duty, TeaState.Cancelled, scope.Reason, to, $"Given by {scope.ActorName}: {scope.Reason}", cancellationToken);
            var when = desk.Words(duty);
            await desk.TellAsync(
                next, "given", $"You make tea on {when}", $"{scope.ActorName} gave it to you: {scope.Reason}", [to], cancellationToken);
            if (duty.MemberId is { } from)
                await desk.TellAsync(duty, "gone", $"Somebody else makes tea on {when}",
                    $"{scope.ActorName} gave it to somebody else: {scope.Reason}", [from], cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? next : DutyDesk.TooLate;
        }
    }
}
