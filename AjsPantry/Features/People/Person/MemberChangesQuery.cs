using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Person;

/// <summary>The latest of what was changed about a person, from the audit trail, in words.</summary>
public sealed class MemberChangesQuery(PantryDb db)
{
    private const int Shown = 5;

    /// <summary>Some entries say nothing to a reader, such as a counted wrong password, so more are read than shown.</summary>
    private const int Read = 25;

    public async Task<IReadOnlyList<ShownChange>> ReadAsync(Guid memberId, CancellationToken cancellationToken)
    {
        // Identity keeps a person's keys and recovery codes under the person's id too; what they are for is told by the person's own entry.
        var entries = await db.AuditEntries.Where(entry => entry.ThingId == memberId && entry.Thing == nameof(Member))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(Read)
            .Select(entry => new { entry.At, entry.ActorName, entry.Kind, entry.Before, entry.After, entry.Reason })
            .ToListAsync(cancellationToken);
        var floors = entries.Exists(entry => entry.After?.Contains("FloorId", StringComparison.Ordinal) == true)
            ? await db.Floors.ToDictionaryAsync(floor => floor.Id.ToString(), floor => floor.Name, cancellationToken)
            : [];
        return
        [
            .. entries.Select(entry =>
                new ShownChange(entry.Kind == "Added" ? "Was added" : ChangeWords.Of(entry.Before, entry.After, floors), entry.At,
                    entry.ActorName, entry.Reason))
                .Where(change => change.Words != "").Take(Shown),
        ];
    }
}

/// <param name="Words">What changed, such as: Role from Member to Pantry head.</param>
public sealed record ShownChange(string Words, DateTimeOffset At, string By, string? Reason);
