using System.Text.RegularExpressions;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>Whoever is refused something reads a sentence, and a test has read it before.</summary>
public sealed partial class RefusalTests
{
    [Fact]
    public void Every_refusal_is_expected_by_a_test()
    {
        var refusals = Refusals.OfProduct();
        var words = Refusals.WordsOfTests();
        // Residences have words of their own for a floor and a room.
        var ours = refusals.Select(refusal => refusal.Text)
            .Where(text => OwnPlaces().IsMatch(text) && !text.StartsWith("Write your word for", StringComparison.Ordinal));
        Assert.Empty(ours);
        var missing = refusals.Where(refusal => !words.Any(expected => Refusals.Expects(expected, refusal, refusals))).ToList();
        Assert.InRange(refusals.Count, 300, 2_000);
        Assert.True(
            missing.Count == 0,
            $"{missing.Count} of {refusals.Count} refusals are in no test. For each, write one that is refused and reads it, whole or by words that no other has:\n"
                + string.Join('\n', missing.Select(refusal => $"{refusal.Place}: {refusal.Text}")));
    }

    [GeneratedRegex(@"\b(floors?|rooms?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnPlaces();
}
