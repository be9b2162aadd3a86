using System.Linq.Expressions;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Bills;

/// <summary>
/// A shop's bill as a floor paid it. Total = lines + charges - discount; the database checks it, the sum of the lines included.
/// A bill is never deleted: a wrong one is voided with a reason and no longer counts.
/// </summary>
public sealed class Bill : TenantOwned
{
    public Guid FloorId { get; private init; }

    public Floor? Floor { get; private init; }

    /// <summary>Given with the form and unique, so that a form sent twice makes one bill.</summary>
    public Guid SubmissionId { get; private init; }

    public string Number { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public string Shop { get; private set; } = "";

    public decimal LinesTotal { get; private set; }

    /// <summary>Delivery, packing and whatever else the shop adds.</summary>
    public decimal Charges { get; private set; }

    public decimal Discount { get; private set; }

    public decimal Total { get; private set; }

    public Guid? RecordedById { get; private init; }

    public Member? RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>
    /// The bill of a closed month that this one takes back; null for what a shop gave. Its amounts are then those of that bill, negative.
    /// </summary>
    public Guid? ReversesId { get; private init; }

    public Bill? Reverses { get; private init; }

    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Why it does not count; set together with <see cref="VoidedAt"/>.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>Changes with every write; two people who change one bill find out by it.</summary>
    public uint Version { get; private set; }

    public List<BillLine> Lines { get; } = [];

    /// <summary>It is not void. Translated to SQL.</summary>
    public static readonly Expression<Func<Bill, bool>> Counts = bill => bill.VoidedAt == null;

    /// <summary>It counts, and a shop gave it: it takes no other bill back. Translated to SQL.</summary>
    public static readonly Expression<Func<Bill, bool>> IsPurchase = bill => bill.VoidedAt == null && bill.ReversesId == null;

    /// <summary>As lists show it, with the first of its items. Translated to SQL.</summary>
    public static readonly Expression<Func<Bill, ListedBill>> Listed = bill => new ListedBill(
        bill.Id, bill.Number, bill.Date, bill.Shop, bill.Lines.OrderBy(line => line.Position).Select(line => line.Item).First(),
        bill.Total, bill.VoidReason);

    public static Bill Record(Guid floorId, Guid submissionId, BillDraft draft, Guid? recordedBy, DateTimeOffset now)
    {
        var bill = new Bill { FloorId = floorId, SubmissionId = submissionId, RecordedById = recordedBy, RecordedAt = now };
        bill.Change(draft, now);
        return bill;
    }

    /// <summary>What takes a bill of a closed month back: its lines and its charges once more, with negative amounts.</summary>
    public static Bill Reverse(Bill bill, DateOnly date, Guid? recordedBy, DateTimeOffset now)
    {
        var reversal =
            new Bill
            {
                FloorId = bill.FloorId,
                SubmissionId = Guid.CreateVersion7(),
                ReversesId = bill.Id,
                RecordedById = recordedBy,
                RecordedAt = now
            };
        var lines = bill.ToDraft().Lines.Select(line => line with { UnitPrice = null, Amount = -line.Amount, ShoppingItemId = null });
        reversal.Change(
            new(InputParser.Cut($"Reversal {bill.Number}", BillLimits.Number), date, bill.Shop, -bill.Charges, -bill.Discount, [.. lines]),
            now);
        return reversal;
    }

    /// <summary>Number, shop and figures as they stand in a form; its lines must be loaded.</summary>
    public BillDraft ToDraft() => new(
        Number, Date, Shop, Charges, Discount,
        [.. Lines.OrderBy(line => line.Position).Select(line => line.ToDraft())]);

    /// <summary>Takes over the draft. Lines keep their rows by position, so that the audit trail shows what changed in them.</summary>
    public void Change(BillDraft draft, DateTimeOffset now)
    {
        Number = draft.Number;
        Date = draft.Date;
        Shop = draft.Shop;
        Charges = draft.Charges;
        Discount = draft.Discount;
        ChangedAt = now;
        LinesTotal = draft.LinesTotal;
        Total = draft.Total;
        var kept = Lines.OrderBy(line => line.Position).ToList();
        for (var position = 0; position < draft.Lines.Count; position++)
        {
            if (position < kept.Count)
                kept[position].Change(draft.Lines[position]);
            else
                Lines.Add(new BillLine(position, draft.Lines[position]));
        }

        Lines.RemoveAll(line => line.Position >= draft.Lines.Count);
    }

    /// <summary>Its lines must be loaded: what they had of the shopping list goes back there.</summary>
    public void Void(string reason, DateTimeOffset now)
    {
        VoidReason = reason;
        VoidedAt = now;
        ChangedAt = now;
        Lines.ForEach(line => line.Release());
    }

    /// <summary>The items of the shopping list that stand on it; its lines must be loaded.</summary>
    public IReadOnlyList<Guid> ShoppingItems => [.. Lines.Select(line => line.ShoppingItemId).OfType<Guid>()];

    internal sealed class Mapping : IEntityTypeConfiguration<Bill>
    {
        public void Configure(EntityTypeBuilder<Bill> entity)
        {
            entity.ToTable("bills", table =>
            {
                table.HasCheckConstraint("ck_bills_total", "total = lines_total + charges - discount");
                table.HasCheckConstraint("ck_bills_amounts",
                    "CASE WHEN reverses_id IS NULL THEN lines_total > 0 AND charges >= 0 AND discount >= 0 AND total >= 0 ELSE lines_total < 0 AND charges <= 0 AND discount <= 0 AND total <= 0 END");
                table.HasCheckConstraint("ck_bills_void", "(voided_at IS NULL) = (void_reason IS NULL)");
                table.HasCheckConstraint("ck_bills_words", "number <> '' AND shop <> ''");
            });
            entity.Property(bill => bill.Number).HasMaxLength(BillLimits.Number);
            entity.Property(bill => bill.Shop).HasMaxLength(GoodsLimits.Shop);
            entity.Property(bill => bill.VoidReason).HasMaxLength(BillLimits.Reason);
            entity.Property(bill => bill.LinesTotal).HasPrecision(12, 2);
            entity.Property(bill => bill.Charges).HasPrecision(12, 2);
            entity.Property(bill => bill.Discount).HasPrecision(12, 2);
            entity.Property(bill => bill.Total).HasPrecision(12, 2);
            entity.Property(bill => bill.Version).IsRowVersion();
            entity.HasIndex(bill => new { bill.TenantId, bill.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(bill => new { bill.TenantId, bill.ReversesId }).IsUnique().HasFilter("voided_at IS NULL")
                .HasDatabaseName(ReversalIndex);
            entity.HasIndex(bill => new { bill.TenantId, bill.FloorId, bill.Date });
            entity.HasIndex(bill => new { bill.TenantId, bill.FloorId, bill.RecordedAt });
            entity.HasOne(bill => bill.Floor).WithMany().HasForeignKey(bill => new { bill.TenantId, bill.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(bill => bill.Reverses).WithMany().HasForeignKey(bill => new { bill.TenantId, bill.ReversesId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(bill => bill.RecordedBy).WithMany()
                .HasForeignKey(bill => new { bill.TenantId, bill.RecordedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal const string SubmissionIndex = "ux_bills_submission";

    /// <summary>The unique index by which a bill is reversed once.</summary>
    internal const string ReversalIndex = "ux_bills_reverses";
}

/// <summary>The longest and largest that a bill takes, beside <see cref="GoodsLimits"/>.</summary>
public static class BillLimits
{
    public const int Number = 40;
    public const int Reason = 300;
    public const int Lines = 200;
}

public static class BillSets
{
    extension(PantryDb db)
    {
        public DbSet<Bill> Bills => db.Set<Bill>();

        /// <summary>Those that are not void, reversals among them.</summary>
        public IQueryable<Bill> CountedBills => db.Bills.Where(Bill.Counts);

        /// <summary>Those that count and that a shop gave.</summary>
        public IQueryable<Bill> Purchases => db.Bills.Where(Bill.IsPurchase);

        /// <summary>Those that count, that a shop gave, and that no other bill takes back.</summary>
        public IQueryable<Bill> LastingPurchases
        {
            get
            {
                var counted = db.CountedBills;
                return db.Purchases.Where(bill => !counted.Any(other => other.ReversesId == bill.Id));
            }
        }

        public DbSet<BillLine> BillLines => db.Set<BillLine>();
    }
}
