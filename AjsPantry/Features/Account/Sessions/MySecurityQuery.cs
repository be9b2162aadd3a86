using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>What happened around the signed-in person's sign-in lately. Nobody else's, and for nobody else.</summary>
public sealed class MySecurityQuery(PantryDb db, Scope scope)
{
    public const int Shown = 30;

    /// <summary>
    /// Somebody who tries many passwords must not push the rest off the page: what fails again from the same place is shown once.
    /// </summary>
    private const int Read = 300;

    public async Task<IReadOnlyList<SeenEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        var found = await db.SecurityEvents.AsNoTracking().Where(happened => happened.MemberId == me)
            .OrderByDescending(happened => happened.At).ThenByDescending(happened => happened.Id).Take(Read)
            .Select(happened => new SeenEvent(happened.Kind, happened.At, happened.Address, happened.Device, 1))
                .ToListAsync(cancellationToken);
        var seen = new List<SeenEvent>();
        foreach (var next in found)
        {
            if (seen is [.., var last] && next.IsAlarming && last.Kind == next.Kind && last.Address == next.Address
                && last.Device == next.Device)
                seen[^1] = last with { Times = last.Times + 1 };
            else
                seen.Add(next);
        }

        return [.. seen.Take(Shown)];
    }
}

/// <param name="At">The last time.</param>
/// <param name="Times">How often in a row, from the same place.</param>
public sealed record SeenEvent(SecurityEventKind Kind, DateTimeOffset At, string Address, string Device, int Times)
{
    public string Words => Times == 1 ? Happened : $"{Happened}, {Times} times";

    /// <summary>Where from: Firefox on Windows, from 10.0.0.7.</summary>
    public string Place => (Device, Address) switch
    {
        ("", "") => "On the server",
        (_, "") => DeviceWords,
        _ => $"{DeviceWords}, from {Address}",
    };

    /// <summary>Something the person should know if it was not them.</summary>
    public bool IsAlarming => Kind is SecurityEventKind.WrongPassword or SecurityEventKind.WrongCode or SecurityEventKind.ClosedAccount;

    private string DeviceWords => new SessionView(Guid.Empty, Device, Address, At, false).Words;

    private string Happened => Kind switch
    {
        SecurityEventKind.SignedIn => "Signed in",
        SecurityEventKind.WrongPassword => "Wrong password",
        SecurityEventKind.WrongCode => "Wrong sign-in code",
        SecurityEventKind.ClosedAccount => "Right password, but the account was deactivated",
        SecurityEventKind.RecoveryCodeUsed => "Recovery code used",
        SecurityEventKind.SecondStepOn => "Two-step sign-in set up",
        SecurityEventKind.SecondStepOff => "Two-step sign-in turned off",
        SecurityEventKind.SecondStepRemoved => "Two-step sign-in turned off for you",
        SecurityEventKind.RecoveryCodesMade => "New recovery codes made",
        SecurityEventKind.PasswordChanged => "Password changed",
        SecurityEventKind.PasswordReset => "Password set with a link",
        SecurityEventKind.PasswordLinkMade => "Link for a new password made",
        SecurityEventKind.EmailChanged => "Email changed",
        SecurityEventKind.DevicesSignedOut => "Other devices signed out",
        SecurityEventKind.SignedOutByAdmin => "Signed out everywhere by an admin",
        _ => Kind.ToString(),
    };
}
