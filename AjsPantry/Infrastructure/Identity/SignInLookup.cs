using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>
/// Finds whom a sign-in name may mean, before the tenant is known. The database function behind it is the only thing that looks
/// across tenants for this, and it returns ids only. A number or an address may exist in several tenants; the password decides.
/// </summary>
public sealed class SignInLookup(PantryDb db)
{
    /// <summary>The most accounts one name may mean; bounds the passwords checked for one attempt. With its residence's code a number means one.</summary>
    private const int Most = 5;

    /// <param name="name">A member number, an e-mail address, or a residence's code and a number (noor/1011), as typed.</param>
    /// <remarks>
    /// Also found as it was typed, for numbers that were kept before they had one form; in one command whatever is found, so that the work
    /// tells nothing.
    /// </remarks>
    public async Task<List<SignInCandidate>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var (plain, typed) = (MemberNumber.AtDoor(name), name.Trim());
        return await db.Database.SqlQuery<SignInCandidate>($"""
            SELECT tenant_id, member_id FROM find_sign_in({plain}, {Most}) UNION SELECT tenant_id, member_id FROM find_sign_in({typed}, {Most}) LIMIT {Most}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The tenant of a member whose first factor was accepted; null when there is no such member.</summary>
    public async Task<Guid?> TenantOfAsync(Guid memberId, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid?>($"SELECT tenant_of_member({memberId}) AS \"Value\"").ToListAsync(cancellationToken)).Single();
}

/// <summary>One account that a sign-in name may mean.</summary>
public sealed record SignInCandidate(Guid TenantId, Guid MemberId);
