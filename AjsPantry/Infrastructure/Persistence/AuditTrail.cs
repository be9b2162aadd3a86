using System.Reflection;
using System.Text.Json;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Writes an audit entry for every changed row in the same transaction as the change. Nothing is written when nothing changed.
/// </summary>
internal sealed class AuditTrail(Caller caller, TimeProvider clock) : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Values that say nothing to a reader or must not be read: shown as changed, without their content.</summary>
    private static readonly string[] Hidden = [nameof(Member.PasswordHash), nameof(MemberToken.Value)];

    /// <summary>Longer texts, such as a kept report, are named by their length; they stand in their own table.</summary>
    private const int MostText = 2000;

    /// <summary>Bookkeeping of the framework.</summary>
    private static readonly string[] LeftOut =
        [nameof(ITenantOwned.TenantId), "Version", nameof(Member.SecurityStamp), nameof(Member.ConcurrencyStamp),
            nameof(Member.NormalizedUserName), nameof(Member.NormalizedEmail), nameof(Member.LastCodeStep)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Context);
        return ValueTask.FromResult(result);
    }

    /// <summary>What could not be saved is described anew at the next try, as it is then.</summary>
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBack(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => TakeBack(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context);
        return Task.CompletedTask;
    }

    private static void TakeBack(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).ToList() ?? [])
            entry.State = EntityState.Detached;
    }

    private void Write(DbContext? context)
    {
        if (context is not PantryDb db || db.TenantId == Guid.Empty)
            return;
        db.ChangeTracker.DetectChanges();
        db.AuditEntries.AddRange(db.ChangeTracker.Entries().Where(IsAudited).Select(Describe).OfType<AuditEntry>().ToList());
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is ITenantOwned or Tenant
        && entry.Metadata.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null;

    private AuditEntry? Describe(EntityEntry entry)
    {
        var changed = entry.Properties
            .Where(property => !LeftOut.Contains(property.Metadata.Name))
            .Where(property => entry.State != EntityState.Modified
                || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)))
            .ToList();
        if (entry.State == EntityState.Modified && changed.Count == 0)
            return null;
        var kind = entry.State switch { EntityState.Added => "Added", EntityState.Deleted => "Removed", _ => "Changed" };
        var id = entry.Entity is ITenantOwned owned ? owned.Id : ((Tenant)entry.Entity).Id;
        var before = entry.State == EntityState.Added ? null : Values(changed, property => property.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Values(changed, property => property.CurrentValue);
        return AuditEntry.By(caller, clock.GetUtcNow(), kind, entry.Metadata.ClrType.Name, id, before, after);
    }

    private static string Values(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(
            properties.ToDictionary(property => property.Metadata.Name, property => Readable(property, value(property))), Json);

    private static object? Readable(PropertyEntry property, object? value) => value switch
    {
        null => null,
        _ when Hidden.Contains(property.Metadata.Name) => "(hidden)",
        byte[] bytes => $"({bytes.Length} bytes)",
        string text when text.Length > MostText => $"({text.Length} characters)",
        Enum name => name.ToString(),
        _ => value,
    };
}
