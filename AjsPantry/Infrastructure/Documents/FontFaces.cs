using System.Reflection;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// The embedded fonts in order of preference: our own Latin, then its sisters, then others for the scripts that have no sister.
/// </summary>
internal static class FontFaces
{
    private static readonly string[] Families =
    [
        "AnekLatin", "AnekDevanagari", "AnekGujarati", "AnekBangla", "AnekTamil", "AnekTelugu", "AnekKannada", "AnekMalayalam",
        "NotoSansGurmukhi", "NotoSansOriya", "NotoSansSinhala", "NotoSansThai", "NotoNaskhArabic", "NotoSans",
    ];

    private static readonly Lazy<IReadOnlyList<FontFace>> Regular = new(() => Load("Regular"));

    private static readonly Lazy<IReadOnlyList<FontFace>> Bold = new(() => Load("Bold"));

    public static IReadOnlyList<FontFace> Of(TextStyle style) => (style.Bold ? Bold : Regular).Value;

    /// <summary>Whether some font can write it, upright or bold.</summary>
    public static bool Have(Rune rune) => Regular.Value.Any(face => face.Has(rune)) && Bold.Value.Any(face => face.Has(rune));

    private static List<FontFace> Load(string weight)
    {
        var faces = Families.Select(family => Read($"{family}-{weight}.ttf")).OfType<FontFace>().ToList();
        return faces.Count > 0 ? faces
            : throw new InvalidOperationException("The build embedded no fonts under fonts/; nothing can be written on paper.");
    }

    /// <summary>A family may be left out of a build; its scripts then show as words in brackets.</summary>
    private static FontFace? Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("fonts/" + name);
        return file is null ? null : new FontFace(name, file, isLatin: name.StartsWith("AnekLatin", StringComparison.Ordinal));
    }
}
