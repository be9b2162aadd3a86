using System.Security.Claims;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.SignIn.Sessions;

/// <summary>
/// Keeps sessions as rows. Every request reads the session, the person, the floor and the tenant in one query, so that a
/// deactivation, a new role or an ended session counts from the next request on.
/// </summary>
internal sealed class SessionStore(
    TenantScopes scopes, UnreadOf unreadOf, KnownDevices devices, SecurityLog log, TimeProvider clock) : ITicketStore
{
    /// <summary>A session's last use is written at most this often; idle times are minutes, so that is exact enough.</summary>
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session begins in a request.");

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = SecretKey.New(Guid.Parse(ticket.Principal.FindFirstValue(PantryClaims.Tenant)!));
        var session = Begin(key, ticket, httpContext);
        await using var scope = scopes.Open(key.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Tenants.AnyAsync(tenant => tenant.OneSession, cancellationToken))
            await TakeOverAsync(db, session.MemberId, cancellationToken);
        db.Sessions.Add(session);
        log.Note(db, SecurityEventKind.SignedIn, session.MemberId);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // Every way to sign in ends here: with a password, a second step, a link.
        devices.Remember(httpContext, key.TenantId, session.MemberId);
        return key.ToString();
    }

    /// <summary>Ends the person's other sessions. Their rows stay, so that each device can be told why.</summary>
    private static async Task TakeOverAsync(PantryDb db, Guid memberId, CancellationToken cancellationToken)
    {
        // Two sign-ins of one person take turns, so that exactly one of them stays.
        await db.HoldMemberAsync(memberId, cancellationToken);
        await db.Sessions.Where(other => other.MemberId == memberId)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.SecurityStamp, Session.TakenOver), cancellationToken);
    }

    private Session Begin(SecretKey key, AuthenticationTicket ticket, HttpContext httpContext) => new()
    {
        KeyHash = key.SessionHash(),
        MemberId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
        SecurityStamp = Stamp(ticket),
        SharedDevice = !ticket.Properties.IsPersistent,
        Method = ticket.Principal.FindFirstValue("amr") ?? "pwd",
        StartedAt = clock.GetUtcNow(),
        LastSeenAt = clock.GetUtcNow(),
        Device = InputParser.Cut(httpContext.Request.Headers.UserAgent.ToString(), 200),
        Address = InputParser.Cut(httpContext.Connection.RemoteIpAddress?.ToString() ?? "", 50),
    };

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("A session is read in a request.");

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (httpContext.IsForAsset() || !SecretKey.TryParse(key, out var parsed))
            return null;
        var services = httpContext.RequestServices;
        services.GetRequiredService<CurrentTenant>().Set(parsed.TenantId);
        var db = services.GetRequiredService<PantryDb>();
        db.TenantGoesAlong = true;
        await db.Database.OpenConnectionAsync(cancellationToken);
        httpContext.Response.OnStarting(() => GiveBackAsync(db));
        var caller = services.GetRequiredService<Caller>();
        var found = await SessionQuery.FindAsync(db, unreadOf, parsed.SessionHash(), cancellationToken);
        if (found is null || found.EndedBy(clock.GetUtcNow()) is not null)
        {
            caller.Lost(found?.EndedBy(clock.GetUtcNow()) ?? EndedSession.Gone);
            return null;
        }

        caller.ActAs(found.PersonAt(await TouchAsync(db, found, cancellationToken)), httpContext.Connection.RemoteIpAddress?.ToString());
        caller.SessionProof = parsed.Proof();
        caller.Marks = HttpMethods.IsGet(httpContext.Request.Method) ? found.Marks : null;
        return found.Ticket();
    }

    /// <summary>
    /// The request's connection goes back when its answer begins: whoever reads slowly must not keep it. What is asked while a file is
    /// being sent takes one for each question.
    /// </summary>
    private static async Task GiveBackAsync(PantryDb db)
    {
        try
        {
            await db.Database.CloseConnectionAsync();
        }
        catch (ObjectDisposedException)
        {
            // The page of an error has a scope of its own, which ended with its connection before the answer began.
        }
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    /// <summary>After a changed password or second factor the person who changed it stays signed in; all other sessions end.</summary>
    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        if (!SecretKey.TryParse(key, out var parsed))
            return;
        await using var scope = scopes.Open(parsed.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var hash = parsed.SessionHash();
        var stamp = Stamp(ticket);
        var memberId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        await db.Sessions
            .Where(session => session.KeyHash == hash && session.MemberId == memberId && session.SecurityStamp != Session.TakenOver)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecurityStamp, stamp), cancellationToken);
    }

    public async Task RemoveAsync(string key)
    {
        if (!SecretKey.TryParse(key, out var parsed))
            return;
        await using var scope = scopes.Open(parsed.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        var hash = parsed.SessionHash();
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
    }

    /// <returns>When the session counts as last used.</returns>
    private async Task<DateTimeOffset> TouchAsync(PantryDb db, FoundSession found, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - found.LastSeenAt < TouchEvery)
            return found.LastSeenAt;
        var sessionId = found.Person.SessionId;
        await db.Sessions.Where(session => session.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        return now;
    }

    private static string Stamp(AuthenticationTicket ticket) =>
        ticket.Principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) ?? "";
}
