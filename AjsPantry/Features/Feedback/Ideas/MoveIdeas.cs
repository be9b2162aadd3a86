using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>
/// Lets the ideas about a dish be about another one, when the two are found to be the same. The caller holds both dishes and saves.
/// </summary>
public sealed class MoveIdeas(PantryDb db)
{
    public async Task HandleAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        await db.HoldIdeasAboutAsync(goes, cancellationToken);
        foreach (var idea in await db.Ideas.Where(idea => idea.DishId == goes).ToListAsync(cancellationToken))
            idea.DishId = stays;
    }
}
