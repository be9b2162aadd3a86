using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas.Comments;

/// <summary>
/// Answers an idea: planned, done or declined, hidden, or open again. Its author and those who voted for it get a notification.
/// </summary>
public static class AnswerIdea
{
    public sealed record Input
    {
        /// <summary>The name of an <see cref="IdeaState"/>.</summary>
        public string? State { get; set; }

        public string? Word { get; set; }

        /// <summary>The version that the form was filled from.</summary>
        public uint Version { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.State).Must(typed => StateOf(typed) is not null).WithMessage("Choose an answer.");
            RuleFor(input => input.Word).Words("Write the reason. Everybody who voted can read it.", Idea.LongestAnswer)
                .When(input => StateOf(input.State) is IdeaState.Declined or IdeaState.Hidden || InputParser.Text(input.Word) != "");
        }
    }

    /// <summary>Only its author withdraws an idea.</summary>
    private static IdeaState? StateOf(string? typed) =>
        Enum.GetNames<IdeaState>().Contains(typed) && typed != nameof(IdeaState.Withdrawn) ? Enum.Parse<IdeaState>(typed!) : null;

    public sealed class Handler(PantryDb db, Scope scope, IdeaNotice news)
    {
        /// <summary>Of two who answer at once the first is kept, and the second is told what it says.</summary>
        /// <returns>Null when the floor has no such idea.</returns>
        public async Task<Outcome<Idea>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AnswerIdeas);
            await using var held = await db.BeginWithIdeaAsync(id, cancellationToken);
            if (await db.Ideas.SingleOrDefaultAsync(idea => idea.FloorId == floorId && idea.Id == id, cancellationToken) is not { } idea)
                return null;
            if (idea.State == IdeaState.Withdrawn)
                return null;
            var state = StateOf(input.State)!.Value;
            var word = InputParser.Text(input.Word) is { Length: > 0 } said ? said : null;
            if (idea.State == state && idea.Answer == word)
                return idea;
            if (idea.Version != input.Version)
                return new FieldMessage("",
                    $"Someone else changed it in the meantime: it {(idea.AnsweredAt is null ? "reads as above" : idea.State.Is())}{(idea.Answer is null ? "" : $", “{idea.Answer}”")}. Save again if your answer is still right.");
            idea.State = state;
            idea.Answer = word;
            idea.AnsweredById = scope.Actor.Id;
            idea.AnsweredAt = scope.Now;
            scope.Reason = word;
            await news.AnsweredAsync(idea, scope.Actor.Name, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return idea;
        }
    }
}
