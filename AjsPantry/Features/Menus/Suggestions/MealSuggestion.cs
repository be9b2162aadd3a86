using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>What a person of the floor would like to eat on a coming day. It is answered or taken back, never deleted.</summary>
public sealed class MealSuggestion : TenantOwned
{
    public const int LongestNotes = 300;
    public const int LongestAnswer = 300;

    /// <summary>Made with the form, so that a form sent twice suggests once.</summary>
    public required Guid SubmissionId { get; init; }

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    public required DateOnly Date { get; set; }

    /// <summary>The dish by name: one of the library, or one that would be new.</summary>
    public required string Dish { get; set; }

    public string? Side { get; set; }

    public string? Notes { get; set; }

    public SuggestionState State { get; set; } = SuggestionState.Waiting;

    /// <summary>What the person who answered says; always there when declined.</summary>
    public string? Answer { get; set; }

    public Guid? AnsweredById { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The meal that came of it.</summary>
    public Guid? MenuId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    /// <summary>
    /// Those that somebody should answer: their day is not over, and their person still lives on the floor. Translated to SQL.
    /// </summary>
    public static Expression<Func<MealSuggestion, bool>> Waits(DateOnly today) => wish =>
        wish.State == SuggestionState.Waiting && wish.Date >= today && wish.Member!.DeactivatedAt == null
            && wish.Member.FloorId == wish.FloorId;

    internal sealed class Mapping : IEntityTypeConfiguration<MealSuggestion>
    {
        public void Configure(EntityTypeBuilder<MealSuggestion> entity)
        {
            entity.ToTable("meal_suggestions", table =>
            {
                table.HasCheckConstraint("ck_meal_suggestions_dish", "dish <> ''");
                table.HasCheckConstraint("ck_meal_suggestions_answer",
                    "(answered_at IS NULL) = (state = 'Waiting') AND (state <> 'Declined' OR answer IS NOT NULL)");
                table.HasCheckConstraint("ck_meal_suggestions_menu", "menu_id IS NULL OR state = 'Accepted'");
            });
            entity.Property(suggestion => suggestion.Dish).HasMaxLength(Dishes.Dish.LongestName);
            entity.Property(suggestion => suggestion.Side).HasMaxLength(Dishes.Dish.LongestName);
            entity.Property(suggestion => suggestion.Notes).HasMaxLength(LongestNotes);
            entity.Property(suggestion => suggestion.Answer).HasMaxLength(LongestAnswer);
            entity.Property(suggestion => suggestion.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(suggestion => suggestion.Version).IsRowVersion();
            entity.HasIndex(suggestion => new { suggestion.TenantId, suggestion.SubmissionId }).IsUnique()
                .HasDatabaseName("ux_meal_suggestions_submission");
            entity.HasIndex(suggestion => new { suggestion.TenantId, suggestion.FloorId, suggestion.Date });
            entity.HasIndex(suggestion => new { suggestion.TenantId, suggestion.MemberId, suggestion.Date });
            entity.HasOne(suggestion => suggestion.Floor).WithMany()
                .HasForeignKey(suggestion => new { suggestion.TenantId, suggestion.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Menu>().WithMany().HasForeignKey(suggestion => new { suggestion.TenantId, suggestion.MenuId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(suggestion => suggestion.Member).WithMany()
                .HasForeignKey(suggestion => new { suggestion.TenantId, suggestion.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Member>().WithMany().HasForeignKey(suggestion => new { suggestion.TenantId, suggestion.AnsweredById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum SuggestionState
{
    Waiting,
    Accepted,
    Declined,

    /// <summary>Taken back by the person.</summary>
    Withdrawn,
}

public static class MealSuggestionSet
{
    extension(PantryDb db)
    {
        public DbSet<MealSuggestion> MealSuggestions => db.Set<MealSuggestion>();
    }
}
