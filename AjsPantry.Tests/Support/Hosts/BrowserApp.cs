using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>The application on a real port with a real Chromium in front of it, as a class fixture.</summary>
public class BrowserApp : PantryApp
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"];

    /// <summary>Reached only by what fails, or on a machine that has much else to do.</summary>
    private const float Patience = 30_000;

    /// <summary>One Chromium for all tests; windows of their own keep them apart.</summary>
    internal static readonly Lazy<Task<IBrowser>> Browser = new(async () =>
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PANTRY_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    });

    private readonly ConcurrentBag<IBrowserContext> _windows = [];

    /// <summary>As ./deploy/run does: without TLS, so with cookies that need none.</summary>
    protected override string EnvironmentName => "Development";

    protected override bool OnPort => true;

    /// <summary>A page in a window of its own.</summary>
    /// <param name="width">390 is a phone, 1280 a desktop.</param>
    public async Task<IPage> OpenAsync(int width = 390, ColorScheme scheme = ColorScheme.Light, bool javaScript = true)
    {
        // A test that begins closes the windows of the one before.
        var address = Host.Address;
        var browser = await Browser.Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ColorScheme = scheme,
            JavaScriptEnabled = javaScript,
            Locale = "en-IN",
            ViewportSize = new ViewportSize { Width = width, Height = width < 768 ? 844 : 900 },
            HasTouch = width < 768,
            ReducedMotion = ReducedMotion.Reduce,
        });
        _windows.Add(context);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>The home page of a person of the cast, who is signed in; anybody else, and on another device, signs in by hand.</summary>
    public async Task<IPage> OpenAsAsync(
        Person person, int width = 390, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, bool byHand = false)
    {
        var page = await OpenAsync(width, scheme, javaScript);
        if (byHand || !CastSessions.Has(person))
        {
            await SignInAsync(page, person.Number);
            return page;
        }

        var cookies = await BeginSessionAsync(person);
        await page.Context
            .AddCookiesAsync(
                cookies.Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = Host.Address }));
        await page.GotoAsync("/");
        return page;
    }

    protected override void Forget()
    {
        base.Forget();
        Task.Run(CloseWindowsAsync).GetAwaiter().GetResult();
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseWindowsAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An open page asks the application now and then, which must not happen in another test's time.</summary>
    private async Task CloseWindowsAsync()
    {
        while (_windows.TryTake(out var window))
            await window.CloseAsync();
    }

    /// <summary>Signs in by hand in an open window; everybody of the tests has the same password.</summary>
    public static async Task SignInAsync(IPage page, string number)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Member number or email").FillAsync(number);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArrivedAsync(new Regex("^(?!.*/sign-in)"));
    }
}
