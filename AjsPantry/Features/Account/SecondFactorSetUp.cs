using System.Text.Encodings.Web;
using AjsPantry.Infrastructure.Identity;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account;

/// <summary>
/// Switches the second step of the signed-in person on and off and makes recovery codes. Each change gives the member a new
/// stamp, which ends all sessions; the present one takes it over.
/// </summary>
public sealed class SecondFactorSetUp(UserManager<Member> members, SignInManager<Member> signIn, Caller caller)
{
    private const int RecoveryCodes = 10;

    public sealed record Input
    {
        public string? Code { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Code).NotEmpty().WithMessage("Write the six digits that your app shows.").MaximumLength(20).WithMessage("That is longer than any code.");
    }

    public async Task<SecondFactorView> ReadAsync()
    {
        var member = await MeAsync();
        if (member.TwoFactorEnabled)
            return new(true, await members.CountRecoveryCodesAsync(member), "", "");
        if (string.IsNullOrEmpty(await members.GetAuthenticatorKeyAsync(member)))
            await RenewKeyAsync(member);
        var key = (await members.GetAuthenticatorKeyAsync(member))!;
        return new(false, 0, string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group))), Address(member, key));
    }

    /// <summary>Switches it on when the code proves that the app has the key.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code does not fit.</returns>
    public async Task<string[]?> TurnOnAsync(string typed)
    {
        var (member, code) = (await MeAsync(), new string([.. typed.Where(char.IsAsciiDigit)]));
        if (!await members.VerifyTwoFactorTokenAsync(member, members.Options.Tokens.AuthenticatorTokenProvider, code))
            return null;
        await members.SetTwoFactorEnabledAsync(member, true);
        return await RenewCodesAsync(member);
    }

    /// <returns>New recovery codes; the earlier ones no longer work. Null when the second step is off.</returns>
    public async Task<string[]?> RenewCodesAsync() => await MeAsync() is { TwoFactorEnabled: true } member ? await RenewCodesAsync(member) : null;

    public async Task TurnOffAsync()
    {
        var member = await MeAsync();
        await members.SetTwoFactorEnabledAsync(member, false);
        await RenewKeyAsync(member);
    }

    private async Task<string[]> RenewCodesAsync(Member member)
    {
        var codes = await members.GenerateNewTwoFactorRecoveryCodesAsync(member, RecoveryCodes);
        await signIn.RefreshSignInAsync(member);
        return [.. codes!];
    }

    /// <summary>A key that was used on a lost phone must not work again.</summary>
    private async Task RenewKeyAsync(Member member)
    {
        await members.ResetAuthenticatorKeyAsync(member);
        await signIn.RefreshSignInAsync(member);
    }

    private async Task<Member> MeAsync() => await members.FindByIdAsync(caller.Person!.Id.ToString()) ?? throw new InvalidOperationException("The signed-in person is gone.");

    /// <summary>What authenticator apps open; they show the residence and the number beside the code.</summary>
    private string Address(Member member, string key)
    {
        var (issuer, account) = (UrlEncoder.Default.Encode($"AJS Pantry {caller.Person!.Tenant.Name}"), UrlEncoder.Default.Encode(member.Number));
        return $"otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}&digits=6";
    }
}

/// <param name="Key">In groups of four, to be typed into an app; empty once the second step is on.</param>
/// <param name="Address">The same for an app on this device.</param>
public sealed record SecondFactorView(bool IsOn, int CodesLeft, string Key, string Address);
