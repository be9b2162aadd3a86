using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Security;

/// <summary>
/// Writes what concerns who may come in to the log, each under the number of its kind, with the client's address and the member's id, and
/// without names or anything typed. What concerns one person is also kept for that person to see.
/// </summary>
public sealed class SecurityLog(ILoggerFactory loggers, IHttpContextAccessor accessor, TimeProvider clock)
{
    /// <summary>From whom a line says it is. What watches the log looks for it, so it stays whatever becomes of this class.</summary>
    private const string Source = "AjsPantry.Infrastructure.Identity.Security.SecurityLog";

    private readonly ILogger _logger = loggers.CreateLogger(Source);

    /// <summary>Writes a line and keeps no row.</summary>
    /// <param name="memberId">Whom it concerns; null when that is not known.</param>
    public void Write(SecurityEventKind kind, Guid? memberId = null)
    {
        var level = IsRefusal(kind) ? LogLevel.Warning : LogLevel.Information;
        if (!_logger.IsEnabled(level))
            return;
        var name = kind.ToString();
        KeyValuePair<string, object?>[] facts = [new("Event", name), new("Member", memberId?.ToString() ?? "none"),
            new("Address", Address)];
        // One method for all, because the number under which a line stands is its kind's.
        _logger.Log(level, new EventId((int)kind, name), facts, null,
            static (facts, _) => $"{facts[0].Value} of member {facts[1].Value} from {facts[2].Value}");
    }

    /// <summary>Writes a line and adds a row to the unit of work, whose owner saves.</summary>
    public void Note(PantryDb db, SecurityEventKind kind, Guid memberId)
    {
        Write(kind, memberId);
        db.SecurityEvents
            .Add(new SecurityEvent { MemberId = memberId, Kind = kind, At = clock.GetUtcNow(), Address = Address, Device = Device });
    }

    /// <summary>
    /// Writes a line and keeps a row at once, for what fails and so has no unit of work. Without a member by that id it asks the database
    /// the same and keeps nothing, so that the time tells nobody who has an account.
    /// </summary>
    public async Task NoteNowAsync(PantryDb db, SecurityEventKind kind, Guid memberId, CancellationToken cancellationToken)
    {
        Write(kind, kind == SecurityEventKind.UnknownName ? null : memberId);
        var id = Guid.CreateVersion7();
        var name = kind.ToString();
        var at = clock.GetUtcNow();
        var address = Address;
        var device = Device;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit = off", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO security_events (tenant_id, id, member_id, kind, at, address, device)
            SELECT tenant_id, {id}, id, {name}, {at}, {address}, {device} FROM members WHERE tenant_id = {db.TenantId} AND id = {memberId}
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private string Address =>
        InputParser.Cut(accessor.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "", SecurityEvent.LongestAddress);

    private string Device => InputParser.Cut(accessor.HttpContext?.Request.Headers.UserAgent.ToString() ?? "", SecurityEvent.LongestDevice);

    private static bool IsRefusal(SecurityEventKind kind) => kind
        is SecurityEventKind.WrongPassword or SecurityEventKind.UnknownName or SecurityEventKind.ClosedAccount
            or SecurityEventKind.WrongCode
        or SecurityEventKind.PasswordNotConfirmed or SecurityEventKind.PageRefused or SecurityEventKind.TokenRefused
        or SecurityEventKind.LimitReached;
}
