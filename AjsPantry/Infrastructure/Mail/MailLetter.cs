using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>
/// What a mail says: a greeting, paragraphs and at most one link. It becomes plain text and the same as HTML. Nothing in it is
/// fetched from anywhere, so nobody learns whether and when it was read.
/// </summary>
/// <param name="LinkText">What the link does, such as Choose a password.</param>
/// <param name="Link">The whole address; null for a mail without a link.</param>
/// <param name="Stop">The whole address at which its receiver ends mails of this kind.</param>
public sealed record MailLetter(string Subject, string Greeting, IReadOnlyList<string> Paragraphs, string? LinkText = null,
    string? Link = null, string? AfterLink = null, string? Stop = null)
{
    // Styles stand in the tags because mail programs throw style sheets away.
    private const string Outside =
        "margin:0;padding:24px 12px;background:#f8f5f5;color:#241a22;font-family:'Anek Latin',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
    private const string Card = "max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e6dde3;border-radius:18px";
    private const string Brand =
        "margin:0 0 16px;padding:0 0 12px;border-bottom:3px solid #5b2550;font-size:18px;font-weight:700;color:#5b2550";
    private const string Button =
        "display:inline-block;padding:12px 20px;border-radius:12px;background:#5b2550;color:#ffffff;text-decoration:none;font-weight:600";
    private const string Small = "font-size:14px;color:#63565f;overflow-wrap:anywhere";

    private const string NoMore = "Stop emails like this:";

    /// <summary>Names in any script stay readable in the source, and half as long.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Text()
    {
        IEnumerable<string?> parts = [Greeting, .. Paragraphs, Link is null ? null : $"{LinkText}:\n{Link}", AfterLink,
            Stop is null ? null : $"{NoMore} {Stop}", "AJS Pantry"];
        return string.Join("\n\n", parts.OfType<string>()) + "\n";
    }

    public string Html()
    {
        var paragraphs = string.Concat(Paragraphs.Prepend(Greeting).Select(Paragraph));
        var link = Link is null ? "" : $"""
            <p style="margin:24px 0"><a href="{Encode(Link)}" style="{Button}">{Encode(LinkText)}</a></p>
            <p style="{Small}">If the button does nothing, open this address:<br>{Encode(Link)}</p>
            """;
        var stop = Stop is null ? ""
            : $"""<p style="{Small}"><a href="{Encode(Stop)}" style="color:#63565f">{NoMore.TrimEnd(':')}</a></p>""";
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>{Encode(Subject)}</title></head>
            <body style="{Outside}"><div style="{Card}"><p style="{Brand}">AJS Pantry</p>{paragraphs}{link}{(AfterLink is null ? "" : Paragraph(AfterLink))}{stop}</div></body></html>
            """;
    }

    private static string Paragraph(string text) => $"<p dir=\"auto\">{Encode(text)}</p>";

    private static string Encode(string? text) => Encoder.Encode(text ?? "");
}
