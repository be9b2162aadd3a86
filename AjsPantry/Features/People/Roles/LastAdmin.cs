using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Roles;

/// <summary>A tenant always has an active admin; without one nobody could ever add people again.</summary>
internal static class LastAdmin
{
    /// <summary>Must be asked within <see cref="TenantLock"/>, or two admins could remove each other in the same moment.</summary>
    public static async Task<bool> IsLastAdminAsync(this PantryDb db, Member member, CancellationToken cancellationToken) =>
        member is { Role: Role.Admin, DeactivatedAt: null }
        && !await db.Members.Admins().AnyAsync(other => other.Id != member.Id, cancellationToken);

    public static FieldMessage Refusal(Member member) =>
        new("", $"{member.Name} is the only active admin. Make somebody else an admin first.");
}
