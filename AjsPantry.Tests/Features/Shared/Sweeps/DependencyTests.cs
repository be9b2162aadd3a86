using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Dependencies point one way: features lean on Shared and Infrastructure, Shared on Infrastructure. One feature leans on another, and one
/// folder of Infrastructure on another, along the edges below alone, and never in a circle.
/// </summary>
public sealed partial class DependencyTests
{
    private const string Features = "Features";
    private const string Infrastructure = "Infrastructure";
    private const string Shared = "Shared";

    /// <summary>Each feature with those that it may use beside Shared, which all may.</summary>
    private static readonly Dictionary<string, string[]> OfFeatures = new()
    {
        ["Account"] = ["Menus", "Notices", "People"],
        ["Administration"] = ["Loans", "People"],
        // What stands around the cards: the question for a second step, a script, the Hijri date.
        ["Dashboard"] = ["Account", "Feedback", "Menus"],
        ["Expenses"] = ["Notices"],
        ["Feedback"] = ["Menus", "Notices", "People"],
        ["Fines"] = ["Notices", "People"],
        ["Help"] = ["Requests"],
        ["Loans"] = ["Notices"],
        ["Menus"] = ["Notices", "People", "Requests"],
        ["People"] = ["Notices"],
        // A year of examples is written into every table.
        ["Platform"] = ["Account", "Administration", "Expenses", "Feedback", "Fines", "Loans", "Menus", "Notices", "People", "Procurement",
            "Requests", "TeaTasks"],
        ["Procurement"] = ["Expenses", "Notices", "People"],
        ["Requests"] = ["Notices", "People"],
        ["TeaTasks"] = ["Notices", "Requests"],
    };

    /// <summary>Each folder of Infrastructure with those that it may use, from what carries least to what sets up all.</summary>
    private static readonly Dictionary<string, string[]> OfInfrastructure = new()
    {
        ["Tenancy"] = ["Web"],
        ["Documents"] = ["Web"],
        ["Identity"] = ["Rights", "Tenancy", "Web"],
        ["Persistence"] = ["Identity", "Tenancy", "Web"],
        ["Keys"] = ["Persistence"],
        ["Caching"] = ["Identity", "Persistence", "Tenancy"],
        ["Locks"] = ["Persistence"],
        ["Search"] = ["Persistence", "Tenancy"],
        ["Scopes"] = ["Identity", "Persistence", "Rights", "Tenancy", "Web"],
        ["Security"] = ["Identity", "Persistence", "Tenancy", "Web"],
        ["Limits"] = ["Identity", "Security", "Web"],
        ["Forms"] = ["Identity", "Persistence", "Tenancy", "Web"],
        ["Jobs"] = ["Identity", "Persistence", "Rights", "Scopes", "Tenancy", "Web"],
        ["Mail"] = ["Jobs", "Persistence", "Tenancy", "Web"],
        ["SignIn"] = ["Caching", "Forms", "Identity", "Limits", "Locks", "Mail", "Persistence", "Rights", "Scopes", "Security", "Tenancy",
            "Web"],
        ["Telemetry"] = ["Identity", "Web"],
        ["Hosting"] = ["Caching", "Documents", "Forms", "Jobs", "Keys", "Limits", "Mail", "Persistence", "Scopes", "Security", "SignIn",
            "Tenancy",
            "Web"],
    };

    private static readonly HashSet<string> Names = FindNames();

    public static TheoryData<string> Halves => [Features, Infrastructure];

