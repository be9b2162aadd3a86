using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>Looks over a window's shoulder: what the browser complains about, and whether a page may be shipped.</summary>
public sealed class Inspection
{
    /// <summary>All but the contrast of colours, which costs as much as the rest and is the same for every text of a kind.</summary>
    private const string Everything = """
        {
          "preload": false, "resultTypes": ["violations"], "rules": { "color-contrast": { "enabled": false } },
          "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        }
        """;

    /// <summary>In the page itself: our pages have no frames, and the library's own way opens one more window for every run.</summary>
    private const string Violations = """
        async options => (await axe.run(WHERE, JSON.parse(options))).violations
          .map(violation => `${violation.id} at ${violation.nodes.slice(0, 3).map(node => node.html).join(" and ")}`)
        """;

    /// <summary>
    /// What every page has around it is judged once for each page, by the sweep; a state of a page differs in its middle.
    /// </summary>
    private static readonly string OfMiddle = Violations.Replace(
        "WHERE", "document.querySelector('main') ?? document", StringComparison.Ordinal);

    private static readonly string OfWhole = Violations.Replace("WHERE", "document", StringComparison.Ordinal);

    /// <summary>How much of the page stands outside the window.</summary>
    private const string Sideways = "document.documentElement.scrollWidth - window.innerWidth";

    /// <summary>How high the whole page is.</summary>
    private const string Height = "Math.ceil(document.documentElement.scrollHeight)";

    /// <summary>Names whatever somebody at a window of this size cannot read or hit.</summary>
    private static readonly string Geometry = File.ReadAllText(Path.Combine(Sources.Root, "AjsPantry.Tests/Journeys/Pages/geometry.js"));

    private static readonly string Contrast = File.ReadAllText(Path.Combine(Sources.Root, "AjsPantry.Tests/Journeys/Pages/contrast.js"));

    /// <summary>The kinds of text whose contrast was judged on some page of this run.</summary>
    private static readonly ConcurrentDictionary<string, bool> Judged = new();

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Names whatever is too small to hit. A row that opens something is hit anywhere, a box by its words too.</summary>
    private const string TooSmall = """
        () => {
          const found = [];
          for (const element of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), textarea")) {
            if (element.closest(".visually-hidden, .skip") && !element.closest(".seg")) continue;
            const target = element.matches(".cover") ? element.closest(".item, .tick, .tile") : element.closest(".seg label, .form-check, .item.pick, .tick .hit") ?? element;
            const { width, height } = target.getBoundingClientRect();
            if (getComputedStyle(target).clipPath === "inset(50%)") continue;
            if (width === 0 || height === 0) continue;
            const sentence = element.closest("p, .callout");
            const inSentence = element.matches("a:not(.btn)") && sentence && sentence.textContent.trim().length > element.textContent.trim().length;
            // The side bar of desktops is for mice.
            const least = inSentence || element.closest(".side") ? 24 : 43.5;
            if (height < least || width < 24) found.push(`${element.outerHTML.slice(0, 90)} is ${Math.round(width)} by ${Math.round(height)}`);
          }
          return found;
        }
        """;

    /// <summary>Names every table whose end is cut off by what it stands in, unless one can scroll to it.</summary>
    private const string CutOff = """
        () => [...document.querySelectorAll("table")].flatMap(table => {
          for (let box = table.parentElement; box; box = box.parentElement) {
            const overflow = getComputedStyle(box).overflowX;
            if (overflow === "auto" || overflow === "scroll") return [];
            const over = table.getBoundingClientRect().right - box.getBoundingClientRect().right;
            if (overflow !== "visible" && over > 1) return [`a table of ${table.className} is cut off by ${Math.round(over)} px`];
          }
          return [];
        })
        """;

    /// <summary>The width at which text is also tried at twice its size.</summary>
    private const int TextWidth = 390;

    private const int Window = 844;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly IPage _page;
    private readonly bool _isSweep;
    private ColorScheme _scheme = ColorScheme.Light;

