using System.Linq.Expressions;
using System.Security.Claims;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.SignIn.Sessions;

/// <summary>
/// Reads a session with everything a request needs to know, in one query. Every request begins with it, so EF Core works it out once.
/// </summary>
internal static class SessionQuery
{
    private static CompiledQuery<Func<PantryDb, byte[], IAsyncEnumerable<FoundSession>>>? _compiled;

    public static ValueTask<FoundSession?> FindAsync(
        PantryDb db, UnreadOf unreadOf, byte[] keyHash, CancellationToken cancellationToken)
    {
        _compiled ??= new(() => EF.CompileAsyncQuery(Question(unreadOf)));
        return _compiled.For(db)(db, keyHash).SingleOrDefaultAsync(cancellationToken);
    }

    private static Expression<Func<PantryDb, byte[], IQueryable<FoundSession>>> Question(UnreadOf unreadOf) => (db, keyHash) =>
        from session in db.Set<Session>()
        join tenant in db.Set<Tenant>() on session.TenantId equals tenant.Id
        where session.KeyHash == keyHash
        let member = session.Member!
        select new FoundSession(
            new SignedIn(
                member.Id, session.Id, member.Name, member.Number, member.Role, member.Theme,
                member.Floor == null ? null : new FloorView(member.Floor.Id, member.Floor.Number, member.Floor.Name),
                new TenantView(tenant.Id, tenant.Name, tenant.TimeZone, tenant.Culture, tenant.Currency, tenant.RoomWord, tenant.FloorWord,
                    tenant.Meals, tenant.ShowsHijri, tenant.DayLabels, tenant.Honorifics))
            {
                Unread = unreadOf(db).Count(memberId => memberId == member.Id),
            },
            session.LastSeenAt,
            session.SharedDevice ? TimeSpan.FromMinutes(tenant.SharedIdleMinutes) : TimeSpan.FromDays(tenant.OwnIdleDays),
            session.StartedAt + TimeSpan.FromDays(tenant.AbsoluteDays),
            session.SecurityStamp,
            session.Method,
            session.SharedDevice,
            new SessionRules(
                member.SecurityStamp ?? "", member.DeactivatedAt != null, tenant.SuspendedAt != null, tenant.SuspendReason,
                tenant.SecondFactorRoles, member.TwoFactorEnabled,
                member.PhoneNumber != null && member.PhoneNumber != ""),
            db.Set<ChangeMark>()
                .Where(mark => member.FloorId == null || mark.AboutId == member.FloorId || mark.AboutId == tenant.Id)
                .Sum(mark => (long)mark.Value));
}

/// <summary>
/// The receivers of what nobody has read yet, one row for each unread notice. The feature that has the notices provides it; the
/// session's query counts it along, so that the bell costs no command of its own.
/// </summary>
public delegate IQueryable<Guid> UnreadOf(PantryDb db);

/// <summary>A session as the database has it.</summary>
/// <param name="Idle">How long it lasts without being used.</param>
/// <param name="EndsAt">When it ends even if it is used.</param>
/// <param name="Marks">What the marks of changes add up to that the person could see.</param>
internal sealed record FoundSession(
    SignedIn Person, DateTimeOffset LastSeenAt, TimeSpan Idle, DateTimeOffset EndsAt, string SecurityStamp, string Method,
    bool SharedDevice, SessionRules Rules, long Marks)
{
    /// <summary>Why the session no longer counts; null while it does.</summary>
    public EndedSession? EndedBy(DateTimeOffset now)
    {
        SessionEnd? end = Rules switch
        {
            { IsSuspended: true } => SessionEnd.Suspended,
            { IsDeactivated: true } => SessionEnd.Deactivated,
            _ when SecurityStamp == Session.TakenOver => SessionEnd.TakenOver,
            _ when SecurityStamp != Rules.SecurityStamp => SessionEnd.PasswordChanged,
            _ when now >= LastSeenAt + Idle => SessionEnd.Idle,
            _ when now >= EndsAt => SessionEnd.TooOld,
            _ => null,
        };
        return end is { } reason ? new EndedSession(reason, Person.Id, reason == SessionEnd.Suspended ? Rules.SuspendReason : null) : null;
    }

    /// <summary>The person as the rest of the request knows them.</summary>
    public SignedIn PersonAt(DateTimeOffset lastSeenAt) => Person with
    {
        IdleAt = SharedDevice ? lastSeenAt + Idle : null,
        NeedsSecondFactor = !Rules.HasSecondFactor && Rules.SecondFactorRoles.Contains(Person.Role.ToString()),
        IsAskedForSecondFactor = !Rules.HasSecondFactor && Person.Role is (Role.Admin or Role.Operator),
        HasPhone = Rules.HasPhone,
    };

    /// <summary>The principal that ASP.NET Core and Identity expect, made from the rows as they are now.</summary>
    public AuthenticationTicket Ticket()
    {
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, Person.Id.ToString()),
            new(ClaimTypes.Name, Person.Name),
            new(ClaimTypes.Role, Person.Role.ToString()),
            new(PantryClaims.Tenant, Person.Tenant.Id.ToString()),
            new(new ClaimsIdentityOptions().SecurityStampClaimType, SecurityStamp),
            new("amr", Method),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
        return new AuthenticationTicket(
            principal, new AuthenticationProperties { IsPersistent = !SharedDevice }, IdentityConstants.ApplicationScheme);
    }
}

/// <summary>What decides whether a session counts, beside its own age.</summary>
/// <param name="SecurityStamp">The member's now; the session's is the one it began with.</param>
internal sealed record SessionRules(
    string SecurityStamp, bool IsDeactivated, bool IsSuspended, string? SuspendReason, string[] SecondFactorRoles, bool HasSecondFactor,
    bool HasPhone);

public static class PantryClaims
{
    /// <summary>The tenant's id.</summary>
    public const string Tenant = "tenant";
}
