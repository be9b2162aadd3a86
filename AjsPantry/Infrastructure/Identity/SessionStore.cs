using System.Security.Claims;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>
/// Keeps sessions as rows. Every request reads the session, the person, the floor and the tenant in one query, so that a
/// deactivation, a new role or an ended session counts from the next request on.
/// </summary>
internal sealed class SessionStore(TenantScopes scopes, TimeProvider clock) : ITicketStore
{
    /// <summary>A session's last use is written at most this often; idle times are minutes, so that is exact enough.</summary>
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session begins in a request.");

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = SessionKey.New(Guid.Parse(ticket.Principal.FindFirstValue(PantryClaims.Tenant)!));
        await using var scope = scopes.Open(key.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        db.Sessions.Add(new Session
        {
            KeyHash = key.Hash(),
            MemberId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            SecurityStamp = Stamp(ticket),
            SharedDevice = !ticket.Properties.IsPersistent,
            Method = ticket.Principal.FindFirstValue("amr") ?? "pwd",
            StartedAt = clock.GetUtcNow(),
            LastSeenAt = clock.GetUtcNow(),
            Device = Shortened(httpContext.Request.Headers.UserAgent.ToString(), 200),
            Address = Shortened(httpContext.Connection.RemoteIpAddress?.ToString() ?? "", 50),
        });
        await db.SaveChangesAsync(cancellationToken);
        return key.ToString();
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("A session is read in a request.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.IsForAsset() || !SessionKey.TryParse(key, out var parsed))
            return null;
        var services = httpContext.RequestServices;
        services.GetRequiredService<CurrentTenant>().Set(parsed.TenantId);
        var db = services.GetRequiredService<PantryDb>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await SessionQuery.FindAsync(db, parsed.Hash(), cancellationToken) is not { } found || !found.IsLive(clock.GetUtcNow()))
            return null;
        await TouchAsync(db, found, cancellationToken);
        services.GetRequiredService<Caller>().ActAs(found.Person, httpContext.Connection.RemoteIpAddress?.ToString());
        return found.Ticket();
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    /// <summary>After a changed password or second factor the person who changed it stays signed in; all other sessions end.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        if (!SessionKey.TryParse(key, out var parsed))
            return;
        await using var scope = scopes.Open(parsed.TenantId);
        var (db, hash, stamp) = (scope.ServiceProvider.GetRequiredService<PantryDb>(), parsed.Hash(), Stamp(ticket));
        var memberId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await db.Sessions.Where(session => session.KeyHash == hash && session.MemberId == memberId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, stamp), cancellationToken);
    }

    public async Task RemoveAsync(string key)
    {
        if (!SessionKey.TryParse(key, out var parsed))
            return;
        await using var scope = scopes.Open(parsed.TenantId);
        var (db, hash) = (scope.ServiceProvider.GetRequiredService<PantryDb>(), parsed.Hash());
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
    }

    private async Task TouchAsync(PantryDb db, FoundSession found, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - found.LastSeenAt < TouchEvery)
            return;
        await db.Sessions.Where(session => session.Id == found.Person.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
    }

    private static string Stamp(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) ?? "";

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
