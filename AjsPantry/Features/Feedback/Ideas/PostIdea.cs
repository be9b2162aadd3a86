using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>Posts an idea to one's own floor.</summary>
public sealed class PostIdea(PantryDb db, Scope scope)
{
    private static readonly FieldMessage Used = new("", "This form was already used. Open a new form and copy what you typed below.");

    /// <summary>Posts, or answers with what the same form posted before.</summary>
    public async Task<Outcome<Idea>> HandleAsync(Guid floorId, IdeaInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ShareIdeas);
        if (await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } before)
            return Again(before, input);
        await using var own = await db.Database.BeginTransactionAsync(cancellationToken);
        var dish = await IdeaDish.ChooseAsync(db, input.Dish, null, cancellationToken);
        if (!dish.IsDone)
            return dish.Messages[0];
        var idea = new Idea
        {
            FloorId = floorId,
            SubmissionId = input.SubmissionId,
            AuthorId = scope.Actor.Id,
            Title = InputParser.Text(input.Title),
            Text = InputParser.Lines(input.Text),
            DishId = dish.Value.Id,
            CreatedAt = scope.Now,
        };
        db.Ideas.Add(idea);
        if (!await db.TrySaveAsync(cancellationToken, Idea.SubmissionIndex))
        {
            await own.RollbackAsync(cancellationToken);
            return await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } same ? Again(same, input) : Used;
        }

        await own.CommitAsync(cancellationToken);
        return idea;
    }

    private static Outcome<Idea> Again(Idea made, IdeaInput input) =>
        (made.Title, made.Text) == (InputParser.Text(input.Title), InputParser.Lines(input.Text)) ? made : SentForm.Changed;

    private Task<Idea?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        return db.Ideas.AsNoTracking()
            .SingleOrDefaultAsync(idea => idea.SubmissionId == submissionId && idea.AuthorId == me, cancellationToken);
    }
}
