using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>What runs on GitHub with our code and our secrets.</summary>
public sealed class WorkflowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Regex Used = new(@"\buses:\s*(?<what>\S+)(?<after>.*)$", RegexOptions.Multiline, Patience);

    private static readonly Regex Pinned = new("^[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$", RegexOptions.None, Patience);

    private static readonly Regex Version = new(@"^ # v\d+\.\d+\.\d+$", RegexOptions.None, Patience);

    [Fact]
    public void Actions_are_named_by_commit_which_nobody_can_move()
    {
        var uses = Uses();
        Assert.NotEmpty(uses);
        var moving = uses.Where(use => !Pinned.IsMatch(use.What) || !Version.IsMatch(use.After)).ToList();
        var lines = moving.Select(use => $"{use.File}: {use.What}{use.After}");
        Assert.True(moving.Count == 0, $"A tag can be moved to other code: write owner/name@COMMIT # vX.Y.Z\n{string.Join('\n', lines)}");
    }

    [Fact]
    public void An_action_has_one_version_everywhere()
    {
        var versions = Uses().Select(use => (Name: use.What.Split('@')[0], use.What, use.After)).Distinct();
        var several = versions.GroupBy(use => use.Name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        Assert.True(several.Count == 0, $"In several versions: {string.Join(", ", several)}");
    }

    private static List<(string File, string What, string After)> Uses() =>
    [
        .. Sources.Files(".github", "*.yml").SelectMany(file => Used.Matches(File.ReadAllText(file)).Select(use =>
            (Path.GetFileName(file), use.Groups["what"].Value, use.Groups["after"].Value.TrimEnd()))),
    ];
}
