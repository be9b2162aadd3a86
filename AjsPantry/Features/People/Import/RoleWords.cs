using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.People.Import;

/// <summary>Reads the roles that an import may give: Member, Tea manager, Pantry head.</summary>
public static class RoleWords
{
    public static readonly IReadOnlyList<Role> Allowed = [Role.Member, Role.TeaManager, Role.PantryHead];

    /// <summary>The role, whatever its case, blanks and hyphens; null when it is none of the three.</summary>
    public static Role? Find(string typed) => Allowed.Cast<Role?>().FirstOrDefault(role => Plain(role!.Value.Words()) == Plain(typed));

    /// <summary>Admin, which imports refuse, is a role too.</summary>
    public static bool IsRole(string typed) => Find(typed) is not null || IsAdmin(typed);

    public static bool IsAdmin(string typed) => Plain(typed) is "admin" or "administrator";

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
}
