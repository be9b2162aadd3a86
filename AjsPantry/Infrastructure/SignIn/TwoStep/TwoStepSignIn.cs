using System.Security.Cryptography;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// The second step of people's sign-in: the key of their authenticator app, kept sealed, and their recovery codes, kept as hashes. Every
/// change of it gives the person a new security stamp, which ends sessions, remembered devices and sign-ins that are half done.
/// </summary>
public sealed class TwoStepSignIn(
    PantryDb db, UserManager<Member> members, IDataProtectionProvider protection, IOptions<PasswordHasherOptions> hashing,
    TimeProvider clock)
{
    /// <summary>Under which names Identity keeps both; they stay, so that what people set up stays.</summary>
    private const string Provider = "[AspNetUserStore]";

    private const string KeyName = "AuthenticatorKey";

    private const string CodesName = "RecoveryCodes";

    /// <summary>So begins everything that data protection has sealed.</summary>
    private const string Sealed = "CfDJ8%";

    /// <summary>With the dots of <see cref="RecoveryCodes"/>.</summary>
    private const string Hashed = "%.%";

    /// <summary>Whether the app shows this code now. A code counts once: of two that come at once only one is right.</summary>
    public async Task<bool> AcceptCodeAsync(Member member, string? typed, CancellationToken cancellationToken)
    {
        if (await FindAsync(member.Id, KeyName, cancellationToken) is not { Value: { } kept } || Opened(member, kept) is not { } key)
            return false;
        if (TimeCode.StepOf(key, TypedCode.Plain(typed), clock.GetUtcNow()) is not { } step)
            return false;
        return await db.Members.Where(row => row.Id == member.Id && (row.LastCodeStep == null || row.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCodeStep, step), cancellationToken) == 1;
    }

    /// <summary>Whether this code was the last that counted, as when the form that connected the app comes a second time.</summary>
    public async Task<bool> IsLastCodeAsync(Member member, string? typed, CancellationToken cancellationToken) =>
        member.LastCodeStep is { } step && await FindAsync(member.Id, KeyName, cancellationToken) is { Value: { } kept }
        && Opened(member, kept) is { } key && TimeCode.IsCodeAt(key, TypedCode.Plain(typed), step);

    public Task<bool> IsOnAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(member => member.Id == memberId && member.TwoFactorEnabled, cancellationToken);

    /// <summary>Uses up a recovery code.</summary>
    /// <returns>How many are left; null when it is none of them.</returns>
    public async Task<int?> AcceptRecoveryCodeAsync(Member member, string? typed, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The same code sent twice at once: the second finds it used.
        await db.HoldMemberAsync(member.Id, cancellationToken);
        if (await FindAsync(member.Id, CodesName, cancellationToken) is not { Value: { } kept } token)
            return null;
        var hashed = RecoveryCodes.InClear(kept) is { } clear ? RecoveryCodes.Hashed(clear, Rounds) : kept;
        if (RecoveryCodes.Without(hashed, TypedCode.Plain(typed)) is not { } left)
            return null;
        token.Value = left;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RecoveryCodes.Left(left);
    }

    public async Task<int> CodesLeftAsync(Guid memberId, CancellationToken cancellationToken) =>
        RecoveryCodes.Left((await FindAsync(memberId, CodesName, cancellationToken))?.Value);

    /// <summary>Connects an app, in place of the one before if there is one.</summary>
    /// <param name="typed">The code that the app shows for the key.</param>
    /// <returns>The person's recovery codes, to be shown once; null when the code is not the key's.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Member member, string key, string? typed, CancellationToken cancellationToken)
    {
        if (TimeCode.StepOf(key, TypedCode.Plain(typed), clock.GetUtcNow()) is not { } step)
            return null;
        var codes = RecoveryCodes.New();
        await KeepAsync(member, KeyName, Protector(member).Protect(key), cancellationToken);
        await KeepAsync(member, CodesName, RecoveryCodes.Hashed(codes, Rounds), cancellationToken);
        member.TwoFactorEnabled = true;
        member.LastCodeStep = step;
        await SaveAsync(member);
        return codes;
    }

    /// <summary>From now on the password alone signs the person in.</summary>
    public async Task TurnOffAsync(Member member, CancellationToken cancellationToken)
    {
        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == member.Id).ToListAsync(cancellationToken));
        member.TwoFactorEnabled = false;
        await SaveAsync(member);
    }

    /// <summary>Makes new recovery codes; the ones before end.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Member member, CancellationToken cancellationToken)
    {
        var codes = RecoveryCodes.New();
        await KeepAsync(member, CodesName, RecoveryCodes.Hashed(codes, Rounds), cancellationToken);
        await SaveAsync(member);
        return codes;
    }

    /// <summary>Seals keys and hashes codes that were kept in clear, as all were once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SealOldAsync(CancellationToken cancellationToken)
    {
        var found = await db.UserTokens.AsNoTracking()
            .Where(token => token.Value != null && !EF.Functions.Like(token.Value, Sealed) && !EF.Functions.Like(token.Value, Hashed))
            .ToListAsync(cancellationToken);
        foreach (var token in found)
        {
            var clear = token.Value!;
            var kept = token.Name == KeyName
                ? Protector(db.TenantId, token.UserId).Protect(clear)
                : RecoveryCodes.Hashed(RecoveryCodes.InClear(clear) ?? [], Rounds);
            // No change that anybody made, so the audit trail keeps out of it; and none where the person was quicker.
            await db.UserTokens.Where(row => row.UserId == token.UserId && row.Name == token.Name && row.Value == clear)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, kept), cancellationToken);
        }

        return found.Count;
    }

    private int Rounds => hashing.Value.IterationCount;

    /// <summary>The person's own: sealed for somebody else it does not open.</summary>
    private IDataProtector Protector(Guid tenantId, Guid memberId) =>
        protection.CreateProtector("AjsPantry.TwoStepSignIn", $"{tenantId:N}", $"{memberId:N}");

    private IDataProtector Protector(Member member) => Protector(member.TenantId, member.Id);

    /// <returns>Null when the keys that sealed it are gone; then only taking the second step off helps.</returns>
    private string? Opened(Member member, string kept)
    {
        if (TimeCode.IsKey(kept))
            return kept;
        try
        {
            return Protector(member).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private Task<MemberToken?> FindAsync(Guid memberId, string name, CancellationToken cancellationToken) =>
        db.UserTokens.SingleOrDefaultAsync(
            token => token.UserId == memberId && token.LoginProvider == Provider && token.Name == name, cancellationToken);

    private async Task KeepAsync(Member member, string name, string value, CancellationToken cancellationToken)
    {
        if (await FindAsync(member.Id, name, cancellationToken) is { } token)
            token.Value = value;
        else
            db.UserTokens.Add(new MemberToken { UserId = member.Id, LoginProvider = Provider, Name = name, Value = value });
    }

    private async Task SaveAsync(Member member)
    {
        var result = await members.UpdateSecurityStampAsync(member);
        if (!result.Succeeded)
            throw new DbUpdateConcurrencyException("The person was changed in the same moment.");
    }
}
