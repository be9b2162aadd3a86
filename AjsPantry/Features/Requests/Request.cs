using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Requests;

/// <summary>
/// What a person asks of their floor: to be away for some days, or another arrangement. It is decided or taken back, never deleted.
/// </summary>
public sealed class Request : TenantOwned
{
    public const int LongestReason = 500;
    public const int LongestComment = 300;

    /// <summary>How many days a request may cover.</summary>
    public const int MostDays = 366;

    /// <summary>The exclusion constraint that keeps one person's absences from overlapping; made by the migration.</summary>
    internal const string OverlapConstraint = "ex_requests_absences";

    /// <summary>Made with the form, so that a form sent twice asks once.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The floor that decides: the person's when they asked, and the new one when they move before the days are over.</summary>
    public required Guid FloorId { get; set; }

    public Floor? Floor { get; private init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    public required RequestKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; set; }

    public required string Reason { get; init; }

    public RequestState State { get; set; } = RequestState.Open;

    /// <summary>Who decided; null while open, and when the person took it back.</summary>
    public Guid? DecidedById { get; set; }

    public Member? DecidedBy { get; private init; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the person who decided says to it.</summary>
    public string? Comment { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    /// <summary>Days on which the person is away. Translated to SQL.</summary>
    public static readonly Expression<Func<Request, bool>> IsAbsence = request => request.Kind == RequestKind.Absence
        && request.State == RequestState.Approved;

    /// <summary>Those of people who live on a floor now, wherever they lived when they asked. Translated to SQL.</summary>
    public static Expression<Func<Request, bool>> OfPeopleOn(Guid floorId) =>
        request => request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null;

    /// <summary>Those that touch a period. Translated to SQL.</summary>
    public static Expression<Func<Request, bool>> Between(DateOnly first, DateOnly last) =>
        request => request.From <= last && request.Until >= first;

    /// <summary>Those that still need a decision: their days are not over, and their person has not left. Translated to SQL.</summary>
    public static Expression<Func<Request, bool>> Waits(DateOnly today) =>
        request => request.State == RequestState.Open && request.Until >= today && request.Member!.DeactivatedAt == null;

    internal sealed class Mapping : IEntityTypeConfiguration<Request>
    {
        public void Configure(EntityTypeBuilder<Request> entity)
        {
            entity.ToTable("requests", table =>
            {
                table.HasCheckConstraint("ck_requests_days", $"until >= \"from\" AND until - \"from\" < {MostDays}");
                table.HasCheckConstraint("ck_requests_decision",
                    "(decided_at IS NULL) = (state = 'Open') AND (decided_by_id IS NOT NULL) = (state IN ('Approved', 'Declined'))");
                // Nobody decides on the own request.
                table.HasCheckConstraint("ck_requests_judge", "decided_by_id <> member_id");
            });
            entity.Property(request => request.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(request => request.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(request => request.Reason).HasMaxLength(LongestReason);
            entity.Property(request => request.Comment).HasMaxLength(LongestComment);
            entity.Property(request => request.Version).IsRowVersion();
            entity.HasIndex(request => new { request.TenantId, request.SubmissionId }).IsUnique().HasDatabaseName("ux_requests_submission");
            entity.HasIndex(request => new { request.TenantId, request.FloorId, request.State, request.From });
            entity.HasIndex(request => new { request.TenantId, request.MemberId, request.From });
            entity.HasOne(request => request.Floor).WithMany().HasForeignKey(request => new { request.TenantId, request.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(request => request.Member).WithMany().HasForeignKey(request => new { request.TenantId, request.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(request => request.DecidedBy).WithMany().HasForeignKey(request => new { request.TenantId, request.DecidedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum RequestKind
{
    /// <summary>The person is away; turns and tea pass them over.</summary>
    Absence,

    /// <summary>Another arrangement of turns or tea.</summary>
    ScheduleChange,

    Other,
}

public enum RequestState
{
    Open,
    Approved,
    Declined,

    /// <summary>Taken back by the person.</summary>
    Cancelled,
}

public static class RequestSet
{
    extension(PantryDb db)
    {
        public DbSet<Request> Requests => db.Set<Request>();
    }
}
