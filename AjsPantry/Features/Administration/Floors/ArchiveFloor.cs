using AjsPantry.Features.Loans;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>Takes a floor out of use, or back into it. Its bills and reports stay; nothing is deleted.</summary>
public sealed class ArchiveFloor(PantryDb db, TimeProvider clock, Scope scope)
{
    public static readonly FieldMessage LivedOn = new("", "People still live there. Move them away first, or deactivate their accounts.");
    public static readonly FieldMessage LastOne = new("", "This is the last one in use. A residence needs at least one.");

    public static readonly FieldMessage Owing = new("", "It still has open loans. Have them returned or withdrawn first.");

    /// <returns>Null when there is no such floor. One that is archived already stays as it is.</returns>
    public async Task<Outcome<Floor>?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTenant);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldFloorsAsync(cancellationToken);
        var floors = await db.Floors.ToListAsync(cancellationToken);
        if (floors.Find(floor => floor.Id == id) is not { } floor)
            return null;
        if (floor.ArchivedAt is not null)
            return floor;
        if (await db.Members.OnFloor(id).AnyAsync(cancellationToken))
            return LivedOn;
        if (await db.Loans.AnyAsync(
            loan => (loan.LenderFloorId == id || loan.BorrowerFloorId == id)
                && (loan.State == LoanState.Offered || loan.State == LoanState.Lent), cancellationToken))
            return Owing;
        if (floors.Count(other => other.ArchivedAt is null) == 1)
            return LastOne;
        floor.ArchivedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return floor;
    }

    /// <returns>Null when there is no such floor. One that is in use already stays so.</returns>
    public async Task<Outcome<Floor>?> BringBackAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageTenant);
        if (await db.Floors.SingleOrDefaultAsync(floor => floor.Id == id, cancellationToken) is not { } floor)
            return null;
        if (floor.ArchivedAt is null)
            return floor;
        if (await FloorNames.TakenAsync(db, floor.Name, id, cancellationToken) is not null)
            return new FieldMessage("", $"Another one is called {floor.Name} now. Rename one of them first.");
        floor.ArchivedAt = null;
        await db.SaveChangesAsync(cancellationToken);
        return floor;
    }
}
