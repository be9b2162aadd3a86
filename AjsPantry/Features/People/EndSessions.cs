using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Security;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People;

/// <summary>Signs a person out of every device, as after a lost phone.</summary>
public sealed class EndSessions(PantryDb db, Caller caller, SecurityLog log, TimeProvider clock)
{
    /// <returns>How many sessions ended; null when the tenant has nobody by that id.</returns>
    public async Task<int?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await db.Sessions.Where(session => session.MemberId == id && session.Id != caller.Person!.SessionId).ExecuteDeleteAsync(cancellationToken);
        // A lost phone may be one that is asked for no code; that ends with the stamp.
        if (id != caller.Person!.Id)
            member.SecurityStamp = Guid.NewGuid().ToString();
        if (ended > 0)
        {
            db.AuditEntries.Add(Entry(id, ended));
            log.Note(db, SecurityEventKind.SignedOutByAdmin, id);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ended;
    }

    /// <summary>Sessions change by being used and are not audited; that an admin ended somebody's is worth an entry.</summary>
    private AuditEntry Entry(Guid memberId, int ended) => new()
    {
        At = clock.GetUtcNow(),
        ActorId = caller.Person?.Id,
        ActorName = caller.Name,
        Address = caller.Address,
        Kind = "Changed",
        Thing = nameof(Member),
        ThingId = memberId,
        After = $$"""{"{{Ended}}":{{ended.ToString(CultureInfo.InvariantCulture)}}}""",
        Reason = caller.Reason,
    };

    /// <summary>The name under which the audit trail counts them.</summary>
    internal const string Ended = "EndedSessions";
}
