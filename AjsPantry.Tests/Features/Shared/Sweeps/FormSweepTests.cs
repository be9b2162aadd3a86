using AngleSharp.Html.Dom;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>Every form of every page takes whatever is typed into it, answers in words, and writes nothing when it refuses.</summary>
public sealed class FormSweepTests(MailApp app) : IClassFixture<MailApp>
{
    /// <summary>
    /// What people and machines send: nothing, too much, half a letter, marks that nobody sees, code, and numbers out of all bounds.
    /// </summary>
    private static readonly (string Name, string Text)[] Junk =
    [
        ("nothing", ""), ("blanks", "   "), ("too long", new string('x', 10_000)), ("an invisible mark", "\u200b\u200d"),
        ("a null", "a\0b"), ("no character", "\uffff"),
        ("script", "<script>alert(1)</script>"), ("sql", "'; DROP TABLE members; --"), ("a large number", "99999999999999999999999999999"),
        ("a negative number", "-1"), ("a far day", "9999-12-31"),
    ];

    public static TheoryData<string> Features => [.. SiteMap.Table.Keys.Select(page => page.Split('/')[1]).Distinct()];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Whatever_is_typed_is_answered_in_words_and_what_is_refused_writes_nothing(string feature)
    {
        var things = await Things.MakeAsync(app);
        var pages = app.Pages();
        List<string> failures = [];
        foreach (var (name, stop) in SiteMap.Table
            .Where(stop => stop.Key.StartsWith($"/{feature}/", StringComparison.Ordinal) && !stop.Value.IsFile))
        {
            if (SweepVisitors.ReaderOf(name) is { } who && (await app.PostHandlersAsync(pages[name])).Count > 0)
                await SweepAsync(name, stop.Address(pages[name], things, who == "admin"), await app.AsAsync(who), failures);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private async Task SweepAsync(string name, string address, Visitor visitor, List<string> failures)
    {
        var seeded = await TestServer.SnapshotAsync(app.Database);
        var before = await Rows.ReadAsync(app.Database);
        var page = await visitor.GetAsync(address);
        foreach (var form in page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().DistinctBy(Shape))
        {
            List<string> fields = [.. form.Elements.OfType<IHtmlElement>().Select(NameOf).OfType<string>().Distinct()];
            // A form that is only a button has nothing to refuse, and may show on the spot what it did.
            foreach (var (junk, text) in fields.Count == 0 ? Junk[..1] : Junk)
            {
                var answer = await page.SubmitAsync(fields.ToDictionary(field => field, _ => text), form);
                var what = $"{name}, form {form.GetAttribute("action")}, {junk}";
                if (answer.Status >= 500)
                    failures.Add($"{what}: {answer.Status}");
                if (answer.Document.QuerySelector("main script:not([src])") is not null)
                    failures.Add($"{what}: came back as code");
                failures.AddRange(FaultsOfRefusal(answer).Select(fault => $"{what}: {fault}"));
                var written = await before.ChangesAsync();
                if (fields.Count > 0 && answer.Status != 302 && written.Count > 0)
                    failures.Add($"{what}: answered {answer.Status} and wrote {string.Join(", ", written)}");
                // The next one begins with the same rows.
                if (written.Count > 0)
                {
                    TestServer.Reset(app.Database, seeded);
                    before = await Rows.ReadAsync(app.Database);
                }
            }
        }
    }

    /// <summary>
    /// Whoever is refused is told so in the page's title and above the form, which takes the focus and leads to each wrong field.
    /// </summary>
    private static IEnumerable<string> FaultsOfRefusal(WebPage answer)
    {
        if (answer.Status != 200 || answer.Document.QuerySelector("main .invalid-feedback") is null)
            yield break;
        if (answer.Document.Title?.StartsWith("Error: ", StringComparison.Ordinal) != true)
            yield return $"is refused under the title {answer.Document.Title}";
        if (answer.Document.QuerySelectorAll("main .callout[role=alert][tabindex='-1'][autofocus]").Length != 1)
            yield return "is refused without one summary that takes the focus";
        foreach (var link in answer.Document.QuerySelectorAll("main .callout[autofocus] a"))
        {
            if (answer.Document.GetElementById(link.GetAttribute("href")!.TrimStart('#')) is null)
                yield return $"leads to {link.GetAttribute("href")}, which is not there";
        }
    }

    /// <summary>Where the form goes, but for which thing, and what it asks: rows of a list have the same form many times.</summary>
    private static string Shape(IHtmlFormElement form) =>
        $"{form.GetAttribute("action")?.Split('/', '?').Where(part => !Guid.TryParse(part, out _)).Aggregate("", (path, part) => $"{path}/{part}")} {string.Join(' ', form.Elements.OfType<IHtmlElement>().Select(NameOf).OfType<string>())}";

    /// <summary>The fields that people fill in; what the page keeps for itself is sent as it is.</summary>
    private static string? NameOf(IHtmlElement control) => control switch
    {
        IHtmlInputElement { Type: not ("hidden" or "submit" or "file"), Name: { Length: > 0 } name } => name,
        IHtmlSelectElement { Name: { Length: > 0 } name } => name,
        IHtmlTextAreaElement { Name: { Length: > 0 } name } => name,
        _ => null,
    };
}
