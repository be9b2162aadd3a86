using System.Security.Claims;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// Between password and second step a person has no session yet. A cookie of five minutes says whose password it was, and with which
/// security stamp: a password that is changed meanwhile ends the half-done sign-in.
/// </summary>
public sealed class HalfwaySignIn(IHttpContextAccessor accessor)
{
    private static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Only a request signs anybody in.");

    public Task BeginAsync(Member member) => Http.SignInAsync(Scheme, StampedCookie.Of(member, Scheme));

    /// <summary>Null when nobody has given a password here in the last minutes.</summary>
    public async Task<StampedCookie?> ReadAsync() => StampedCookie.Read(await Http.AuthenticateAsync(Scheme));

    public Task EndAsync() => Http.SignOutAsync(Scheme);
}

/// <summary>What a cookie says of a person who is not signed in by it.</summary>
public sealed record StampedCookie(Guid TenantId, Guid MemberId, string Stamp)
{
    private static string StampType { get; } = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Whether it is the member's, and neither password nor second step changed since.</summary>
    public bool IsOf(Member member) => MemberId == member.Id && TenantId == member.TenantId && Stamp == member.SecurityStamp;

    internal static ClaimsPrincipal Of(Member member, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, member.Id.ToString()),
            new(PantryClaims.Tenant, member.TenantId.ToString()),
            new(StampType, member.SecurityStamp ?? ""),
        ],
        scheme));

    internal static StampedCookie? Read(AuthenticateResult result) =>
        result.Principal is { } person
            && Guid.TryParse(person.FindFirstValue(PantryClaims.Tenant), out var tenantId)
            && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var memberId)
            && person.FindFirstValue(StampType) is { } stamp
            ? new StampedCookie(tenantId, memberId, stamp)
            : null;
}
