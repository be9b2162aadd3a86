using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>A photo or a PDF of what the shop gave, kept with its bill. What it is was found by looking into it, not by its name.</summary>
public sealed class Receipt : TenantOwned
{
    public const int LongestName = 120;

    /// <summary>The unique index by which the same file is kept once with a bill.</summary>
    internal const string ContentIndex = "ux_receipts_content";

    public required Guid BillId { get; init; }

    public Bill? Bill { get; private init; }

    /// <summary>As it is offered for download: words of the sent name, never a path.</summary>
    public required string Name { get; init; }

    public required ReceiptKind Kind { get; init; }

    /// <summary>Of a PDF; 1 for a photo.</summary>
    public required int Pages { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    public required byte[] Sha256 { get; init; }

    public ReceiptContent? Content { get; init; }

    public Guid? AddedById { get; init; }

    public Member? AddedBy { get; private init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Receipt>
    {
        public void Configure(EntityTypeBuilder<Receipt> entity)
        {
            entity.ToTable("receipts", table => table.HasCheckConstraint("ck_receipts", "name <> '' AND pages > 0 AND size > 0"));
            entity.Property(receipt => receipt.Name).HasMaxLength(LongestName);
            entity.Property(receipt => receipt.Kind).HasConversion<string>().HasMaxLength(10);
            entity.HasIndex(receipt => new { receipt.TenantId, receipt.BillId, receipt.Sha256 }).IsUnique().HasFilter("removed_at IS NULL")
                .HasDatabaseName(ContentIndex);
            entity.HasOne(receipt => receipt.Bill).WithMany().HasForeignKey(receipt => new { receipt.TenantId, receipt.BillId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(receipt => receipt.AddedBy).WithMany().HasForeignKey(receipt => new { receipt.TenantId, receipt.AddedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>The bytes of a receipt, in a table of their own so that lists never carry them.</summary>
[NotAudited]
public sealed class ReceiptContent : TenantOwned
{
    public Guid ReceiptId { get; private init; }

    public required byte[] Bytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReceiptContent>
    {
        public void Configure(EntityTypeBuilder<ReceiptContent> entity)
        {
            entity.ToTable("receipt_contents");
            entity.HasIndex(content => new { content.TenantId, content.ReceiptId }).IsUnique();
            entity.HasOne<Receipt>().WithOne(receipt => receipt.Content)
                .HasForeignKey<ReceiptContent>(content => new { content.TenantId, content.ReceiptId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum ReceiptKind
{
    Pdf,
    Jpeg,
    Png,
    Webp,
}

public static class ReceiptSets
{
    extension(PantryDb db)
    {
        public DbSet<Receipt> Receipts => db.Set<Receipt>();

        /// <summary>Those that stand on their bills: all that nobody removed.</summary>
        public IQueryable<Receipt> KeptReceipts => db.Receipts.Where(receipt => receipt.RemovedAt == null);

        public DbSet<ReceiptContent> ReceiptContents => db.Set<ReceiptContent>();
    }
}
