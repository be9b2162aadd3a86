using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

public sealed class EventQuery(PantryDb db)
{
    /// <returns>Null when it is neither the floor's nor everybody's.</returns>
    public Task<EventView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(db.SpecialEvents, floorId, id).AsNoTracking()
            .Select(special => new EventView(
                special.Id, special.FloorId == null, special.Floor!.Name, special.Date, special.Until, special.At, special.Title,
                special.Text, special.CreatedBy!.Name, special.CreatedAt, special.CancelledAt, special.Version))
            .SingleOrDefaultAsync(cancellationToken);

    internal static IQueryable<SpecialEvent> Of(IQueryable<SpecialEvent> events, Guid floorId, Guid id) =>
        events.Where(special => special.Id == id && (special.FloorId == floorId || special.FloorId == null));
}

/// <param name="Floor">The name of the floor whose event it is; null for everybody's.</param>
public sealed record EventView(
    Guid Id, bool IsForEverybody, string? Floor, DateOnly Date, DateOnly? Until, TimeOnly? At, string Title,
    string? Text, string By, DateTimeOffset CreatedAt, DateTimeOffset? CancelledAt, uint Version);
