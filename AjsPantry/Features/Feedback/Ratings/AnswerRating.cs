using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>The head answers what somebody wrote about a meal. Whom they answer they do not learn, where names do not show.</summary>
public static class AnswerRating
{
    public sealed record Input
    {
        public string? Answer { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Answer).Words("Write an answer.", Rating.LongestAnswer);
    }

    public sealed class Handler(PantryDb db, Notify notify, Scope scope)
    {
        /// <returns>False when the floor has no such rating with a comment.</returns>
        public async Task<bool> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AnswerIdeas);
            if (await db.Ratings.Include(row => row.Menu).ThenInclude(menu => menu!.Dish)
                .SingleOrDefaultAsync(row => row.Id == id && row.Menu!.FloorId == floorId && row.Comment != null && row.WithdrawnAt == null,
                    cancellationToken) is not { } rating)
                return false;
            var answer = InputParser.Text(input.Answer);
            if (rating.Answer == answer)
                return true;
            rating.Answer = answer;
            rating.AnsweredById = scope.Actor.Id;
            rating.AnsweredAt = scope.Now;
            // Told anew when the answer changed and nobody has read the first.
            await notify.WithdrawAsync(id, "answer", cancellationToken);
            await notify.TellAsync(
                new NoticeDraft(NoticeKind.Idea, new(id, "answer"), $"Your comment on {rating.Menu!.Dish!.Name} has an answer",
                    $"{scope.Actor.Name}: {answer}", "/feedback"), [rating.MemberId], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
