using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>What a request knows of the person who makes it.</summary>
/// <param name="Floor">The person's floor; null for admins and operators, who have none of their own.</param>
public sealed record SignedIn(
    Guid Id, Guid SessionId, string Name, string Number, Role Role, Theme Theme, FloorView? Floor, TenantView Tenant)
{
    /// <summary>When the session ends if it is not used again; null on the person's own device, where that is days away.</summary>
    public DateTimeOffset? IdleAt { get; init; }

    /// <summary>The tenant asks the person's role for a second step at sign-in, and the person has not set one up yet.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>The person may do much and signs in with a password alone, which they are asked to change.</summary>
    public bool IsAskedForSecondFactor { get; init; }

    /// <summary>A phone number is known, so that others can ask when something is late.</summary>
    public bool HasPhone { get; init; }

    /// <summary>How much in the person's inbox is new.</summary>
    public int Unread { get; init; }

    public bool May(Permission permission) => RolePermissions.Of(Role).Contains(permission);
}
