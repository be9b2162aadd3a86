using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Identity's claims, kept behind the tenant's walls like the member they belong to.</summary>
public sealed class MemberClaim : IdentityUserClaim<Guid>, IMemberDetail
{
    public Guid TenantId { get; private set; }

    Guid ITenantOwned.Id => UserId;
}

/// <summary>Identity's external sign-ins. None are offered; the table is part of Identity's schema.</summary>
public sealed class MemberLogin : IdentityUserLogin<Guid>, IMemberDetail
{
    public Guid TenantId { get; private set; }

    Guid ITenantOwned.Id => UserId;
}

/// <summary>Identity's tokens: the authenticator key and the recovery codes of two-factor sign-in.</summary>
public sealed class MemberToken : IdentityUserToken<Guid>, IMemberDetail
{
    public Guid TenantId { get; private set; }

    Guid ITenantOwned.Id => UserId;
}

/// <summary>A table that Identity defines with its own key; the foreign key to the member carries the tenant.</summary>
public interface IMemberDetail : ITenantOwned
{
    Guid UserId { get; }
}

internal sealed class MemberDetailMapping
    : IEntityTypeConfiguration<MemberClaim>, IEntityTypeConfiguration<MemberLogin>, IEntityTypeConfiguration<MemberToken>
{
    public void Configure(EntityTypeBuilder<MemberClaim> builder) => BelongToMember(builder, "member_claims");

    public void Configure(EntityTypeBuilder<MemberLogin> builder) => BelongToMember(builder, "member_logins");

    public void Configure(EntityTypeBuilder<MemberToken> builder) => BelongToMember(builder, "member_tokens");

    private static void BelongToMember<T>(EntityTypeBuilder<T> entity, string table)
        where T : class, IMemberDetail
    {
        entity.ToTable(table);
        entity.Metadata.GetForeignKeys().Where(key => key.PrincipalEntityType.ClrType == typeof(Member)).ToList()
            .ForEach(key => entity.Metadata.RemoveForeignKey(key));
        entity.HasOne<Member>().WithMany().HasForeignKey("TenantId", "UserId").HasPrincipalKey(member => new { member.TenantId, member.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
