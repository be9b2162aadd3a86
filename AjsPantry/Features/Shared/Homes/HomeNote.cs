using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>What comes before what in the note at the top of a home page.</summary>
public enum NoteOrder
{
    Tea,
    Meal,
    Turn,
    Away,
    Money,

    /// <summary>After everything else.</summary>
    Last,
}

/// <summary>What the page may say in one sentence; the first is said.</summary>
public sealed record NoteAnswer(NoteOrder Order, string Words);

/// <summary>A sentence below it.</summary>
/// <param name="Pieces">Asked when everything is there, so that it need not repeat the answer; empty for nothing.</param>
public sealed record NoteLine(NoteOrder Order, Func<IReadOnlyList<Piece>> Pieces);

/// <summary>The buttons that a feature would have first; those of the first are shown.</summary>
public sealed record NoteActions(NoteOrder Order, IReadOnlyList<NoteAction> Buttons);

/// <param name="Page">A page of one thing.</param>
/// <param name="Icon">It is done at once, by a post; null where the button leads to the page.</param>
public sealed record NoteAction(string Words, string Page, Guid Id, string? Icon = null);

/// <summary>A day on which the person has something to do.</summary>
/// <param name="Words">What, for those who do not see the icon.</param>
public sealed record DayMark(NoteOrder Order, DateOnly Date, string Icon, string Words);

/// <summary>A part of a sentence. What people typed keeps its own direction of writing.</summary>
public readonly record struct Piece(string Words, bool IsTyped)
{
    public static implicit operator Piece(string words) => new(words, false);

    public static Piece Typed(string words) => new(words, true);
}

public static class Pieces
{
    /// <summary>The pieces one after the other.</summary>
    public static IHtmlContent Html(this IEnumerable<Piece> pieces)
    {
        var sentence = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece.IsTyped)
                sentence.AppendHtml(Isolated(piece.Words));
            else
                sentence.Append(piece.Words);
        }

        return sentence;
    }

    private static TagBuilder Isolated(string words)
    {
        var tag = new TagBuilder("bdi");
        tag.InnerHtml.Append(words);
        return tag;
    }
}
