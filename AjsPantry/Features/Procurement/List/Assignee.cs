using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Procurement.List;

/// <summary>Who is to buy something.</summary>
/// <param name="Id">Null when nobody is chosen.</param>
internal sealed record Assignee(Guid? Id)
{
    /// <summary>By the id as typed; null when the floor has no such active person.</summary>
    public static async Task<Assignee?> FindAsync(PantryDb db, Guid floorId, string? typed, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(typed) ? new Assignee((Guid?)null)
        : Guid.TryParse(typed, out var id)
            && await db.Members.OnFloor(floorId).HoldsAsync(id, cancellationToken)
            ? new Assignee(id)
        : null;
}
