using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// One change of one row: who, when, from where, what and why. The application's database role may add entries, never change them.
/// </summary>
[NotAudited]
public sealed class AuditEntry : TenantOwned
{
    /// <summary>The most of a name that is kept, in characters.</summary>
    public const int MostName = 100;

    /// <summary>Private, so that nothing writes an entry without what <see cref="By"/> puts into each.</summary>
    private AuditEntry()
    {
    }

    public required DateTimeOffset At { get; init; }

    /// <summary>The person who did it; null for a job.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The person's or the job's name at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>The network address of the request; null for a job.</summary>
    public string? Address { get; init; }

    /// <summary>Added, Changed or Removed.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind of thing, such as Bill.</summary>
    public required string Thing { get; init; }

    public required Guid ThingId { get; init; }

    /// <summary>The changed values before, as a JSON object; null when the thing was added.</summary>
    public string? Before { get; init; }

    /// <summary>The changed values after, as a JSON object; null when the thing was removed.</summary>
    public string? After { get; init; }

    /// <summary>The reason the person gave, where one is asked.</summary>
    public string? Reason { get; init; }

    /// <summary>When the row was written by the database's own clock; null in rows from before it was noted.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>The database role that wrote it.</summary>
    public string? WrittenBy { get; private set; }

    /// <summary>Whose session the database found behind <see cref="SessionProof"/>; null when nobody's.</summary>
    public Guid? SessionMemberId { get; private set; }

    /// <summary>Goes along for the database to look the session up with, and is not kept.</summary>
    public byte[]? SessionProof { get; init; }

    /// <summary>
    /// An entry that names a person but did not come from a session of that person: nothing that the application writes by itself.
    /// </summary>
    public bool IsWithoutSession => WrittenAt is not null && ActorId is not null && SessionMemberId != ActorId;

    /// <summary>An entry of the present caller, with what the database needs to see whose session it comes from.</summary>
    /// <param name="before">The values before, as a JSON object; null when the thing was added.</param>
    /// <param name="after">The same after; null when the thing was removed.</param>
    public static AuditEntry By(Caller caller, DateTimeOffset at, string kind, string thing, Guid thingId, string? before, string? after) =>
        new()
        {
            At = at,
            ActorId = caller.Person?.Id,
            ActorName = InputParser.Cut(caller.Name, MostName),
            Address = caller.Address,
            Kind = kind,
            Thing = thing,
            ThingId = thingId,
            Before = before,
            After = after,
            Reason = caller.Reason,
            SessionProof = caller.SessionProof,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entity)
        {
            entity.ToTable("audit_entries");
            entity.Property(entry => entry.ActorName).HasMaxLength(MostName);
            entity.Property(entry => entry.Address).HasMaxLength(50);
            entity.Property(entry => entry.Kind).HasMaxLength(10);
            entity.Property(entry => entry.Thing).HasMaxLength(40);
            entity.Property(entry => entry.Before).HasColumnType("jsonb");
            entity.Property(entry => entry.After).HasColumnType("jsonb");
            entity.Property(entry => entry.Reason).HasMaxLength(500);
            // A trigger fills them, whatever is sent.
            entity.Property(entry => entry.WrittenAt).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            entity.Property(entry => entry.WrittenBy).HasMaxLength(63).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            entity.Property(entry => entry.SessionMemberId).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            entity.ToTable(table => table.HasCheckConstraint("ck_audit_entries_session_proof", "session_proof IS NULL"));
            entity.HasIndex(entry => new { entry.TenantId, entry.At });
            entity.HasIndex(entry => new { entry.TenantId, entry.At }, "ix_audit_entries_bills").HasDatabaseName("ix_audit_entries_bills")
                .HasFilter("thing = 'Bill' AND kind = 'Added'");
            entity.HasIndex(entry => new { entry.TenantId, entry.ThingId });
        }
    }
}
