using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn.Sessions;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>The devices on which the signed-in person is signed in.</summary>
public sealed class MySessions(PantryDb db, Scope scope)
{
    public Task<List<SessionView>> ListAsync(CancellationToken cancellationToken) =>
        db.LiveSessionsOf(scope.Actor.Id, scope.Now).OrderByDescending(session => session.LastSeenAt)
            .Select(session =>
                new SessionView(session.Id, session.Device, session.Address, session.LastSeenAt, session.Id == scope.Actor.SessionId))
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>
    /// Ends some of the person's own sessions, but not the present one. Somebody else's are not found, and nothing happens.
    /// </summary>
    public Task<int> EndAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.Sessions
            .Where(session => session.MemberId == scope.Actor.Id && ids.Contains(session.Id) && session.Id != scope.Actor.SessionId)
            .ExecuteDeleteAsync(cancellationToken);
}
