using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>A stretch of text in one font and one direction.</summary>
internal sealed record TextRun(FontFace Face, int Level, string Text);

/// <summary>Cuts a line into runs and puts them in the order in which they stand on paper.</summary>
internal static class TextRuns
{
    public static List<TextRun> Of(string text, IReadOnlyList<FontFace> faces)
    {
        var runs = new List<TextRun>();
        var runes = text.EnumerateRunes().ToList();
        var levels = TextDirection.Levels(runes);
        for (var at = 0; at < runes.Count; at++) Add(runs, runes[at], levels[at], faces);
        for (var level = 2; level > 0; level--) TurnAround(runs, level);
        return runs;
    }

    private static void Add(List<TextRun> runs, Rune rune, int level, IReadOnlyList<FontFace> faces)
    {
        var current = runs.Count == 0 ? null : runs[^1];
        var face = FaceOf(rune, current?.Face, faces);
        // What no font has was said in words before; should some be left, nothing is better than a sign that says something else.
        if (face is null) return;
        var letter = rune.ToString();
        if (current is not null && current.Face == face && current.Level == level) runs[^1] = current with { Text = current.Text + letter };
        else runs.Add(new TextRun(face, level, letter));
    }

    /// <summary>Spaces, marks and joiners belong to the word they stand in; everything else takes the first font that has it.</summary>
    private static FontFace? FaceOf(Rune rune, FontFace? current, IReadOnlyList<FontFace> faces)
    {
        var stays = current is not null && (Rune.IsWhiteSpace(rune) || PlainText.IsAttached(rune)) && current.Has(rune);
        return stays ? current : faces.FirstOrDefault(face => face.Has(rune));
    }

    private static void TurnAround(List<TextRun> runs, int level)
    {
        for (var start = 0; start < runs.Count; start++)
        {
            var count = runs.Skip(start).TakeWhile(run => run.Level >= level).Count();
            runs.Reverse(start, count);
            start += count;
        }
    }
}
