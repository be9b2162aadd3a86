using AjsPantry.Features.Feedback.Hiding;
using AjsPantry.Features.Menus;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>How a meal tasted to one person. It may be changed and withdrawn by its author; the row stays.</summary>
public sealed class Rating : Infrastructure.Tenancy.TenantOwned, IHideable
{
    public const int Most = 5;
    public const int LongestComment = 500;
    public const int LongestAnswer = 300;

    /// <summary>The unique index by which a person rates a meal once.</summary>
    internal const string OnceIndex = "ux_ratings_once";

    public required Guid MenuId { get; init; }

    public Menu? Menu { get; private init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    /// <summary>From 1 to 5.</summary>
    public required int Stars { get; set; }

    public string? Comment { get; set; }

    /// <summary>Its author was told that the name shows, as the floor had it when they rated. What was written unnamed stays so.</summary>
    public bool ShowsName { get; set; }

    /// <summary>What the head says to the comment.</summary>
    public string? Answer { get; set; }

    public Guid? AnsweredById { get; set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When the photo came that stands with it; null while there is none.</summary>
    public DateTimeOffset? PhotoAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When its author took it back; it no longer counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Since when its words and its photo are hidden; the stars still count.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    public Guid? HiddenById { get; set; }

    public Member? HiddenBy { get; private init; }

    public string? HiddenReason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Rating>
    {
        public void Configure(EntityTypeBuilder<Rating> entity)
        {
            entity.ToTable("ratings", table =>
            {
                table.HasCheckConstraint("ck_ratings_stars", $"stars BETWEEN 1 AND {Most}");
                table.HasCheckConstraint(
                    "ck_ratings_answer", "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_id IS NULL)");
                table.HasCheckConstraint("ck_ratings_hidden", HideWords.Constraint);
            });
            entity.Property(rating => rating.HiddenReason).HasMaxLength(HideWords.LongestReason);
            entity.HasOne(rating => rating.HiddenBy).WithMany().HasForeignKey(rating => new { rating.TenantId, rating.HiddenById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.Property(rating => rating.Answer).HasMaxLength(LongestAnswer);
            entity.Property(rating => rating.Comment).HasMaxLength(LongestComment);
            entity.HasIndex(rating => new { rating.TenantId, rating.MenuId, rating.MemberId }).IsUnique().HasDatabaseName(OnceIndex);
            entity.HasIndex(rating => new { rating.TenantId, rating.MemberId });
            entity.HasOne(rating => rating.Menu).WithMany().HasForeignKey(rating => new { rating.TenantId, rating.MenuId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(rating => rating.Member).WithMany().HasForeignKey(rating => new { rating.TenantId, rating.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(rating => rating.AnsweredBy).WithMany().HasForeignKey(rating => new { rating.TenantId, rating.AnsweredById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class RatingSet
{
    extension(PantryDb db)
    {
        public DbSet<Rating> Ratings => db.Set<Rating>();
    }
}
