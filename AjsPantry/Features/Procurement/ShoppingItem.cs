using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Procurement;

/// <summary>Something that a floor needs, from the wish to the bill that it stands on. It is cancelled, never deleted.</summary>
public sealed class ShoppingItem : TenantOwned
{
    public const int LongestNote = 200;
    public const int LongestReason = 200;

    /// <summary>The unique index by which a list that is sent twice is added once.</summary>
    internal const string SubmissionIndex = "ux_shopping_items_submission";

    public required Guid FloorId { get; init; }

    /// <summary>Made with the form; all items of one form share it.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The row of that form, from 0.</summary>
    public required int Position { get; init; }

    public required string Name { get; set; }

    public required decimal Quantity { get; set; }

    /// <summary>One of <see cref="Units"/>.</summary>
    public required string Unit { get; set; }

    public required Category Category { get; set; }

    public Priority Priority { get; set; } = Priority.Medium;

    public DateOnly? NeededBy { get; set; }

    /// <summary>Which brand, how ripe: whatever helps in the shop.</summary>
    public string? Note { get; set; }

    public ShoppingState State { get; set; } = ShoppingState.Needed;

    /// <summary>Who is to buy it; null while nobody is.</summary>
    public Guid? AssigneeId { get; set; }

    public Member? Assignee { get; private init; }

    public Guid? AddedById { get; init; }

    public Member? AddedBy { get; private init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The day in the shop; null while it is not bought.</summary>
    public DateOnly? BoughtOn { get; set; }

    public Guid? BoughtById { get; set; }

    public Member? BoughtBy { get; private init; }

    /// <summary>When the tick was saved here, which a bad network may have delayed.</summary>
    public DateTimeOffset? BoughtAt { get; set; }

    /// <summary>How much was bought, in <see cref="Unit"/>; it may be less or more than was needed.</summary>
    public decimal? BoughtQuantity { get; set; }

    /// <summary>What was paid for all of it; null when whoever bought it does not know yet.</summary>
    public decimal? Price { get; set; }

    public string? Shop { get; set; }

    /// <summary>Why it is not needed any more.</summary>
    public string? CancelReason { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ShoppingItem>
    {
        public void Configure(EntityTypeBuilder<ShoppingItem> entity)
        {
            entity.ToTable("shopping_items", table =>
            {
                table.HasCheckConstraint("ck_shopping_items_words", "name <> '' AND quantity > 0");
                table.HasCheckConstraint("ck_shopping_items_assigned",
                    "(state <> 'Needed' OR assignee_id IS NULL) AND (state <> 'Assigned' OR assignee_id IS NOT NULL)");
                table.HasCheckConstraint("ck_shopping_items_bought",
                    "(state IN ('Bought', 'Billed')) = (bought_at IS NOT NULL) AND (bought_at IS NULL) = (bought_on IS NULL) AND (bought_at IS NULL) = (bought_quantity IS NULL) AND (bought_at IS NOT NULL OR (bought_by_id IS NULL AND price IS NULL AND shop IS NULL))");
                table.HasCheckConstraint(
                    "ck_shopping_items_amounts", "(price IS NULL OR price > 0) AND (bought_quantity IS NULL OR bought_quantity > 0)");
            });
            entity.Property(item => item.Name).HasMaxLength(GoodsLimits.Item);
            entity.Property(item => item.Unit).HasMaxLength(10);
            entity.Property(item => item.Quantity).HasPrecision(10, 3);
            entity.Property(item => item.BoughtQuantity).HasPrecision(10, 3);
            entity.Property(item => item.Price).HasPrecision(12, 2);
            entity.Property(item => item.Category).HasConversion<string>().HasMaxLength(20);
            entity.Property(item => item.Priority).HasConversion<string>().HasMaxLength(10);
            entity.Property(item => item.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(item => item.Note).HasMaxLength(LongestNote);
            entity.Property(item => item.Shop).HasMaxLength(GoodsLimits.Shop);
            entity.Property(item => item.CancelReason).HasMaxLength(LongestReason);
            entity.Property(item => item.Version).IsRowVersion();
            entity.HasIndex(item => new { item.TenantId, item.SubmissionId, item.Position }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(item => new { item.TenantId, item.FloorId, item.State, item.AddedAt });
            entity.HasIndex(item => new { item.TenantId, item.AssigneeId, item.State });
            entity.HasIndex(item => new { item.TenantId, item.FloorId, item.Name, item.Unit, item.BoughtOn }).HasFilter("price IS NOT NULL")
                .HasDatabaseName("ix_shopping_items_paid");
            entity.HasOne<Floor>().WithMany().HasForeignKey(item => new { item.TenantId, item.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasMany<BillLine>().WithOne().HasForeignKey(line => new { line.TenantId, line.ShoppingItemId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(item => item.Assignee).WithMany().HasForeignKey(item => new { item.TenantId, item.AssigneeId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(item => item.AddedBy).WithMany().HasForeignKey(item => new { item.TenantId, item.AddedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(item => item.BoughtBy).WithMany().HasForeignKey(item => new { item.TenantId, item.BoughtById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum Priority
{
    High,
    Medium,
    Low,
}

public static class PriorityWords
{
    public static string Words(this Priority priority) => priority switch
    {
        Priority.High => "Urgent",
        Priority.Low => "When there is time",
        _ => "Normal",
    };
}

public enum ShoppingState
{
    /// <summary>Nobody is to buy it yet.</summary>
    Needed,

    /// <summary>Somebody is to buy it.</summary>
    Assigned,

    Bought,

    /// <summary>It stands on a bill.</summary>
    Billed,

    /// <summary>Not needed any more.</summary>
    Cancelled,
}

public static class ShoppingItemSet
{
    extension(PantryDb db)
    {
        public DbSet<ShoppingItem> ShoppingItems => db.Set<ShoppingItem>();
    }
}
