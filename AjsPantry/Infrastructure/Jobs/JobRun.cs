using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>One run of a tenant's job: the guard against a second scheduled run of the same period, and the admin's history.</summary>
[NotAudited]
public sealed class JobRun : TenantOwned
{
    /// <summary>The most of an error's text that is kept, in characters.</summary>
    public const int MostError = 500;

    private const int MostResult = 200;

    public required string Kind { get; init; }

    public required string Period { get; init; }

    /// <summary>Who asked for it; null when the clock did.</summary>
    public string? RequestedBy { get; init; }

    public required DateTimeOffset QueuedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public JobState State { get; set; } = JobState.Queued;

    public int Attempts { get; set; }

    /// <summary>What came of it, in a few words.</summary>
    public string? Result { get; set; }

    /// <summary>What went wrong the last time, in a few words.</summary>
    public string? Error { get; set; }

    public TimeSpan? Duration => FinishedAt - StartedAt;

    public void Start(DateTimeOffset now)
    {
        State = JobState.Running;
        StartedAt = now;
        FinishedAt = null;
        Error = null;
        Attempts++;
    }

    public void Succeed(DateTimeOffset now, string result)
    {
        State = JobState.Done;
        FinishedAt = now;
        Result = InputParser.Cut(result, MostResult);
    }

    public void Fail(DateTimeOffset now, string error)
    {
        State = JobState.Failed;
        FinishedAt = now;
        Error = InputParser.Cut(error, MostError);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<JobRun>
    {
        public void Configure(EntityTypeBuilder<JobRun> entity)
        {
            entity.ToTable("job_runs");
            entity.Ignore(run => run.Duration);
            entity.Property(run => run.Kind).HasMaxLength(40);
            entity.Property(run => run.Period).HasMaxLength(20);
            entity.Property(run => run.RequestedBy).HasMaxLength(100);
            entity.Property(run => run.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(run => run.Result).HasMaxLength(MostResult);
            entity.Property(run => run.Error).HasMaxLength(MostError);
            entity.HasIndex(run => new { run.TenantId, run.Kind, run.Period }).IsUnique().HasFilter("requested_by IS NULL")
                .HasDatabaseName("ux_job_runs_scheduled");
            entity.HasIndex(run => new { run.TenantId, run.Kind, run.QueuedAt });
            entity.HasIndex(run => new { run.TenantId, run.QueuedAt }).HasFilter("state = 'Failed'").HasDatabaseName("ix_job_runs_failed");
        }
    }
}

public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
}

public static class JobRunSet
{
    extension(PantryDb db)
    {
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }
}
