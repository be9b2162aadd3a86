namespace AjsPantry.Features.Shared.Pages;

/// <summary>The head of a page: what it is, and the answer to the question one came with.</summary>
/// <param name="Period">What the page covers, such as November 2026.</param>
public sealed record PageHead(string Title, string Answer, string? Sub = null, string? Period = null);
