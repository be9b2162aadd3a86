using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>Its author puts an idea into other words, as long as nobody else voted for it and it is open.</summary>
public sealed class ChangeIdea(PantryDb db, Scope scope)
{
    /// <summary>The message of a lost race with one's own other window.</summary>
    public static readonly FieldMessage Changed = new(
        "", "You changed it in another window. If you save again, the text below replaces that version.");

    /// <returns>Null when the floor has no such idea of the person's.</returns>
    public async Task<Outcome<Idea>?> HandleAsync(Guid floorId, Guid id, IdeaInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ShareIdeas);
        var me = scope.Actor.Id;
        await using var held = await db.Database.BeginTransactionAsync(cancellationToken);
        // The dish is held before the idea, as where dishes are merged.
        var present = await db.Ideas.Where(idea => idea.Id == id).Select(idea => idea.DishId).SingleOrDefaultAsync(cancellationToken);
        var dish = await IdeaDish.ChooseAsync(db, input.Dish, present, cancellationToken);
        await db.HoldIdeaAsync(id, cancellationToken);
        if (await db.Ideas.SingleOrDefaultAsync(
            idea => idea.FloorId == floorId && idea.Id == id && idea.AuthorId == me, cancellationToken) is not { } idea)
            return null;
        if (idea.State != IdeaState.Open)
            return new FieldMessage("", $"It {idea.State.Is()}, so you can no longer edit it. Add a comment instead.");
        if (await db.IdeaVotes.AnyAsync(vote => vote.IdeaId == id && vote.MemberId != me, cancellationToken))
            return new FieldMessage("", "Somebody has voted for it, so you can no longer edit it. Add a comment instead.");
        if (idea.Version != input.Version)
            return Changed;
        if (!dish.IsDone)
            return dish.Messages[0];
        idea.Title = InputParser.Text(input.Title);
        idea.Text = InputParser.Lines(input.Text);
        idea.DishId = dish.Value.Id;
        await db.SaveChangesAsync(cancellationToken);
        await held.CommitAsync(cancellationToken);
        return idea;
    }
}
