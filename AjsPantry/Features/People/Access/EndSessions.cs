using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Access;

/// <summary>Signs a person out of every device, as after a lost phone.</summary>
public sealed class EndSessions(PantryDb db, Scope scope, SecurityLog log)
{
    /// <returns>How many devices were signed in; null when the tenant has nobody by that id.</returns>
    public async Task<int?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageMembers);
        if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = scope.Actor.SessionId;
        var ended = await db.LiveSessionsOf(id, scope.Now).CountAsync(session => session.Id != mine, cancellationToken);
        await db.Sessions.Where(session => session.MemberId == id && session.Id != mine).ExecuteDeleteAsync(cancellationToken);
        // A lost phone may be one that is asked for no code; that ends with the stamp.
        if (id != scope.Actor.Id)
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
    private AuditEntry Entry(Guid memberId, int ended)
    {
        var after = $$"""{"{{Ended}}":{{ended.ToString(CultureInfo.InvariantCulture)}}}""";
        return scope.Entry("Changed", nameof(Member), memberId, null, after);
    }

    /// <summary>The name under which the audit trail counts them.</summary>
    internal const string Ended = "EndedSessions";
}
