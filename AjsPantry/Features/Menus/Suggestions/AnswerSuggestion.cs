using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>Ends a suggestion that waits without a meal: whoever plans declines it with a reason, or the person withdraws it.</summary>
public static class AnswerSuggestion
{
    public sealed record Input
    {
        /// <summary>What the person is told.</summary>
        public string? Answer { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Answer).Words("Write the reason for the person who suggested it.", MealSuggestion.LongestAnswer);
    }

    public sealed class Handler(PantryDb db, Notify notify, Scope scope)
    {
        private static readonly FieldMessage Late = new(nameof(Input.Answer), "It was answered in the meantime, or its day is over.");

        private static readonly FieldMessage Left = new(
            nameof(Input.Answer), "The person who suggested it has left, so it needs no answer.");

        /// <returns>Null when the floor has no such suggestion.</returns>
        public async Task<Outcome<MealSuggestion>?> DeclineAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            if (await db.MealSuggestions.Include(wish => wish.Member)
                .SingleOrDefaultAsync(wish => wish.FloorId == floorId && wish.Id == id, cancellationToken) is not { } wish)
                return null;
            if (wish.State == SuggestionState.Waiting && (wish.Member!.DeactivatedAt is not null || wish.Member.FloorId != floorId))
                return Left;
            var outcome = End(wish, SuggestionState.Declined);
            if (!outcome.IsDone)
                return outcome;
            await notify.WithdrawAsync(wish.Id, "asked", cancellationToken);
            wish.Answer = InputParser.Text(input.Answer);
            await notify.TellAsync(
                new(NoticeKind.Suggestion, new(wish.Id, "answered"), $"Your suggestion {wish.Dish} is declined", wish.Answer,
                    $"/menus/suggestions/{wish.Id}"), [wish.MemberId], cancellationToken);
            return await SaveAsync(wish, cancellationToken);
        }

        /// <returns>Null when it is not the scope's own.</returns>
        public async Task<Outcome<MealSuggestion>?> WithdrawAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.SuggestMeals);
            var self = scope.Actor.Id;
            if (await db.MealSuggestions.SingleOrDefaultAsync(
                wish => wish.FloorId == floorId && wish.Id == id && wish.MemberId == self, cancellationToken) is not { } wish)
                return null;
            var outcome = End(wish, SuggestionState.Withdrawn);
            if (!outcome.IsDone)
                return outcome;
            await notify.WithdrawAsync(wish.Id, "asked", cancellationToken);
            return await SaveAsync(wish, cancellationToken);
        }

        private Outcome<MealSuggestion> End(MealSuggestion wish, SuggestionState state)
        {
            if (wish.State != SuggestionState.Waiting || wish.Date < scope.Today)
                return Late;
            wish.State = state;
            wish.AnsweredAt = scope.Now;
            wish.AnsweredById = scope.Actor.Id;
            return wish;
        }

        private async Task<Outcome<MealSuggestion>> SaveAsync(MealSuggestion wish, CancellationToken cancellationToken)
        {
            if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, Notice.ToldIndex))
                // The other one: whoever planned it in the same moment has told the person already.
                return Late;
            return wish;
        }
    }
}
