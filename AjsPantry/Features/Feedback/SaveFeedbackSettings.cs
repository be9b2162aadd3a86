using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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

    public sealed class Handler(PantryDb db)
    {
        public async Task HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            var settings = await db.FeedbackSettings.SingleOrDefaultAsync(row => row.FloorId == floorId, cancellationToken);
            if (settings is null)
                db.FeedbackSettings.Add(settings = new FeedbackSettings { FloorId = floorId });
            settings.ShowsNames = input.ShowsNames;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception)
                when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // The first row of the floor came from somebody else in the same moment.
                db.ChangeTracker.Clear();
                await HandleAsync(floorId, input, cancellationToken);
            }
        }
    }
}
