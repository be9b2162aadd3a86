using AngleSharp.Dom;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>Reads home pages card by card.</summary>
internal static class Cards
{
    private static readonly string[] Inline = ["a", "bdi", "small"];

    public static async Task<WebPage> HomeAsync(this PantryApp app, Person person) => await (await app.SignInAsync(person)).GetAsync("/");

    /// <summary>What a card says, white space folded; nothing when the page has no such card.</summary>
    /// <param name="heading">The id of its heading, which names it.</param>
    public static string Card(this WebPage page, string heading) =>
        page.Document.QuerySelector($"section[aria-labelledby='{heading}']") is { } card ? Words(card) : "";

    /// <summary>What each line of a card says.</summary>
    public static IReadOnlyList<string> Lines(this WebPage page, string heading) =>
        [.. page.Document.QuerySelectorAll($"section[aria-labelledby='{heading}'] li").Select(Words)];

    /// <summary>What each figure says, with its name and its note.</summary>
    public static IReadOnlyList<string> Tiles(this WebPage page) =>
        [.. page.Document.QuerySelectorAll(".tiles .tile").Select(Words)];

    /// <summary>The headings that cards are named by, in the order of the page.</summary>
    public static IReadOnlyList<string> Headings(this WebPage page) =>
        [.. page.Document.QuerySelectorAll("main section").Select(card => card.GetAttribute("aria-labelledby")!)];

    private static string Words(IElement element) =>
        string.Join(' ', Text(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands side by side or below each other is not one word.</summary>
    private static string Text(INode node) => node switch
    {
        IText text => text.Data,
        IElement element when IsInline(element) => string.Concat(node.ChildNodes.Select(Text)),
        _ => $" {string.Concat(node.ChildNodes.Select(Text))} ",
    };

    private static bool IsInline(IElement element) => Inline.Contains(element.LocalName) || element.ClassList.Contains("visually-hidden");
}
