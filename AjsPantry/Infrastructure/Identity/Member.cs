using System.Linq.Expressions;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>
/// A person with an account. Admins and operators have no floor, everybody else has exactly one. Identity's user name is made by
/// <see cref="UserNameOf"/>; nobody reads or types it.
/// </summary>
public sealed class Member : IdentityUser<Guid>, ITenantOwned
{
    /// <summary>Who can sign in: has joined and is not deactivated. Translated to SQL.</summary>
    public static readonly Expression<Func<Member, bool>> IsActive = member => member.DeactivatedAt == null && member.PasswordHash != null;

    public Member() => Id = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    /// <summary>The member number, unique within the tenant; what most people sign in with.</summary>
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public Guid? FloorId { get; set; }

    public Floor? Floor { get; set; }

    /// <summary>How the person wants the pages: light, dark, or as the device says.</summary>
    public Theme Theme { get; set; }

    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>When the person last came to a floor, by a move or by being switched on again; null since the account was made.</summary>
    public DateTimeOffset? CameAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The half minute of the last code that was accepted; one of it or an earlier one counts no more.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>
    /// Identity's user name, which must be unique over all tenants while a number is unique within one. It holds the tenant's id
    /// and not its code, so that an admin may change the code without touching anybody's account.
    /// </summary>
    public static string UserNameOf(Guid tenantId, string number) => $"{tenantId:N}/{number}";

    internal sealed class Mapping : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> entity)
        {
            entity.ToTable(
                "members", table => table.HasCheckConstraint("ck_members_floor", "(role IN ('Admin', 'Operator')) = (floor_id IS NULL)"));
            entity.HasAlternateKey(member => new { member.TenantId, member.Id });
            entity.Property(member => member.Number).HasMaxLength(20);
            entity.Property(member => member.Name).HasMaxLength(100);
            entity.Property(member => member.Role).HasConversion<string>().HasMaxLength(20);
            entity.Property(member => member.Theme).HasConversion<string>().HasMaxLength(10);
            entity.HasIndex(member => new { member.TenantId, member.Number }).IsUnique();
            entity.HasIndex(member => new { member.TenantId, member.NormalizedEmail }).IsUnique();
            entity.HasIndex(member => new { member.TenantId, member.FloorId });
            entity.HasOne(member => member.Floor).WithMany().HasForeignKey(member => new { member.TenantId, member.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum Theme
{
    Device,
    Light,
    Dark,
}
