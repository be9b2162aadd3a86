using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// What the compiler does not see to: how files end their lines, and the order of usings. The rest of the format is a build error.
/// </summary>
public sealed class SourceFileTests
{
    private static readonly string[] Code = ["AjsPantry", "AjsPantry.Tests"];

    private static readonly string[] Everything = [.. Code, "deploy"];

    private static readonly string[] Kinds = ["*.cs", "*.cshtml", "*.css", "*.js", "*.mjs", "*.json", "*.csproj", "*.props", "*.md",
        "*.sql", "*.sh"];

    [Fact]
    public void Lines_end_as_the_editor_settings_say()
    {
        List<string> wrong = [];
        foreach (var file in Everything.SelectMany(folder => Kinds.SelectMany(kind => Sources.Files(folder, kind))))
        {
            var text = File.ReadAllText(file);
            if (text.Length == 0)
                wrong.Add($"{file}: it is empty");
            // Lock files are written by their package managers.
            if (text.Length == 0 || file.EndsWith("lock.json", StringComparison.Ordinal))
                continue;
            var lines = text.Split('\n');
            if (text.Contains('\r', StringComparison.Ordinal))
                wrong.Add($"{file}: lines end with CR LF instead of LF");
            if (lines[^1].Length > 0 || (lines.Length > 1 && lines[^2].Length == 0))
                wrong.Add($"{file}: it does not end with one line break");
            if (Array.FindIndex(lines, line => line.EndsWith(' ') || line.EndsWith('\t')) is >= 0 and var at)
                wrong.Add($"{file}:{at + 1}: blanks at the end of the line");
            if (Array.FindIndex(lines, line => line.StartsWith('\t')) is >= 0 and var tab)
                wrong.Add($"{file}:{tab + 1}: a tab instead of blanks");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Usings_stand_in_order_with_those_of_the_system_first()
    {
        List<string> wrong = [];
        foreach (var file in Code.SelectMany(folder => Sources.Files(folder, "*.cs")))
        {
            var usings = File.ReadLines(file).TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal)).Where(IsPlainUsing)
                .Select(line => line[6..^1]).ToList();
            var sorted = usings.OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
            if (!usings.SequenceEqual(sorted))
                wrong.Add($"{file}: {string.Join(", ", sorted)}");
        }

        Assert.True(wrong.Count == 0, $"The order should be:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_icon_of_a_page_is_in_the_list_that_the_sprite_is_made_of()
    {
        HashSet<string> known = [.. File.ReadAllText(Path.Combine(Sources.Root, "AjsPantry", "icons.txt")).Split('\n')];
        var icon = new Regex(
            """<icon name=(?:"([^"@]+)"|["']@\([^?]*\? "([^"]+)" : "([^"]+)")""", RegexOptions.None, TimeSpan.FromSeconds(5));
        var missing = Sources.Files("AjsPantry", "*.cshtml").SelectMany(file => icon.Matches(File.ReadAllText(file))
            .SelectMany(match => match.Groups.Values.Skip(1).Where(group => group.Success && !known.Contains(group.Value)))
            .Select(group => $"{file}: add {group.Value} to AjsPantry/icons.txt")).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Text_is_cut_by_one_function_that_never_halves_a_letter()
    {
        // The database counts letters, so its first one is whole.
        var own = new Regex(@"\.Length <=? ?.*\? .*\[\.\.|\.Substring\(0,(?! 1\)\.ToUpper)", RegexOptions.None, TimeSpan.FromSeconds(5));
        List<string> wrong = [];
        foreach (var file in Sources.Files("AjsPantry", "*.cs").Concat(Sources.Files("AjsPantry", "*.cshtml")))
        {
            if (file.EndsWith("InputParser.cs", StringComparison.Ordinal))
                continue;
            foreach (var (line, at) in File.ReadLines(file).Select((line, at) => (line, at)))
            {
                if (own.IsMatch(line))
                    wrong.Add($"{file}:{at + 1}: cut texts with InputParser.Cut");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void What_is_mutated_is_where_its_list_says()
    {
        var listed = File.ReadLines(Path.Combine(Sources.Root, "deploy", "mutate.d", "rules.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 2)).ToList();
        Assert.NotEmpty(listed);
        var missing = listed.Where(line =>
            !File.Exists(Path.Combine(Sources.Root, line[0] == "test" ? "AjsPantry.Tests" : "AjsPantry", line[1])));
        Assert.Empty(missing.Select(line => line[1]));
    }

    private static bool IsPlainUsing(string line) =>
        line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal)
            && !line.StartsWith("using static", StringComparison.Ordinal) && line.EndsWith(';');
}
