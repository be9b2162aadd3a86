using System.Text.RegularExpressions;

namespace AjsPantry.Infrastructure.Web.Nodes;

/// <summary>
/// What this node is called in figures, traces and alerts. Several run on one machine, each at a port of its own, and the name outlives a
/// restart.
/// </summary>
public static partial class NodeName
{
    public static string Current { get; } = Of(Environment.MachineName, Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));

    /// <summary>The machine, and the port where one is named: server:5101.</summary>
    /// <param name="addresses">Where the node listens, as ASPNETCORE_URLS says it.</param>
    public static string Of(string machine, string? addresses) =>
        addresses is not null && Port().Match(addresses) is { Success: true, Value: var port } ? machine + port : machine;

    [GeneratedRegex(@":\d+(?=[/;]|$)")]
    private static partial Regex Port();
}
