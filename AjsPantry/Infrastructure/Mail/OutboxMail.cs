using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>A mail that was promised: written in the same transaction as its cause and sent afterwards by a job.</summary>
[NotAudited]
public sealed class OutboxMail : TenantOwned
{
    /// <summary>What it is about, such as invitation:0190…; unique, so that one cause sends one mail.</summary>
    public required string Cause { get; init; }

    /// <summary>The notice that says the same in the inbox; null for mail without one.</summary>
    public Guid? NoticeId { get; init; }

    public required string Address { get; init; }

    public required string Subject { get; init; }

    /// <summary>The plain text. Emptied once sent when it carried a secret link.</summary>
    public required string Text { get; set; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; set; }

    /// <summary>The text holds a link that signs somebody in.</summary>
    public required bool HasSecret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before; moved on after each failed try.</summary>
    public required DateTimeOffset NextTryAt { get; set; }

    /// <summary>Not to be sent any more after this; null for mail that never grows old.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The address at which the receiver ends mails of this kind; null for mail that only follows what they did.</summary>
    public string? StopLink { get; init; }

    /// <summary>What the mail server said last, in a few words.</summary>
    public string? Error { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> entity)
        {
            entity.ToTable("outbox_mails");
            entity.Property(mail => mail.Cause).HasMaxLength(100);
            entity.Property(mail => mail.Address).HasMaxLength(256);
            entity.Property(mail => mail.Subject).HasMaxLength(200);
            entity.Property(mail => mail.StopLink).HasMaxLength(1000);
            entity.Property(mail => mail.Error).HasMaxLength(500);
            entity.HasIndex(mail => new { mail.TenantId, mail.Cause }).IsUnique();
            entity.HasIndex(mail => new { mail.TenantId, mail.NoticeId }).HasFilter("notice_id IS NOT NULL");
            entity.HasIndex(mail => new { mail.TenantId, mail.NextTryAt }).HasFilter("sent_at IS NULL");
            entity.HasIndex(mail => new { mail.TenantId, mail.CreatedAt, mail.Id });
        }
    }
}

public static class OutboxMailSet
{
    extension(PantryDb db)
    {
        public DbSet<OutboxMail> OutboxMails => db.Set<OutboxMail>();
    }
}
