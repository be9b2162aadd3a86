using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback;

/// <summary>
/// Says whether those who rate show with their names. It holds for ratings from now on; what was written unnamed stays so.
/// </summary>
public static class SaveFeedbackSettings
{
    public sealed record Input
    {
        public bool ShowsNames { get; set; }
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        public Task HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken) =>
            // The first row of the floor came from somebody else in the same moment.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, input, cancellationToken), RetryOnConflict.Taken);

        private async Task OnceAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AnswerIdeas);
            var settings = await db.FeedbackSettings.SingleOrDefaultAsync(row => row.FloorId == floorId, cancellationToken);
            if (settings is null)
                db.FeedbackSettings.Add(settings = new FeedbackSettings { FloorId = floorId });
            settings.ShowsNames = input.ShowsNames;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
