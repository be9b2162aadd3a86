using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.Sessions;

namespace AjsPantry.Features.Account.SignIn;

/// <summary>
/// Says where a wrong password counts. On a device that signed in to the account before, with the device alone. From anywhere else with
/// the address at this account, with all strangers at this account, and with the address: so a stranger stops neither the owner's own
/// phone nor the neighbours, and has a fixed number of guesses a day, from however many addresses.
/// </summary>
public sealed class SignInTries(TryLimits limits, KnownDevices devices)
{
    internal const string Door = "sign in";

    /// <summary>
    /// The accounts that the name can mean on this device. Where several residences know the name, the one that signed in here before;
    /// several when the device does not tell.
    /// </summary>
    public IReadOnlyList<SignInCandidate> Likely(HttpContext context, IReadOnlyList<SignInCandidate> accounts)
    {
        if (accounts.DistinctBy(account => account.TenantId).Count() < 2 || devices.Find(context) is not { } device)
            return accounts;
        var known = accounts.Where(device.Knows).ToList();
        return known.Count > 0 ? known : accounts;
    }

    /// <summary>Counts a try.</summary>
    /// <returns>What to forgive when it was none, and how long to wait when there were too many.</returns>
    public async Task<(IReadOnlyList<TryCount> Counts, TimeSpan? Wait)> CountAsync(
        HttpContext context, string name, IReadOnlyList<SignInCandidate> accounts, CancellationToken cancellationToken)
    {
        var account = Key(name, accounts);
        if (accounts is [var known, ..] && devices.Find(context) is { } device && device.Knows(known))
        {
            // Whoever knew the password once may have made many devices known. Beyond what a household needs they count as strangers.
            var households = limits.OfMany($"{Door} on known devices", known.MemberId.ToString());
            TryCount[] own = [limits.OfDevice(Door, device.Id, account), households];
            if (await limits.CountAsync([own[0]], cancellationToken) is { } wait)
                return (own, wait);
            if (await limits.CountAsync([households], cancellationToken) is null)
                return (own, null);
            await limits.ForgiveAsync([own[0]], CancellationToken.None);
        }

        TryCount[] strangers =
        [
            limits.OfAddressAtAccount(context, Door, account), limits.OfMany(Door, account), limits.OfAddress(context, Door),
        ];
        return (strangers, await limits.CountAsync(strangers, cancellationToken));
    }

    /// <summary>
    /// One for all spellings of a name: the account itself where there is one. A number, a number behind its residence's code and an
    /// email count apart, because a shared count would tell who looks on that they belong to one person.
    /// </summary>
    private static string Key(string name, IReadOnlyList<SignInCandidate> accounts)
    {
        var plain = MemberNumber.Key(name);
        var kind = plain.Contains('@', StringComparison.Ordinal) ? "email" : "number";
        var place = plain.Contains('/', StringComparison.Ordinal) ? "at a residence" : "anywhere";
        return $"{kind} {place} {(accounts is [var account, ..] ? account.MemberId.ToString() : plain)}";
    }
}
