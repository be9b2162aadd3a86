using System.Globalization;
using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>The table of security requirements is whole, and what it names as evidence is there.</summary>
public sealed partial class RequirementTests
{
    /// <summary>Levels 1 and 2 of OWASP ASVS 5.0: each section with how many it has; those of level 3 come after them.</summary>
    private const string Wanted = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
        2.1:3 2.2:3 2.3:4 2.4:1
        3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
        4.1:3 4.2:1 4.3:2 4.4:4
        5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
        7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
        8.1:2 8.2:3 8.3:1 8.4:1
        9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
        11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
        12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5
        14.1:2 14.2:4 14.3:3
        15.1:3 15.2:3 15.3:7
        16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
        17.1:1 17.2:4 17.3:2
        """;

    private const int MostPartly = 10;

    private const int FewestWords = 5;

    private static readonly string[] States = ["holds", "partly", "does not apply"];

    private static readonly string[] Papers = [".github/ASVS.md", ".github/SECURITY.md"];

    private static readonly List<Row> Rows = [.. RowOfTable().Matches(Read(Papers[0])).Select(Row.Of)];

    [Fact]
    public void The_table_has_every_requirement_once_and_in_order()
    {
        var wanted = Wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(NumbersOf).ToList();
        Assert.Equal(253, wanted.Count);
        Assert.Equal(wanted, Rows.Select(row => row.Number));
    }

    [Fact]
    public void None_fails_few_hold_partly_and_each_says_why()
    {
        Assert.All(Rows, row => Assert.Contains(row.State, States));
        var partly = Rows.Where(row => row.State == "partly").ToList();
        Assert.True(partly.Count <= MostPartly, $"{partly.Count} hold partly: {string.Join(", ", partly.Select(row => row.Number))}");
        Assert.Empty(Rows.Where(row => row.State != "holds" && Words().Count(row.Why) < FewestWords).Select(row => row.Number));
        Assert.Empty(Rows.Where(row => row.Why.Length == 0).Select(row => row.Number));
    }

    [Fact]
    public void What_is_named_as_evidence_is_there()
    {
        var known = Known();
        var named = Rows.SelectMany(row => NamesIn(row.Why).Select(name => (Place: row.Number, Name: name)));
        // The other page names settings, roles and commands too; there a name in the way of classes must be one.
        var elsewhere = NamesIn(Read(Papers[1])).Where(name => ClassName().IsMatch(name)).Select(name => (Place: Papers[1], Name: name));
        var nowhere = named.Concat(elsewhere).Where(name => !known.Contains(name.Name) && !IsPath(name.Name));
        var missing = nowhere.Select(name => $"{name.Place}: {name.Name}").ToList();
        Assert.True(missing.Count == 0, $"Neither a class, a test, a function of deploy nor a file:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_table_has_its_class_and_how_long_its_rows_are_kept()
    {
        var classified = NamesIn(Read(Papers[1])).ToHashSet();
        var mappings = Sources.Files("AjsPantry", "*.cs").SelectMany(file => Table().Matches(File.ReadAllText(file)));
        var tables = mappings.Select(table => table.Groups[1].Value).ToHashSet();
        Assert.InRange(tables.Count, 50, 500);
        Assert.Empty(tables.Except(classified));
    }

    [Fact]
    public void Pages_about_security_lead_somewhere()
    {
        var links = Papers.SelectMany(paper => Links().Matches(Read(paper)).Select(link => link.Groups[1].Value));
        var files = links.Where(link => !link.Contains("://", StringComparison.Ordinal)).Select(link => link.Split('#')[0]);
        Assert.All(files.Where(file => file != ""), file => Assert.True(File.Exists(Path.Combine(Sources.Root, ".github", file)), file));
    }

    private static HashSet<string> Known()
    {
        var code = Sources.Files("AjsPantry", "*.cs").Concat(Sources.Files("AjsPantry.Tests", "*.cs")).Select(File.ReadAllText).ToList();
        var types = code.SelectMany(text => Declared().Matches(text).Select(type => type.Groups[1].Value));
        var tests = code.SelectMany(text => Tested().Matches(text).Select(test => test.Groups[1].Value));
        var scripts = Directory.EnumerateFiles(Path.Combine(Sources.Root, "deploy"))
            .SelectMany(file => Function().Matches(File.ReadAllText(file)).Select(function => function.Groups[1].Value));
        return [.. types, .. tests, .. scripts];
    }

    private static IEnumerable<string> NamesIn(string text) => Named().Matches(text).Select(name => name.Groups[1].Value);

    private static bool IsPath(string at) => at.Contains('/', StringComparison.Ordinal) && Path.Exists(Path.Combine(Sources.Root, at));

    private static IEnumerable<string> NumbersOf(string section)
    {
        var name = section.Split(':')[0];
        var count = int.Parse(section.Split(':')[1], CultureInfo.InvariantCulture);
        return Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}.{number}"));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file));

    private sealed record Row(string Number, string State, string Why)
    {
        public static Row Of(Match row) => new(row.Groups["number"].Value, row.Groups["state"].Value, row.Groups["why"].Value.Trim());
    }

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| [^|]+ \| (?<state>[^|]+?) \|(?<why>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex RowOfTable();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\w+(['’-]\w+)*")]
    private static partial Regex Words();

    [GeneratedRegex("^(?:[A-Z][a-z0-9]+){2,}$")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(?:Task|void)\s+([A-Z]\w*_\w*)\(")]
    private static partial Regex Tested();

    [GeneratedRegex(@"^([a-z][a-z0-9_]*)\(\)", RegexOptions.Multiline)]
    private static partial Regex Function();

    [GeneratedRegex(@"\bToTable\(""([a-z_]+)""")]
    private static partial Regex Table();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
