using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AjsPantry.Tests.Support;

/// <summary>A browser without JavaScript: keeps cookies, reads HTML, fills in and sends forms as they stand on the page.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<WebPage> GetAsync(string address) => await ReadAsync(address, await client.GetAsync(address));

    /// <summary>Posts without having opened a page first, so without an anti-forgery token.</summary>
    public async Task<WebPage> PostBlindlyAsync(string address, Dictionary<string, string>? values = null) =>
        await ReadAsync(address, await client.PostAsync(address, new FormUrlEncodedContent(values ?? [])));

    /// <summary>
    /// Posts to an address with a valid anti-forgery token of this visitor, taken from the account page or the sign-in page.
    /// </summary>
    public async Task<WebPage> PostAsync(string address, Dictionary<string, string>? values = null)
    {
        var token = await TokenAsync();
        return await PostBlindlyAsync(address, new(values ?? []) { ["__RequestVerificationToken"] = token });
    }

    /// <summary>An anti-forgery token of this visitor.</summary>
    public async Task<string> TokenAsync()
    {
        var account = await GetAsync("/account");
        var page = account.Status == 200 ? account : await GetAsync("/sign-in");
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    internal async Task<WebPage> ReadAsync(string address, HttpResponseMessage response)
    {
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        var html = isHtml ? await response.Content.ReadAsStringAsync() : "";
        return new WebPage(this, address, response, await new HtmlParser().ParseDocumentAsync(html));
    }
}

/// <summary>What came back: status, headers, and the page to read and to send on.</summary>
public sealed class WebPage(Visitor visitor, string address, HttpResponseMessage response, IHtmlDocument document)
{
    public int Status => (int)response.StatusCode;

    public HttpResponseHeaders Headers => response.Headers;

    public HttpContent Content => response.Content;

    /// <summary>Where the answer leads to, as path and query; null when it does not.</summary>
    public string? Location =>
        response.Headers.Location is not { } location ? null : location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;

    public IHtmlDocument Document => document;

    /// <summary>The text of the page's main part with white space folded.</summary>
    public string Text => Folded(document.QuerySelector("main")?.TextContent ?? document.Body?.TextContent ?? "");

    /// <summary>The text of each element that a selector finds, with white space folded.</summary>
    public IReadOnlyList<string> Rows(string selector) =>
        [.. document.QuerySelectorAll(selector).Select(each => Folded(each.TextContent))];

    /// <summary>The lines of a file of text that was answered, without the byte order mark.</summary>
    public async Task<string[]> FileLinesAsync() =>
        (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The page's one-sentence answer.</summary>
    public string Answer => Folded(document.QuerySelector(".answer, .note-door h1")?.TextContent ?? "");

    /// <summary>What a toast says.</summary>
    public string Toast => Folded(document.QuerySelector(".toast-line span")?.TextContent ?? "");

    /// <summary>All messages at fields, as "field: message", by the id of the control they describe.</summary>
    public IReadOnlyList<string> Errors =>
        [.. document.QuerySelectorAll(".invalid-feedback")
            .Select(error => $"{error.Id?.Replace("_error", "", StringComparison.Ordinal)}: {Folded(error.TextContent)}")];

    /// <summary>What the top of a refused form names, each line a link to its field.</summary>
    public IReadOnlyList<string> Summary => Rows(".callout.bad li a[href^='#']");

    /// <summary>What stands in a control of the page's form.</summary>
    public string? Value(string name) => document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    /// <summary>Sends a form of the page with everything in it, the hidden fields too, and the given values instead of its own.</summary>
    /// <param name="form">A selector; the first form of the main part when not given.</param>
    /// <param name="button">A part of the address of the button that is pressed, where it has one of its own.</param>
    public Task<WebPage> SubmitAsync(Dictionary<string, string> values, string form = "main form", string? button = null) =>
        SubmitAsync(values,
            document.QuerySelector(form) as IHtmlFormElement
                ?? throw new InvalidOperationException($"{address} has no {form}; it says: {Text}"), button);

    /// <summary>The same for a form that was found already.</summary>
    public async Task<WebPage> SubmitAsync(Dictionary<string, string> values, IHtmlFormElement element, string? button = null)
    {
        var fields = new List<KeyValuePair<string, string>>();
        void Add(string name, string value, bool several = false)
        {
            if (several || fields.TrueForAll(field => field.Key != name))
                fields.Add(new(name, value));
        }

        foreach (var control in element.Elements)
        {
            // Boxes of one name are sent together; the hidden "false" behind a box only where the box is not ticked.
            if (control is IHtmlInputElement { Name: { Length: > 0 } name } input
                && (input.Type is not ("checkbox" or "radio") || input.IsChecked) && input.Type != "submit")
                Add(name, input.Value, input.Type == "checkbox");
            else if (control is IHtmlSelectElement { Name: { Length: > 0 } selectName } select)
                Add(selectName, select.Value ?? "");
            else if (control is IHtmlTextAreaElement { Name: { Length: > 0 } areaName } area)
                Add(areaName, area.Value);
        }

        fields.RemoveAll(field => values.ContainsKey(field.Key));
        fields.AddRange(values);
        var pressed = button is null ? null
            : element.QuerySelector($"button[formaction*='{button}']")
                ?? document.QuerySelector($"button[form='{element.Id}'][formaction*='{button}']")
                ?? throw new InvalidOperationException($"{address} has no button for {button}; it says: {Text}");
        var action = (pressed?.GetAttribute("formaction") ?? element.GetAttribute("action")) is { Length: > 0 } given ? given : address;
        return await visitor.ReadAsync(action, await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Opens the page that this answer leads to.</summary>
    public Task<WebPage> FollowAsync() =>
        visitor.GetAsync(Location ?? throw new InvalidOperationException($"{address} answered {Status} and leads nowhere: {Text}"));

    internal static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
