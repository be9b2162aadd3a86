using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Bills;

/// <summary>One item of a bill. The amount is what was paid; the unit price is kept when the bill prints one.</summary>
public sealed class BillLine : TenantOwned
{
    private BillLine()
    {
    }

    public BillLine(int position, BillDraftLine draft)
    {
        Position = position;
        Change(draft);
    }

    public Guid BillId { get; private init; }

    public int Position { get; private init; }

    public string Item { get; private set; } = "";

    public decimal Quantity { get; private set; }

    public string Unit { get; private set; } = "";

    public decimal? UnitPrice { get; private set; }

    public decimal Amount { get; private set; }

    public Category Category { get; private set; }

    /// <summary>
    /// The item of the shopping list that was bought; null for what stood on no list. An item stands on one line at most: its version
    /// decides between two who bill it, and a constraint of the migration stands behind that.
    /// </summary>
    public Guid? ShoppingItemId { get; private set; }

    public void Change(BillDraftLine draft)
    {
        Item = draft.Item;
        Quantity = draft.Quantity;
        Unit = draft.Unit;
        UnitPrice = draft.UnitPrice;
        Amount = draft.Amount;
        Category = draft.Category ?? CategoryGuess.Of(draft.Item);
        ShoppingItemId = draft.ShoppingItemId;
    }

    public BillDraftLine ToDraft() => new(Item, Quantity, Unit, UnitPrice, Amount, Category, ShoppingItemId);

    /// <summary>It keeps its words, and the item may stand on another bill.</summary>
    public void Release() => ShoppingItemId = null;

    internal sealed class Mapping : IEntityTypeConfiguration<BillLine>
    {
        public void Configure(EntityTypeBuilder<BillLine> entity)
        {
            entity.ToTable("bill_lines", table =>
            {
                table.HasCheckConstraint(
                    "ck_bill_lines_amounts", "quantity > 0 AND amount <> 0 AND (unit_price IS NULL OR unit_price > 0)");
                table.HasCheckConstraint(
                    "ck_bill_lines_price", "unit_price IS NULL OR abs(amount - quantity * unit_price) <= 0.005 * quantity + 0.005");
                table.HasCheckConstraint("ck_bill_lines_item", "item <> ''");
            });
            entity.Property(line => line.Item).HasMaxLength(GoodsLimits.Item);
            entity.Property(line => line.Quantity).HasPrecision(10, 3);
            entity.Property(line => line.Unit).HasMaxLength(10);
            entity.Property(line => line.UnitPrice).HasPrecision(12, 2);
            entity.Property(line => line.Amount).HasPrecision(12, 2);
            entity.Property(line => line.Category).HasConversion<string>().HasMaxLength(20);
            entity.HasIndex(line => new { line.TenantId, line.BillId, line.Position }).IsUnique();
            entity.HasOne<Bill>().WithMany(bill => bill.Lines).HasForeignKey(line => new { line.TenantId, line.BillId })
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}
