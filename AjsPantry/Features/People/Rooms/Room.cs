using System.Globalization;
using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.People.Rooms;

/// <summary>A room of a floor: the people who cook together. Rooms are archived, never deleted; their turns and meals stay.</summary>
public sealed class Room : TenantOwned
{
    public const int LongestName = 60;
    public const int LongestLabel = 10;
    private const int MostInitials = 4;

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    /// <summary>Unique among the floor's rooms in use, whatever the case of its letters.</summary>
    public required string Name { get; set; }

    /// <summary>A short mark, such as 104 or an emoji; null when the name will do.</summary>
    public string? Label { get; set; }

    /// <summary>What stands for the room where there is no place for a name: its label, else its number, else its initials.</summary>
    public static string Mark(string? label, string name) =>
        label ?? NumberIn(name) ?? (name.Length <= LongestLabel ? name : InitialsOf(name));

    private static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Take(MostInitials).Select(word => StringInfo.GetNextTextElement(word)));
    }

    /// <summary>The 103 of Room 103; null where the name does not end with a number of its own.</summary>
    public static string? NumberIn(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., { Length: <= LongestLabel } last] && last.Any(char.IsDigit) ? last
            : null;

    public DateTimeOffset? ArchivedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    public List<RoomStay> Stays { get; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Room>
    {
        public void Configure(EntityTypeBuilder<Room> entity)
        {
            entity.ToTable("rooms", table => table.HasCheckConstraint("ck_rooms_name", "name <> ''"));
            entity.Property(room => room.Name).HasMaxLength(LongestName);
            entity.Property(room => room.Label).HasMaxLength(LongestLabel);
            entity.Property(room => room.Version).IsRowVersion();
            entity.HasOne(room => room.Floor).WithMany().HasForeignKey(room => new { room.TenantId, room.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    /// <summary>The unique index that keeps names apart; made by the migration because it is over lower(name).</summary>
    internal const string NameIndex = "ux_rooms_name";
}

/// <summary>Somebody's time in a room. The history stays when they leave.</summary>
public sealed class RoomStay : TenantOwned
{
    /// <summary>Who lives in the room now. Translated to SQL.</summary>
    public static readonly Expression<Func<RoomStay, bool>> IsPresent = stay => stay.Until == null;

    public Guid RoomId { get; init; }

    public Room? Room { get; private init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When they left; null while they live there.</summary>
    public DateTimeOffset? Until { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RoomStay>
    {
        public void Configure(EntityTypeBuilder<RoomStay> entity)
        {
            entity.ToTable("room_stays", table => table.HasCheckConstraint("ck_room_stays", "until IS NULL OR until >= since"));
            entity.HasIndex(stay => new { stay.TenantId, stay.RoomId, stay.MemberId }).IsUnique().HasFilter("until IS NULL")
                .HasDatabaseName("ux_room_stays_present");
            entity.HasIndex(stay => new { stay.TenantId, stay.MemberId });
            entity.HasOne(stay => stay.Room).WithMany(room => room.Stays).HasForeignKey(stay => new { stay.TenantId, stay.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(stay => stay.Member).WithMany()
                .HasForeignKey(stay => new { stay.TenantId, stay.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class RoomSets
{
    extension(PantryDb db)
    {
        public DbSet<Room> Rooms => db.Set<Room>();

        public DbSet<RoomStay> RoomStays => db.Set<RoomStay>();

        /// <summary>Who lives in which room now.</summary>
        public IQueryable<RoomStay> PresentStays => db.Set<RoomStay>().Where(RoomStay.IsPresent);
    }
}
