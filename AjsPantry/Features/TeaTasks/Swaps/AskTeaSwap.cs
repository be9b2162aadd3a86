using AjsPantry.Features.Notices;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>The person asks somebody, or everybody of the floor, to take a duty over. Until then it stays theirs.</summary>
public static class AskTeaSwap
{
    /// <summary>What a form says instead of a person when everybody is asked.</summary>
    public const string Everybody = "floor";

    public sealed record Input
    {
        /// <summary><see cref="Everybody"/>, a person's id, or duty: and the id of a duty to have in return.</summary>
        public string? Of { get; set; } = Everybody;

        public string? Words { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Of).NotEmpty().WithMessage("Choose whom to ask.");
            RuleFor(input => input.Words).Must(typed => InputParser.Text(typed).Length <= TeaSwap.LongestWords)
                .WithMessage($"Use {TeaSwap.LongestWords} characters at most.");
        }
    }

    private static readonly FieldMessage Gone = new(nameof(Input.Of), "That choice is no longer possible. Choose another.");

    public sealed class Handler(PantryDb db, DutyDesk desk, Notify notify, Scope scope)
    {
        /// <returns>Null when the floor has no such duty of the person's.</returns>
        public async Task<Outcome<TeaSwap>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ViewTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            if (await desk.FindAsync(floorId, id, cancellationToken) is not { } duty || duty.MemberId != scope.Actor.Id)
                return null;
            var today = scope.Today;
            if (!TeaStates.MayMove(duty.State, duty.Date, today))
                return DutyDesk.TooLate;
            if (!desk.IsToCome(duty))
                return new FieldMessage("", "This tea is over, so nobody can take it over. Mark it as done or missed.");
            var (asked, inReturn) = await WhomAsync(duty, input.Of, cancellationToken);
            if (input.Of != Everybody && asked is null)
                return Gone;
            if (inReturn is not null
                && !(TeaStates.MayMove(inReturn.State, inReturn.Date, today) && desk.IsToCome(inReturn)))
                return Gone;
            if (asked is { } member && await desk.WhyNotAsync(duty, member, cancellationToken) is { } problem)
                return new FieldMessage(nameof(Input.Of), problem);
            if (inReturn is not null && await desk.WhyNotAsync(inReturn, scope.Actor.Id, cancellationToken) is not null)
                return new FieldMessage(
                    nameof(Input.Of), "You cannot make that tea in return: you are away, or you already make it. Choose another.");
            var words = InputParser.Text(input.Words);
            var swap =
                new TeaSwap
                {
                    FloorId = floorId,
                    DutyId = duty.Id,
                    AskedById = scope.Actor.Id,
                    AskedOfId = asked,
                    ReturnId = inReturn?.Id,
                    Words = words == "" ? null : words,
                    CreatedAt = scope.Now
                };
            db.TeaSwaps.Add(swap);
            await TellAsync(swap, duty, inReturn, cancellationToken);
            return await desk.CommitAsync(turn, cancellationToken) ? swap
                : new FieldMessage(nameof(Input.Of), "You have already asked. Withdraw that question first.");
        }

        private async Task<(Guid? Asked, TeaDuty? InReturn)> WhomAsync(TeaDuty duty, string? of, CancellationToken cancellationToken)
        {
            if (Guid.TryParse(of, out var person) && person != scope.Actor.Id)
                return (person, null);
            if (of?.Split(':') is not ["duty", var typed] || !Guid.TryParse(typed, out var id))
                return (null, null);
            var inReturn = await desk.FindAsync(duty.FloorId, id, cancellationToken);
            return inReturn?.MemberId is { } holder && holder != scope.Actor.Id ? (holder, inReturn) : (null, null);
        }

        private async Task TellAsync(TeaSwap swap, TeaDuty duty, TeaDuty? inReturn, CancellationToken cancellationToken)
        {
            List<Guid> people = swap.AskedOfId is { } one ? [one] : await desk.WhoCanTakeAsync(duty, cancellationToken);
            var offer = inReturn is null ? "" : $"In return for yours of {desk.Words(inReturn)}. ";
            var title = $"{scope.ActorName} asks: can you make tea on {desk.Words(duty)}?";
            var news = new NoticeDraft(
                NoticeKind.Swap, TeaNotice.Swap(swap), title, offer + (swap.Words ?? "Open it to answer."), $"/tea/swap/{swap.Id}");
            await notify.TellAsync(news, people, cancellationToken);
        }
    }
}
