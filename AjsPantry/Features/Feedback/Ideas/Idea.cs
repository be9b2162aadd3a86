using System.Linq.Expressions;
using AjsPantry.Features.Feedback.Hiding;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>
/// What somebody of a floor would do better, for the others to vote on and the head to answer. It is declined or done, never deleted.
/// </summary>
public sealed class Idea : TenantOwned
{
    public const int LongestTitle = 120;
    public const int LongestText = 1000;
    public const int LongestAnswer = 300;

    internal const string SubmissionIndex = "ux_ideas_submission";

    public required Guid FloorId { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid AuthorId { get; init; }

    public Member? Author { get; private init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>The dish it is about; null when it is about none.</summary>
    public Guid? DishId { get; set; }

    public Dish? Dish { get; private init; }

    public IdeaState State { get; set; } = IdeaState.Open;

    /// <summary>What the head says to it.</summary>
    public string? Answer { get; set; }

    public Guid? AnsweredById { get; set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<IdeaVote> Votes { get; } = [];

    public List<IdeaComment> Comments { get; } = [];

    public uint Version { get; private set; }

    /// <summary>Everybody of the floor reads it: it is neither hidden nor withdrawn. Translated to SQL.</summary>
    public static readonly Expression<Func<Idea, bool>> IsShown = idea => idea.State != IdeaState.Hidden
        && idea.State != IdeaState.Withdrawn;

    internal sealed class Mapping : IEntityTypeConfiguration<Idea>
    {
        public void Configure(EntityTypeBuilder<Idea> entity)
        {
            entity.ToTable("ideas", table =>
            {
                table.HasCheckConstraint("ck_ideas_words", "title <> '' AND text <> ''");
                table.HasCheckConstraint("ck_ideas_answer",
                    "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state IN ('Open', 'Withdrawn') OR answered_at IS NOT NULL) AND (state NOT IN ('Declined', 'Hidden') OR answer IS NOT NULL)");
            });
            entity.Property(idea => idea.Title).HasMaxLength(LongestTitle);
            entity.Property(idea => idea.Text).HasMaxLength(LongestText);
            entity.Property(idea => idea.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(idea => idea.Answer).HasMaxLength(LongestAnswer);
            entity.Property(idea => idea.Version).IsRowVersion();
            entity.HasIndex(idea => new { idea.TenantId, idea.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(idea => new { idea.TenantId, idea.FloorId, idea.State, idea.CreatedAt });
            entity.HasIndex(idea => new { idea.TenantId, idea.DishId });
            entity.HasOne<Floor>().WithMany().HasForeignKey(idea => new { idea.TenantId, idea.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(idea => idea.Dish).WithMany().HasForeignKey(idea => new { idea.TenantId, idea.DishId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(idea => idea.Author).WithMany().HasForeignKey(idea => new { idea.TenantId, idea.AuthorId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(idea => idea.AnsweredBy).WithMany().HasForeignKey(idea => new { idea.TenantId, idea.AnsweredById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum IdeaState
{
    Open,
    Planned,
    Done,
    Declined,

    /// <summary>Only its author and those who answer ideas see it; the answer says why.</summary>
    Hidden,

    /// <summary>Its author withdrew it, and only they still see it.</summary>
    Withdrawn,
}

/// <summary>One person's vote for an idea. Taking it back deletes the row, which the audit trail keeps.</summary>
public sealed class IdeaVote : TenantOwned
{
    /// <summary>The unique index by which a person votes once.</summary>
    internal const string OnceIndex = "ux_idea_votes_once";

    public required Guid IdeaId { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdeaVote>
    {
        public void Configure(EntityTypeBuilder<IdeaVote> entity)
        {
            entity.ToTable("idea_votes");
            entity.HasIndex(vote => new { vote.TenantId, vote.IdeaId, vote.MemberId }).IsUnique().HasDatabaseName(OnceIndex);
            entity.HasOne<Idea>().WithMany(idea => idea.Votes).HasForeignKey(vote => new { vote.TenantId, vote.IdeaId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Member>().WithMany().HasForeignKey(vote => new { vote.TenantId, vote.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A comment on an idea. Its author may withdraw it, and those who answer ideas may hide it; the row stays.</summary>
public sealed class IdeaComment : TenantOwned, IHideable
{
    public const int LongestText = 500;

    internal const string SubmissionIndex = "ux_idea_comments_submission";

    public required Guid IdeaId { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid AuthorId { get; init; }

    public Member? Author { get; private init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public DateTimeOffset? HiddenAt { get; set; }

    public Guid? HiddenById { get; set; }

    public Member? HiddenBy { get; private init; }

    public string? HiddenReason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdeaComment>
    {
        public void Configure(EntityTypeBuilder<IdeaComment> entity)
        {
            entity.ToTable("idea_comments", table =>
            {
                table.HasCheckConstraint("ck_idea_comments", "text <> ''");
                table.HasCheckConstraint("ck_idea_comments_hidden", HideWords.Constraint);
            });
            entity.Property(comment => comment.HiddenReason).HasMaxLength(HideWords.LongestReason);
            entity.HasOne(comment => comment.HiddenBy).WithMany().HasForeignKey(comment => new { comment.TenantId, comment.HiddenById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.Property(comment => comment.Text).HasMaxLength(LongestText);
            entity.HasIndex(comment => new { comment.TenantId, comment.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(comment => new { comment.TenantId, comment.IdeaId, comment.CreatedAt });
            entity.HasOne<Idea>().WithMany(idea => idea.Comments).HasForeignKey(comment => new { comment.TenantId, comment.IdeaId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(comment => comment.Author).WithMany().HasForeignKey(comment => new { comment.TenantId, comment.AuthorId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class IdeaSets
{
    extension(PantryDb db)
    {
        public DbSet<Idea> Ideas => db.Set<Idea>();

        public DbSet<IdeaVote> IdeaVotes => db.Set<IdeaVote>();

        public DbSet<IdeaComment> IdeaComments => db.Set<IdeaComment>();
    }
}
