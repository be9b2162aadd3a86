using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>
/// Finds whom a sign-in name may mean, before the tenant is known. The database function behind it is the only thing that looks
/// across tenants for this, and it returns ids only. A name may exist in several tenants; then the code of one is asked for.
/// </summary>
public sealed class SignInLookup(PantryDb db)
{
    /// <summary>The most accounts that are looked at for one name. With its residence's code before it a name means one.</summary>
    private const int Most = 5;

    /// <param name="name">A member number, an e-mail address, or either behind its residence's code (noor/1011), as typed.</param>
    /// <remarks>
    /// Also found as it was typed, for numbers that were kept before they had one form; in one command whatever is found, so that the work
    /// tells nothing.
    /// </remarks>
    public async Task<IReadOnlyList<SignInCandidate>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var plain = MemberNumber.AtDoor(name);
        var typed = name.Trim();
        return await db.Database.SqlQuery<SignInCandidate>($"""
            SELECT tenant_id, member_id FROM find_sign_in({plain}, {Most})
            UNION SELECT tenant_id, member_id FROM find_sign_in({typed}, {Most})
            ORDER BY member_id LIMIT {Most}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The residences that a code may mean, written without its dashes; nearly always one.</summary>
    public async Task<IReadOnlyList<Guid>> TenantsOfCodeAsync(string code, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM tenants_of_code({code})").ToListAsync(cancellationToken);

    /// <summary>The tenant of a member whose first factor was accepted; null when there is no such member.</summary>
    public async Task<Guid?> TenantOfAsync(Guid memberId, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid?>($"SELECT tenant_of_member({memberId}) AS \"Value\"").ToListAsync(cancellationToken)).Single();
}

/// <summary>One account that a sign-in name may mean.</summary>
public sealed record SignInCandidate(Guid TenantId, Guid MemberId);