    [Theory]
    [MemberData(nameof(Halves))]
    public void Folders_lean_on_one_another_as_the_table_says(string half)
    {
        var table = Table(half);
        var uses = Uses(half).Where(use => use.To != Shared).ToList();
        var wrong = uses.Where(use => !table.GetValueOrDefault(use.From, []).Contains(use.To)).Select(use =>
            $"{use.File} uses {use.To} ({use.Name}). Let {use.To} contribute through an interface of {use.From} or of Shared, move what "
            + $"both need to Shared, or list {use.From} -> {use.To} where that is the way the dependency is to point.").ToList();
        wrong.AddRange(table.SelectMany(from => from.Value.Select(to => (From: from.Key, To: to)))
            .Where(edge => !uses.Exists(use => use.From == edge.From && use.To == edge.To))
            .Select(edge => $"Nothing in {edge.From} uses {edge.To} any more: take the edge out of the table."));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void No_folders_lean_on_one_another_in_a_circle(string half)
    {
        var edges = Uses(half).Select(use => (use.From, use.To)).Distinct().ToLookup(edge => edge.From, edge => edge.To);
        var circle = edges.Select(folder => folder.Key).Where(folder => Reached(edges, folder).Contains(folder)).ToList();
        Assert.True(circle.Count == 0, $"In a circle: {string.Join(", ", circle)}. Turn one of the edges round, or take it away.");
    }

    [Fact]
    public void What_carries_the_features_knows_none_of_them()
    {
        var wrong = Uses(Features).Where(use => use.From == Shared).ToList();
        wrong.AddRange(Files(Infrastructure).SelectMany(file => UsesOf(file, Infrastructure, Features)));
        Assert.True(wrong.Count == 0,
            string.Join('\n', wrong.Select(use => $"{use.File} uses {use.To} ({use.Name}): let {use.To} register what is needed of it.")));
    }

    private static Dictionary<string, string[]> Table(string half) => half == Features ? OfFeatures : OfInfrastructure;

    /// <summary>What can be reached from a folder along at least one edge.</summary>
    private static HashSet<string> Reached(ILookup<string, string> edges, string folder)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(edges[folder]);
        while (next.TryDequeue(out var other))
        {
            if (reached.Add(other))
            {
                foreach (var further in edges[other])
                    next.Enqueue(further);
            }
        }

        return reached;
    }

    private static List<Use> Uses(string half) => [.. Files(half).SelectMany(file => UsesOf(file, half, half))];

    private static IEnumerable<string> Files(string half) =>
        Sources.Files($"AjsPantry/{half}", "*.cs").Concat(Sources.Files($"AjsPantry/{half}", "*.cshtml"));

    /// <summary>The folders of a half that a file names: in its usings, before names of theirs, and as places of their partials.</summary>
    private static IEnumerable<Use> UsesOf(string file, string ownHalf, string half)
    {
        var path = Path.GetRelativePath(Sources.Root, file).Replace('\\', '/');
        var own = path.Split('/')[2];
        foreach (var line in File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            foreach (Match match in Qualified().Matches(line))
            {
                var parts = match.Value.Split('.', '/');
                var start = parts is ["AjsPantry", ..] ? 1 : 0;
                var isFull = parts.Length > start && parts[start] == half;
                var folder = parts.ElementAtOrDefault(isFull ? start + 1 : start);
                if (folder is null || (folder == own && half == ownHalf) || !IsOf(half, folder, parts, isFull ? start + 2 : start + 1))
                    continue;
                yield return new(path, own, folder, match.Value);
            }

            foreach (Match match in Partial().Matches(line).Where(match => match.Groups[1].Value == half))
            {
                if (match.Groups[2].Value is var folder && (folder != own || half != ownHalf))
                    yield return new(path, own, folder, match.Value);
            }
        }
    }

    /// <summary>The folder, and what is named of it, exist: other words with points between them look the same.</summary>
    private static bool IsOf(string half, string folder, string[] parts, int next) =>
        Names.Contains($"AjsPantry.{half}.{folder}")
        && (parts.Length <= next || Names.Contains($"AjsPantry.{half}.{folder}.{parts[next]}"));

    /// <summary>Every namespace and every type, by its full name.</summary>
    private static HashSet<string> FindNames()
    {
        var names = new HashSet<string>();
        foreach (var type in typeof(PantryDb).Assembly.GetTypes().Where(type => type.Namespace is not null && !type.IsNested))
        {
            names.Add($"{type.Namespace}.{type.Name.Split('`')[0]}");
            for (var space = type.Namespace!; space.Contains('.', StringComparison.Ordinal); space = space[..space.LastIndexOf('.')])
                names.Add(space);
        }

        return names;
    }

    [GeneratedRegex(@"(?<![\w./""])[A-Z]\w*(\.[A-Z]\w*)+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"""~?/(Features|Infrastructure)/(\w+)/")]
    private static partial Regex Partial();

    private sealed record Use(string File, string From, string To, string Name);
}
