using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>Finds ideas by their titles and texts.</summary>
public sealed class IdeaSearch(PantryDb db) : ISearchSource
{
    /// <summary>How much of an idea's text is shown.</summary>
    private const int LongestPiece = 80;

    public int Place => 5;

    public Permission Permission => Permission.ViewFeedback;

    public async Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken)
    {
        var found = db.HaveWords("ideas", search.Words);
        var own = search.FloorId;
        var floors = db.Floors;
        var ideas = await db.Ideas.AsNoTracking().Where(Idea.IsShown)
            .Where(idea => (own == null || idea.FloorId == own) && found.Contains(idea.Id))
            .OrderByDescending(idea => idea.CreatedAt).Take(SearchWords.MostHits)
            .Select(idea => new
            {
                idea.Id,
                idea.Title,
                idea.Text,
                Floor = floors.First(floor => floor.Id == idea.FloorId).Number,
            }).ToListAsync(cancellationToken);
        return
        [
            .. ideas.OrderBy(idea => idea.Title, NameOrder.Comparer)
                .Select(idea => new Hit("lightbulb", "/Feedback/Ideas/Idea", idea.Id, idea.Title)
                {
                    Details = [PlainWords.Have(idea.Title, search.Words) ? null : Around(idea.Text, search.Words)],
                    Floor = idea.Floor,
                }),
        ];
    }

    /// <summary>What stands around the first of the words in a long text.</summary>
    private static string? Around(string text, IReadOnlyList<string> words)
    {
        var at = Places(text).FirstOrDefault(place => words.Any(word => PlainWords.Have(place.Word, [word]))).At;
        if (text.Length <= LongestPiece)
            return text == "" ? null : $"“{text}”";
        // From the beginning of a word, a few words before.
        var space = at <= LongestPiece / 2 ? -1 : text.IndexOf(' ', at - (LongestPiece / 2));
        var from = at <= LongestPiece / 2 ? 0 : space < 0 || space >= at ? at : space + 1;
        var piece = InputParser.Cut(text[from..], LongestPiece);
        return $"“{(from == 0 ? "" : "… ")}{piece}{(text.EndsWith(piece, StringComparison.Ordinal) ? "" : " …")}”";
    }

    private static IEnumerable<(int At, string Word)> Places(string text)
    {
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            yield return (at, word);
            at += word.Length + 1;
        }
    }
}
