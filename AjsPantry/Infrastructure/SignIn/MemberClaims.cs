using System.Security.Claims;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.SignIn.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>
/// Adds the tenant to what Identity signs in with; the session store needs it to write the session behind the right wall.
/// </summary>
internal sealed class MemberClaims(
    UserManager<Member> members, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Member>(members, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Member user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PantryClaims.Tenant, user.TenantId.ToString()));
        return identity;
    }
}
