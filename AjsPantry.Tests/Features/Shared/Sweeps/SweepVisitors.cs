using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>Everybody who may stand at a page's door, and what the page should say to them.</summary>
internal static partial class SweepVisitors
{
    /// <summary>From who may the least to who may the most.</summary>
    private static readonly Dictionary<string, Person> Roles = new()
    {
        ["member"] = Cast.Member,
        ["tea manager"] = Cast.TeaManager,
        ["pantry head"] = Cast.Head,
        ["admin"] = Cast.Admin,
        ["operator"] = Cast.Operator,
    };

    /// <summary>
    /// Anonymous, every role, somebody who was switched off while signed in, and somebody whose residence was suspended meanwhile.
    /// </summary>
    public static IEnumerable<string> All => ["anonymous", "switched off", "suspended", .. Roles.Keys];

    public static Person Of(string who) => Roles[who];

    /// <summary>The first of the roles, or else anybody, to whom the page shows something; null where it only leads on.</summary>
    public static string? ReaderOf(string page) => Roles.Keys.Prepend("anonymous").FirstOrDefault(who => Expected(page, who) == "opens");

    /// <summary>What the page should answer, by the table of rights and by who finds something at its address.</summary>
    public static string Expected(string page, string who) =>
        May(page, who) ? SiteMap.Of(page).Shows(who) : Roles.ContainsKey(who) ? "403" : "sign in";

    /// <summary>Whether the table of rights lets them open the page.</summary>
    public static bool May(string page, string who) =>
        PageRights.Of(page).Permission is not { } permission
            || (Roles.TryGetValue(who, out var person) && RolePermissions.Of(person.Role).Contains(permission));

    /// <summary>What the page did answer, in a word or two.</summary>
    public static string Said(WebPage answer) => answer switch
    {
        { Status: 200 } => "opens",
        { Status: 302, Location: { } location } when location.StartsWith("/sign-in?", StringComparison.OrdinalIgnoreCase) => "sign in",
        { Status: 302, Location: { } location } => $"leads to {Id().Replace(location.Split('?')[0], "{id}")}",
        _ => $"{answer.Status}",
    };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>A browser of one of them.</summary>
    public static Task<Visitor> AsAsync(this PantryApp app, string who) => who switch
    {
        "anonymous" => Task.FromResult(app.Visit()),
        "switched off" => app.SwitchedOffAsync(),
        "suspended" => app.SuspendedAsync(),
        _ => app.SignInAsync(Roles[who]),
    };

    private static async Task<Visitor> SwitchedOffAsync(this PantryApp app)
    {
        var visitor = await app.SignInAsync(Cast.OtherFloorMember);
        await app.ChangeMemberAsync(Cast.OtherFloorMember, member => member.DeactivatedAt = TestClock.Beginning);
        return visitor;
    }

    private static async Task<Visitor> SuspendedAsync(this PantryApp app)
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        await app.ChangeTenantAsync("South", tenant =>
        {
            tenant.SuspendedAt = TestClock.Beginning;
            tenant.SuspendReason = "Closed for the sweep";
        });
        return visitor;
    }
}
