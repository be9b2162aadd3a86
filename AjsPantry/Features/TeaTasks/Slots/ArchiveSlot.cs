using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>Takes a time for tea out of use. Duties that are published stay; a draft drops its places.</summary>
public sealed class ArchiveSlot(PantryDb db, TimeProvider clock, Scope scope)
{
    /// <returns>False when the floor has no such time for tea. One that is archived already stays as it is.</returns>
    public async Task<bool> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTea);
        await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
        var slot = await db.TeaSlots.SingleOrDefaultAsync(slot => slot.FloorId == floorId && slot.Id == id, cancellationToken);
        if (slot is null)
            return false;
        slot.ArchivedAt ??= clock.GetUtcNow();
        var places = await db.TeaDraftPlaces.Where(place => place.SlotId == id).ToListAsync(cancellationToken);
        db.TeaDraftPlaces.RemoveRange(places);
        if (places.Count > 0
            && await db.TeaRotas.SingleOrDefaultAsync(
                rota => rota.FloorId == floorId && rota.PublishedAt == null, cancellationToken) is { } draft)
            draft.ChangedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return true;
    }
}
