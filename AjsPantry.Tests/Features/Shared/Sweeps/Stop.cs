using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>A page with something to show.</summary>
internal sealed record Stop
{
    /// <summary>The name, in <see cref="Things"/>, of what the address names.</summary>
    public string? Thing { get; init; }

    /// <summary>The whole path, where it holds a secret instead of an id.</summary>
    public Func<Things, string>? Path { get; init; }

    /// <summary>What stands behind the path.</summary>
    public string Query { get; init; } = "";

    /// <summary>What it says to some of those who may open it, instead of opening.</summary>
    private IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>What the page says to one of the roles, such as "opens" or "404".</summary>
    public string Shows(string who) => Others.GetValueOrDefault(who) ?? Others.GetValueOrDefault("everybody") ?? "opens";

    /// <summary>
    /// Whether a reader may find words of another floor on it: whoever looks after all of them, where a page is about all.
    /// </summary>
    public bool ShowsOtherFloors(Person reader) => OtherFloors.Contains(reader.Role);

    /// <summary>The roles to which it shows things of all floors.</summary>
    public IReadOnlyList<Role> OtherFloors { get; init; } = [];

    /// <summary>Whether it answers with a file instead of a page.</summary>
    public bool IsFile { get; init; }

    public Stop File => this with { IsFile = true };

    /// <summary>Whether it answers with a part that a script puts into another page.</summary>
    public bool IsPart { get; init; }

    public Stop Part => this with { IsPart = true };

    public Stop With(string query) => this with { Query = query };

    public Stop AllFloorsFor(params Role[] roles) => this with { OtherFloors = roles };

    /// <summary>The page answers so to the given roles, or to everybody, and opens for the others who may open it.</summary>
    /// <param name="answer">A status, or "leads to" with the path.</param>
    public Stop Says(string answer, params string[] to) =>
        this with { Others = Others.Concat(to.DefaultIfEmpty("everybody").Select(who => KeyValuePair.Create(who, answer))).ToDictionary() };

    /// <summary>The address, with a choice of the first floor for those who look at all of them.</summary>
    public string Address(SweptPage page, Things things, bool chooseFloor) => Address(page, things, chooseFloor ? 1 : null);

    /// <param name="floor">The number of the floor that is asked for; null to ask for none.</param>
    public string Address(SweptPage page, Things things, int? floor)
    {
        var path = Path is null ? page.Address(Thing is null ? null : things[Thing]) : Path(things);
        return path + Query + (floor is null ? "" : $"{(Query == "" ? '?' : '&')}floor={floor}");
    }
}
