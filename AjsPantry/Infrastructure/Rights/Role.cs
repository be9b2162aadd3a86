namespace AjsPantry.Infrastructure.Rights;

/// <summary>What a person is in the tenant. Rights follow from <see cref="RolePermissions"/>.</summary>
public enum Role
{
    Member,
    TeaManager,
    PantryHead,
    Admin,

    /// <summary>Runs the installation; lives in the platform's own tenant.</summary>
    Operator,
}

public static class RoleNames
{
    /// <summary>The role as people read it: Pantry head.</summary>
    public static string Words(this Role role) => role switch
    {
        Role.TeaManager => "Tea manager",
        Role.PantryHead => "Pantry head",
        Role.Operator => "Platform operator",
        _ => role.ToString(),
    };
}
