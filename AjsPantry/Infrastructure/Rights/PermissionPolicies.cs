using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace AjsPantry.Infrastructure.Rights;

/// <summary>Turns every permission into an authorization policy of the same name.</summary>
public static class PermissionPolicies
{
    /// <summary>One policy per permission. What has no policy of its own is refused, so a forgotten page is closed, not open.</summary>
    public static void AddPermissions(this AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(),
                policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Has(context.User, permission)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(context => LeadsNowhere(context.Resource)).Build();
    }

    /// <summary>Asks for the permission on every page below the folder.</summary>
    public static void Require(this PageConventionCollection pages, string folder, Permission permission) =>
        pages.AuthorizeFolder(folder, permission.ToString());

    /// <summary>Asks for the permission on the pages, beside what their folder asks for.</summary>
    public static void RequireOnPages(this PageConventionCollection conventions, Permission permission, params string[] pages)
    {
        foreach (var page in pages)
            conventions.AuthorizePage(page, permission.ToString());
    }

    /// <summary>An address without a page is answered with 404, whoever asks.</summary>
    private static bool LeadsNowhere(object? resource) => resource is HttpContext context && context.GetEndpoint() is null;

    private static bool Has(ClaimsPrincipal user, Permission permission) =>
        Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) && RolePermissions.Of(role).Contains(permission);
}
