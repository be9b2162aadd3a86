using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>The order that a floor gave itself last, whether it holds already or begins later.</summary>
public sealed class RotaQuery(PantryDb db)
{
    /// <returns>Null while the floor has none.</returns>
    public Task<CookingRota?> LatestAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.CookingRotas.AsNoTracking().Include(rota => rota.Rooms).Where(rota => rota.FloorId == floorId)
            .OrderByDescending(rota => rota.StartsOn).FirstOrDefaultAsync(cancellationToken);
}
