using AngleSharp.Dom;

namespace AjsPantry.Tests.Support;

/// <summary>What a reader sees of a part of a page.</summary>
internal static class NodeWords
{
    /// <summary>Its text with white space folded, as a browser shows it.</summary>
    public static string Words(this INode node) => WebPage.Folded(node.TextContent);
}
