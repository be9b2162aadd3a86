using System.Security.Claims;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Reads a session with everything a request needs to know, in one query.</summary>
internal static class SessionQuery
{
    public static Task<FoundSession?> FindAsync(PantryDb db, byte[] keyHash, CancellationToken cancellationToken) =>
        (from session in db.Sessions
         join tenant in db.Tenants on session.TenantId equals tenant.Id
         where session.KeyHash == keyHash
         let member = session.Member!
         select new FoundSession(
             new SignedIn(
                 member.Id, session.Id, member.Name, member.Number, member.Role, member.Theme,
                 member.Floor == null ? null : new FloorView(member.Floor.Id, member.Floor.Number, member.Floor.Name),
                 new TenantView(tenant.Id, tenant.Name, tenant.TimeZone, tenant.Culture, tenant.Currency, tenant.RoomWord, tenant.FloorWord)),
             session.LastSeenAt,
             session.LastSeenAt + (session.SharedDevice ? TimeSpan.FromMinutes(tenant.SharedIdleMinutes) : TimeSpan.FromDays(tenant.OwnIdleDays)),
             session.StartedAt + TimeSpan.FromDays(tenant.AbsoluteDays),
             member.DeactivatedAt == null && tenant.SuspendedAt == null && session.SecurityStamp == member.SecurityStamp,
             session.SecurityStamp,
             session.Method,
             session.SharedDevice))
        .AsNoTracking()
        .SingleOrDefaultAsync(cancellationToken);
}

/// <summary>A session as the database has it.</summary>
/// <param name="IdleAt">When it ends if it is not used again.</param>
/// <param name="EndsAt">When it ends even if it is used.</param>
/// <param name="Welcome">The person and the tenant are active and the password is still the one the session began with.</param>
internal sealed record FoundSession(
    SignedIn Person, DateTimeOffset LastSeenAt, DateTimeOffset IdleAt, DateTimeOffset EndsAt, bool Welcome, string SecurityStamp, string Method, bool SharedDevice)
{
    public bool IsLive(DateTimeOffset now) => Welcome && now < IdleAt && now < EndsAt;

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
        return new AuthenticationTicket(principal, new AuthenticationProperties { IsPersistent = !SharedDevice }, IdentityConstants.ApplicationScheme);
    }
}

public static class PantryClaims
{
    /// <summary>The tenant's id.</summary>
    public const string Tenant = "tenant";
}
