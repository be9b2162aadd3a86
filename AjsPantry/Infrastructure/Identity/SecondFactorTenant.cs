using System.Security.Claims;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>
/// Between password and second factor a person has no session yet; Identity's short-lived cookie names the member only. These
/// pages get the member's tenant from it, so that they find the member behind the tenant's wall.
/// </summary>
public static class SecondFactorTenant
{
    public static void UseSecondFactorTenant(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/Identity/Account") && context.User.Identity?.IsAuthenticated != true)
            await RestoreAsync(context);
        await next();
    });

    private static async Task RestoreAsync(HttpContext context)
    {
        var halfway = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (!Guid.TryParse(halfway.Principal?.FindFirstValue(ClaimTypes.Name), out var memberId))
            return;
        // A scope of its own: the request's database context must not be made before its tenant is known.
        await using var scope = context.RequestServices.CreateAsyncScope();
        var lookup = scope.ServiceProvider.GetRequiredService<SignInLookup>();
        if (await lookup.TenantOfAsync(memberId, context.RequestAborted) is { } tenantId)
            context.RequestServices.GetRequiredService<CurrentTenant>().Set(tenantId);
    }
}
