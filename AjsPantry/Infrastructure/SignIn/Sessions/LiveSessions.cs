using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Infrastructure.SignIn.Sessions;

/// <summary>
/// Which of the kept sessions still let somebody in: for lists and counts what <see cref="FoundSession.EndedBy"/> is for one request.
/// </summary>
internal static class LiveSessions
{
    public static IQueryable<Session> LiveSessionsOf(this PantryDb db, Guid memberId, DateTimeOffset now) =>
        from session in db.Sessions
        join tenant in db.Tenants on session.TenantId equals tenant.Id
        where session.MemberId == memberId
        where session.SecurityStamp == session.Member!.SecurityStamp && session.Member.DeactivatedAt == null
        where session.StartedAt.AddDays(tenant.AbsoluteDays) > now
        where (session.SharedDevice ? session.LastSeenAt.AddMinutes(tenant.SharedIdleMinutes)
            : session.LastSeenAt.AddDays(tenant.OwnIdleDays)) > now
        select session;
}
