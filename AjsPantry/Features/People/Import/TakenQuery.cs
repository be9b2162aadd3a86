using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>Which numbers and addresses of a list the tenant's people have already, whoever is deactivated included.</summary>
public sealed class TakenQuery(PantryDb db, ILookupNormalizer normalizer)
{
    /// <returns>Two sets that ignore case, as the accounts do.</returns>
    public async Task<(HashSet<string> Numbers, HashSet<string> Mails)> ReadAsync(
        IEnumerable<string> numbers, IEnumerable<string> mails, CancellationToken cancellationToken)
    {
        string[] wanted = [.. numbers.Distinct()];
        string?[] userNames = [.. wanted.Select(number => normalizer.NormalizeName(Member.UserNameOf(db.TenantId, number))).Distinct()];
        string?[] addresses = [.. mails.Select(normalizer.NormalizeEmail).Distinct()];
        var found = await db.Members
            .Where(member => userNames.Contains(member.NormalizedUserName) || wanted.Contains(member.Number)
                || addresses.Contains(member.NormalizedEmail))
            .Select(member => new { member.Number, member.NormalizedEmail })
            .ToListAsync(cancellationToken);
        return (
            found.Select(member => member.Number).ToHashSet(StringComparer.OrdinalIgnoreCase),
            found.Select(member => member.NormalizedEmail).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
