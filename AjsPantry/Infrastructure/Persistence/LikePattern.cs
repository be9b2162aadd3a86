namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Patterns for ILIKE from what people type.</summary>
public static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>Matches every text that contains the words as typed; per cent signs and underscores mean themselves.</summary>
    public static string Containing(string typed) =>
        "%" + typed.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
