using System.Net;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>
/// What a mail says: a greeting, paragraphs and at most one link. It becomes plain text and the same as HTML. Nothing in it is
/// fetched from anywhere, so nobody learns whether and when it was read.
/// </summary>
/// <param name="LinkText">What the link does, such as Choose a password.</param>
/// <param name="Link">The whole address; null for a mail without a link.</param>
public sealed record MailLetter(string Subject, string Greeting, IReadOnlyList<string> Paragraphs, string? LinkText = null, string? Link = null, string? AfterLink = null)
{
    public string Text()
    {
        IEnumerable<string?> parts = [Greeting, .. Paragraphs, Link is null ? null : $"{LinkText}:\n{Link}", AfterLink];
        return string.Join("\n\n", parts.OfType<string>()) + "\n";
    }

    /// <summary>Styles stand in the tags because mail programs throw style sheets away.</summary>
    public string Html()
    {
        const string Body = "font-family:sans-serif;font-size:16px;line-height:1.5;color:#241a22;max-width:36em;margin:0 auto;padding:16px";
        const string Button = "display:inline-block;padding:12px 20px;border-radius:12px;background:#5b2550;color:#ffffff;text-decoration:none;font-weight:600";
        var paragraphs = string.Concat(Paragraphs.Prepend(Greeting).Select(Paragraph));
        var link = Link is null ? "" : $"""<p><a href="{Encode(Link)}" style="{Button}">{Encode(LinkText)}</a></p><p style="font-size:14px;color:#63565f">If the button does nothing, open this address:<br>{Encode(Link)}</p>""";
        return $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{Encode(Subject)}</title></head><body style="{Body}">{paragraphs}{link}{(AfterLink is null ? "" : Paragraph(AfterLink))}</body></html>""";
    }

    private static string Paragraph(string text) => $"<p>{Encode(text)}</p>";

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