    private Inspection(IPage page, bool isSweep = false)
    {
        _page = page;
        _isSweep = isSweep;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                _complaints.Enqueue($"{page.Url}: {response.Status} for {response.Url}");
        };
    }

    /// <summary>What the browser complained about since the window was opened.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>From now on hears errors, warnings, missing files and whatever the content policy stops.</summary>
    /// <param name="isSweep">Judges the bars around a page too.</param>
    public static async Task<Inspection> OfAsync(IPage page, bool isSweep = false)
    {
        await page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', event => console.error(`${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`))");
        await page.AddInitScriptAsync(Axe);
        return new Inspection(page, isSweep);
    }

    /// <summary>Fails unless the page, as it stands, may be shipped at the width of its window.</summary>
    public static async Task PassAsync(IPage page)
    {
        List<string> findings = [];
        await new Inspection(page).JudgeAsync(page.Url, findings);
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    /// <summary>Judges the page as it stands, and then its layout at other widths.</summary>
    /// <param name="findings">Gets one line for each thing that is wrong.</param>
    /// <param name="widths">In pixels; the window gets its own width back.</param>
    public async Task JudgeAsync(string name, ICollection<string> findings, params int[] widths)
    {
        await JudgeWholeAsync(name, findings);
        var window = _page.ViewportSize!;
        foreach (var width in widths)
            await JudgeLayoutAsync($"{name} at {width}", findings, width);
        if (widths.Contains(TextWidth))
            await JudgeLargeTextAsync(name, findings);
        if (widths.Length > 0)
            await _page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>At a window as high as the page, so that what floats over it lies where the page has made room for it.</summary>
    private async Task JudgeLayoutAsync(string name, ICollection<string> findings, int width)
    {
        await _page.SetViewportSizeAsync(width, Window);
        await _page.SetViewportSizeAsync(width, Math.Max(Window, await _page.EvaluateAsync<int>(Height)));
        await AddLayoutAsync(name, findings);
        foreach (var finding in await _page.EvaluateAsync<string[]>(Geometry))
            findings.Add($"{name}: {finding}");
    }

    private async Task JudgeLargeTextAsync(string name, ICollection<string> findings)
    {
        await _page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await _page.SetViewportSizeAsync(TextWidth, Window);
        await AddSidewaysAsync($"{name} at {TextWidth} with text of twice the size", findings);
        await _page.EvaluateAsync("document.documentElement.style.fontSize = ''");
    }

    private async Task JudgeWholeAsync(string name, ICollection<string> findings)
    {
        await _page.LoadedAsync();
        await _page.EvaluateAsync("document.fonts.ready");
        if (await _page.TitleAsync() is var title && (title.Length < 12 || !title.EndsWith(" · AJS Pantry", StringComparison.Ordinal)))
            findings.Add($"{name}: its title is '{title}'");
        if (await _page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await _page.EvaluateAsync(Axe);
        foreach (var violation in await _page.EvaluateAsync<string[]>(_isSweep ? OfWhole : OfMiddle, Everything))
            findings.Add($"{name}: {violation}");
        await AddContrastAsync(name, findings);
        await AddLayoutAsync(name, findings);
    }

    /// <summary>
    /// Judges the colours of the page in the other theme, dark after light, which all states of a page have in common. The window stays
    /// in it, so that the next page comes in that one.
    /// </summary>
    public async Task JudgeInOtherColoursAsync(string name, ICollection<string> findings)
    {
        _scheme = _scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light;
        await ShowAsync(_scheme);
        await AddContrastAsync($"{name}, {_scheme}", findings);
    }

    private async Task AddLayoutAsync(string name, ICollection<string> findings)
    {
        foreach (var target in await _page.EvaluateAsync<string[]>(TooSmall))
            findings.Add($"{name}: {target}");
        foreach (var table in await _page.EvaluateAsync<string[]>(CutOff))
            findings.Add($"{name}: {table}");
        await AddSidewaysAsync(name, findings);
    }

    private async Task AddSidewaysAsync(string name, ICollection<string> findings)
    {
        if (await _page.EvaluateAsync<int>(Sideways) is > 0 and var over)
            findings.Add($"{name}: {over} px wider than the window");
    }

    private async Task AddContrastAsync(string name, ICollection<string> findings)
    {
        var kinds = await _page.EvaluateAsync<string[]>(Contrast);
        var fresh = kinds.Where(kind => Judged.TryAdd(kind, true)).ToArray();
        if (fresh.Length == 0)
            return;
        foreach (var violation in await _page.EvaluateAsync<string[]>(Contrast, fresh))
            findings.Add($"{name}: {violation}");
    }

    /// <summary>Without motion: colours that are on their way from one theme to the other are nobody's choice.</summary>
    private async Task ShowAsync(ColorScheme scheme)
    {
        await _page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await Assertions.Expect(_page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", scheme == ColorScheme.Dark ? "dark" : "light");
    }
}
