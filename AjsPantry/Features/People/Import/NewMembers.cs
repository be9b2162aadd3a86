using System.Security.Cryptography;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Features.People.Import;

/// <summary>
/// Makes accounts without a password as Identity's manager would. The manager itself asks the database four times per person,
/// which the batch has already asked once for all.
/// </summary>
public sealed class NewMembers(PantryDb db, ILookupNormalizer normalizer, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    /// <summary>As long as Identity's own stamps: 160 bits.</summary>
    private const int StampLetters = 40;

    public List<Member> Make(IReadOnlyList<CheckedRow> rows)
    {
        var now = clock.GetUtcNow();
        return [.. rows.Select(row => Make(row, now))];
    }

    private Member Make(CheckedRow row, DateTimeOffset now)
    {
        var userName = Member.UserNameOf(db.TenantId, row.Row.Number);
        return new Member
        {
            Number = row.Row.Number,
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            // Until people say their name on joining, they are known by their number.
            Name = row.Row.Name == "" ? row.Row.Number : row.Row.Name,
            Email = row.Email,
            NormalizedEmail = normalizer.NormalizeEmail(row.Email),
            PhoneNumber = row.Row.Phone == "" ? null : row.Row.Phone,
            Role = row.Role!.Value,
            FloorId = row.FloorId,
            SecurityStamp = RandomNumberGenerator.GetHexString(StampLetters),
            LockoutEnabled = identity.Value.Lockout.AllowedForNewUsers,
            CreatedAt = now,
        };
    }
}
