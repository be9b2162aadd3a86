using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Notices;

/// <summary>Something a person was told. It stays in their inbox; what it led to may be gone when they open it.</summary>
[NotAudited]
public sealed class Notice : TenantOwned
{
    public const int LongestTitle = 150;
    public const int LongestText = 600;
    public const int LongestPath = 200;

    /// <summary>The unique index by which nobody is told the same twice, not even by two at once.</summary>
    internal const string ToldIndex = "ux_notices_told";

    public required Guid MemberId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The thing it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <inheritdoc cref="Subject.Step"/>
    public required string Step { get; init; }

    /// <inheritdoc cref="Subject.Occasion"/>
    public string Occasion { get; init; } = "";

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Where it leads, a path of this site that the person may open.</summary>
    public required string Path { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it is new. Before <see cref="CreatedAt"/> for what its receiver wants no place in the inbox for.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Stands in for the reading of what nobody will see: it is kept so that the same is not told again.</summary>
    public static readonly DateTimeOffset NeverShown = DateTimeOffset.UnixEpoch;

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> entity)
        {
            entity.ToTable("notices");
            entity.Property(notice => notice.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(notice => notice.Step).HasMaxLength(Subject.LongestStep);
            entity.Property(notice => notice.Occasion).HasMaxLength(Subject.LongestOccasion);
            entity.Property(notice => notice.Title).HasMaxLength(LongestTitle);
            entity.Property(notice => notice.Text).HasMaxLength(LongestText);
            entity.Property(notice => notice.Path).HasMaxLength(LongestPath);
            entity.HasIndex(notice => new { notice.TenantId, notice.MemberId, notice.SubjectId, notice.Step, notice.Occasion })
                .IsUnique().HasDatabaseName(ToldIndex);
            entity.HasIndex(notice => new { notice.TenantId, notice.MemberId, notice.CreatedAt });
            entity.HasIndex(notice => new { notice.TenantId, notice.SubjectId, notice.Step });
            entity.HasOne<Member>().WithMany().HasForeignKey(notice => new { notice.TenantId, notice.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Kinds of news, as people choose which of them they get and how.</summary>
public enum NoticeKind
{
    CookingTurn,
    Meal,
    Swap,
    Suggestion,
    Tea,
    Request,
    Announcement,
    Event,
    Shopping,
    Expenses,
    Loan,
    Fine,
    Idea,

    /// <summary>For admins alone: the room for photos and receipts.</summary>
    Files,

    /// <summary>For platform operators alone.</summary>
    Operations,

    /// <summary>The person's own sign-in; nobody can choose not to be told.</summary>
    Account,
}

/// <summary>How a person wants to be told. Without a row: everything in the inbox and by mail, at any hour.</summary>
public sealed class NoticeSettings : TenantOwned
{
    public required Guid MemberId { get; init; }

    /// <summary>Names of the kinds that come by no mail.</summary>
    public string[] NoMail { get; set; } = [];

    /// <summary>Names of the kinds that do not stand in the inbox.</summary>
    public string[] NoInbox { get; set; } = [];

    /// <summary>
    /// From when no mail is sent, on the tenant's clock; null together with <see cref="QuietUntil"/>. The hours may pass midnight.
    /// </summary>
    public TimeOnly? QuietFrom { get; set; }

    public TimeOnly? QuietUntil { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NoticeSettings>
    {
        public void Configure(EntityTypeBuilder<NoticeSettings> entity)
        {
            entity.ToTable("notice_settings",
                table => table.HasCheckConstraint("ck_notice_settings_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)"));
            entity.HasIndex(settings => new { settings.TenantId, settings.MemberId }).IsUnique();
            entity.HasOne<Member>().WithMany().HasForeignKey(settings => new { settings.TenantId, settings.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class NoticeSets
{
    extension(PantryDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<NoticeSettings> NoticeSettings => db.Set<NoticeSettings>();
    }
}
