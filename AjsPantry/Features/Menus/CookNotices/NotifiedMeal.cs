using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>
/// A meal that a notice told its cook of. One notice may name several, and whoever was told hears when one of them is cancelled or moves.
/// </summary>
[NotAudited]
public sealed class NotifiedMeal : TenantOwned
{
    public required Guid NoticeId { get; init; }

    public required Guid MenuId { get; init; }

    /// <summary>The notices that told cooks of a meal.</summary>
    internal static IQueryable<Notice> Notices(PantryDb db, Guid menuId) =>
        db.ToldMeals.Where(told => told.MenuId == menuId)
            .Join(db.Notices, told => told.NoticeId, notice => notice.Id, (_, notice) => notice);

    internal sealed class Mapping : IEntityTypeConfiguration<NotifiedMeal>
    {
        public void Configure(EntityTypeBuilder<NotifiedMeal> entity)
        {
            entity.ToTable("told_meals");
            entity.HasIndex(told => new { told.TenantId, told.MenuId, told.NoticeId }).IsUnique();
            entity.HasIndex(told => new { told.TenantId, told.NoticeId });
            // It says nothing without its notice, which is forgotten after a while.
            entity.HasOne<Notice>().WithMany().HasForeignKey(told => new { told.TenantId, told.NoticeId }).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne<Menu>().WithMany().HasForeignKey(told => new { told.TenantId, told.MenuId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class NotifiedMealSet
{
    extension(PantryDb db)
    {
        public DbSet<NotifiedMeal> ToldMeals => db.Set<NotifiedMeal>();
    }
}
