using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// The unit of work. It belongs to the tenant it was made for and cannot change it; features reach their own tables through
/// <see cref="DbContext.Set{TEntity}()"/>, by the extension that stands beside each entity.
/// </summary>
public sealed class PantryDb : IdentityUserContext<Member, Guid, MemberClaim, MemberLogin, MemberToken>, IDataProtectionKeyContext
{
    public PantryDb(DbContextOptions<PantryDb> options, CurrentTenant tenant)
        : base(options)
    {
        TenantId = tenant.Id ?? Guid.Empty;
        ChangeTracker.Tracking += GiveTenant;
    }

    /// <summary>The name of the query filter that keeps every query within the tenant.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>The tenant of this context; the empty uuid, which no tenant has, when none was set.</summary>
    public Guid TenantId { get; }

    /// <summary>
    /// The tenant is not told to PostgreSQL when the connection opens but along with the first question, which saves a trip
    /// (<see cref="TenantWithQuestion"/>). Until that is answered no row passes a wall.
    /// </summary>
    internal bool TenantGoesAlong { get; set; }

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Floor> Floors => Set<Floor>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The order in which people look for names: case and accents come last, and 2 comes before 10.</summary>
    public const string AsPeopleCount = "as_people_count";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasCollation(AsPeopleCount, locale: "und-u-kn-true", provider: "icu");
        builder.HasDbFunction(() => NameOrder.Of(default!)).HasTranslation(arguments => new CollateExpression(arguments[0], AsPeopleCount));
        // Before anything refers to it, so that keys are named after our table and not after Identity's.
        builder.Entity<Member>().ToTable("members");
        builder.ApplyConfigurationsFromAssembly(typeof(PantryDb).Assembly);
        builder.Entity<Tenant>().HasQueryFilter(TenantFilter, row => row.Id == TenantId);
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        foreach (var type in builder.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)).ToList())
            OwnByTenant(builder, type.ClrType);
    }

    /// <summary>A row that is added gets the tenant of its context, so that nobody has to remember it.</summary>
    private void GiveTenant(object? sender, EntityTrackingEventArgs args)
    {
        if (args.State == EntityState.Added && args.Entry.Entity is ITenantOwned { TenantId: var present } && present == Guid.Empty)
            args.Entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue = TenantId;
    }

    private void OwnByTenant(ModelBuilder builder, Type type)
    {
        var entity = builder.Entity(type);
        if (typeof(TenantOwned).IsAssignableFrom(type))
            entity.HasKey(nameof(ITenantOwned.TenantId), nameof(ITenantOwned.Id));
        if (typeof(TenantOwned).IsAssignableFrom(type) || type == typeof(Member))
            entity.Property(nameof(ITenantOwned.Id)).ValueGeneratedNever();
        entity.Property(nameof(ITenantOwned.TenantId)).ValueGeneratedNever();
        entity.HasOne(typeof(Tenant)).WithMany().HasForeignKey(nameof(ITenantOwned.TenantId)).OnDelete(DeleteBehavior.Restrict);
        entity.HasQueryFilter(TenantFilter, IsOfThisTenant(type));
    }

    /// <summary>row => row.TenantId == this.TenantId, for a type known at run time only.</summary>
    private LambdaExpression IsOfThisTenant(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var own = Expression.Property(Expression.Constant(this), nameof(TenantId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), own), row);
    }
}
