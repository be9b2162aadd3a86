using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>A residence or office with its own people, floors and settings. Platform operators have a tenant of their own.</summary>
public sealed class Tenant
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Short and unique, such as "noor"; lower case letters, digits and hyphens.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>IANA name, such as Asia/Kolkata. Decides what "today" is.</summary>
    public required string TimeZone { get; set; }

    /// <summary>.NET culture name, such as en-IN. Decides how digits are grouped.</summary>
    public required string Culture { get; set; }

    /// <summary>ISO 4217 code, such as INR.</summary>
    public required string Currency { get; set; }

    /// <summary>The domain that completes a member number to a mail address, such as noor.example; null when there is none.</summary>
    public string? MailDomain { get; set; }

    /// <summary>The meals served, in the order of the day: breakfast, lunch, dinner.</summary>
    public string[] Meals { get; set; } = ["breakfast"];

    /// <summary>What people here call a room, such as Room or Team.</summary>
    public string RoomWord { get; set; } = "Room";

    /// <summary>What people here call a floor, such as Floor or Wing.</summary>
    public string FloorWord { get; set; } = "Floor";

    /// <summary>Forms of address before a name, such as Mr, that short names leave out.</summary>
    public string[] Honorifics { get; set; } = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Shri", "Smt"];

    /// <summary>Days are written with their Hijri date beside the Gregorian one, and the calendar may show Hijri months.</summary>
    public bool ShowsHijri { get; set; }

    /// <summary>
    /// What each weekday is called for, such as bread or roti, Sunday first; an empty text for a day without. Empty altogether where nobody
    /// uses it.
    /// </summary>
    public string[] DayLabels { get; set; } = [];

    /// <summary>A new sign-in ends the person's other sessions.</summary>
    public bool OneSession { get; set; }

    /// <summary>The roles whose people must use a second factor.</summary>
    public string[] SecondFactorRoles { get; set; } = [];

    /// <summary>Quiet minutes after which a shared device is signed out.</summary>
    public int SharedIdleMinutes { get; set; } = 15;

    /// <summary>Quiet days after which a person's own device is signed out.</summary>
    public int OwnIdleDays { get; set; } = 14;

    /// <summary>Days after which everybody signs in again, however busy.</summary>
    public int AbsoluteDays { get; set; } = 30;

    /// <summary>How small and how large <see cref="FileMegabytes"/> may be.</summary>
    public const int LeastFileMegabytes = 10, MostFileMegabytes = 1_000_000;

    /// <summary>How much of people's photos and receipts it may keep; operators decide.</summary>
    public int FileMegabytes { get; set; } = 5000;

    /// <summary>When the tenant was suspended; null while it is active.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Why it was suspended, as its people are told; set together with <see cref="SuspendedAt"/>.</summary>
    public string? SuspendReason { get; set; }

    /// <summary>True for the one tenant in which platform operators live.</summary>
    public bool IsPlatform { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Tenant>
    {
        public void Configure(EntityTypeBuilder<Tenant> entity)
        {
            entity.ToTable("tenants", table =>
            {
                table.HasCheckConstraint("ck_tenants_code", "code ~ '^[a-z0-9-]{2,20}$'");
                table.HasCheckConstraint("ck_tenants_currency", "currency ~ '^[A-Z]{3}$'");
                table.HasCheckConstraint("ck_tenants_meals", "cardinality(meals) > 0 AND meals <@ ARRAY['breakfast', 'lunch', 'dinner']");
                table.HasCheckConstraint("ck_tenants_day_labels", "cardinality(day_labels) IN (0, 7)");
                table.HasCheckConstraint("ck_tenants_suspension", "(suspended_at IS NULL) = (suspend_reason IS NULL)");
                table.HasCheckConstraint("ck_tenants_lifetimes",
                    "shared_idle_minutes BETWEEN 5 AND 1440 AND own_idle_days BETWEEN 1 AND 90 AND absolute_days BETWEEN 1 AND 90");
                table.HasCheckConstraint(
                    "ck_tenants_file_megabytes", $"file_megabytes BETWEEN {LeastFileMegabytes} AND {MostFileMegabytes}");
            });
            entity.Property(tenant => tenant.FileMegabytes).HasDefaultValue(5000).HasSentinel(5000);
            entity.Property(tenant => tenant.Id).ValueGeneratedNever();
            entity.Property(tenant => tenant.Code).HasMaxLength(20);
            entity.Property(tenant => tenant.Name).HasMaxLength(100);
            entity.Property(tenant => tenant.TimeZone).HasMaxLength(60);
            entity.Property(tenant => tenant.Culture).HasMaxLength(20);
            entity.Property(tenant => tenant.Currency).HasMaxLength(3);
            entity.Property(tenant => tenant.MailDomain).HasMaxLength(100);
            entity.Property(tenant => tenant.RoomWord).HasMaxLength(20);
            entity.Property(tenant => tenant.FloorWord).HasMaxLength(20);
            entity.Property(tenant => tenant.SuspendReason).HasMaxLength(300);
            entity.HasIndex(tenant => tenant.Code).IsUnique();
            entity.HasIndex(tenant => tenant.IsPlatform).IsUnique().HasFilter("is_platform");
        }
    }
}
