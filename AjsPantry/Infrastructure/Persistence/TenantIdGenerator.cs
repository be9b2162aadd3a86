using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Gives a row that is added the tenant of its context, so that nobody has to remember it.</summary>
internal sealed class TenantIdGenerator : ValueGenerator<Guid>
{
    public override bool GeneratesTemporaryValues => false;

    public override Guid Next(EntityEntry entry) => ((PantryDb)entry.Context).TenantId;
}
