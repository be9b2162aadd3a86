using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Help;

/// <summary>Who may do what, made from the one table that decides it.</summary>
public sealed class RightsModel : PersonPage
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Member, Role.TeaManager, Role.PantryHead, Role.Admin, Role.Operator];

    public static IReadOnlyList<Permission> Permissions { get; } = Enum.GetValues<Permission>();

    public string Answer => Person.Role switch
    {
        Role.Admin => "You are an admin",
        _ => $"You are a {Person.Role.Words().ToLowerInvariant()}",
    };

    public static bool May(Role role, Permission permission) => RolePermissions.Of(role).Contains(permission);
}
