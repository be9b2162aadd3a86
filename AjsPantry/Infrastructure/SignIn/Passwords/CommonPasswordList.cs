using System.Collections.Frozen;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>
/// Passwords that have become known, the most common first, made by the build out of an npm package: those that are long enough to be
/// somebody's here, and shorter ones of which people build longer ones.
/// </summary>
public static class CommonPasswordList
{
    /// <summary>The line between the long ones and the parts.</summary>
    private const string Line = "--";

    private static readonly Lazy<(FrozenSet<string> Whole, FrozenSet<string> Parts)> Lists = new(Read);

    /// <summary>Of twelve letters or more, in small letters.</summary>
    public static FrozenSet<string> Whole => Lists.Value.Whole;

    /// <summary>Of four to eleven letters and digits.</summary>
    public static FrozenSet<string> Parts => Lists.Value.Parts;

    private static (FrozenSet<string> Whole, FrozenSet<string> Parts) Read()
    {
        using var file = typeof(CommonPasswordList).Assembly.GetManifestResourceStream("passwords/common.txt")!;
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(lines, Line);
        return (lines[..at].ToFrozenSet(StringComparer.Ordinal), lines[(at + 1)..].ToFrozenSet(StringComparer.Ordinal));
    }
}
