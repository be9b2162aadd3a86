using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>What a request knows of the person who makes it.</summary>
/// <param name="Floor">The person's floor; null for admins and operators, who have none of their own.</param>
public sealed record SignedIn(Guid Id, Guid SessionId, string Name, string Number, Role Role, Theme Theme, FloorView? Floor, TenantView Tenant)
{
    public bool May(Permission permission) => Rights.Of(Role).Contains(permission);
}
