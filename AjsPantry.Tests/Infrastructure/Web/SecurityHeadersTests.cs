using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Web;

public sealed class SecurityHeadersTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/account", 200)]
    [InlineData("/expenses/record", 200)]
    [InlineData("/administration/jobs", 403)]
    [InlineData("/nothing-here", 404)]
    [InlineData("/css/nothing-here.css", 404)]
    [InlineData("/readyz", 200)]
    public async Task Pages_and_errors_are_private_unframed_and_free_of_inline_code(string address, int status)
    {
        var answer = await (await app.SignInAsync(Cast.Head)).GetAsync(address);
        Assert.Equal(status, answer.Status);
        AssertStrict(answer);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_door_is_as_strict_as_the_house()
    {
        var answer = await app.Visit().GetAsync("/sign-in");
        AssertStrict(answer);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_download_is_private_too()
    {
        await app.RecordAsync("North", 1, BillActs.One(100, date: new DateOnly(2026, 2, 10)));
        var head = await app.SignInAsync(Cast.Head);
        await (await head.GetAsync("/expenses/report?month=2026-02")).SubmitAsync([], "main .acts form");
        var id = await app.ReadAsync("North", db => db.Reports.Select(report => report.Id).FirstAsync());
        foreach (var format in (string[])["pdf", "xlsx", "csv"])
        {
            var answer = await head.GetAsync($"/expenses/report/{id}/{format}");
            Assert.Equal(200, answer.Status);
            AssertStrict(answer);
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        }
    }

    /// <summary>A head that outgrows what the proxy takes would count as a failure of the node.</summary>
    [Theory]
    [InlineData('&')]
    [InlineData('=')]
    [InlineData('a')]
    public async Task Whatever_is_asked_for_the_answers_head_stays_small(char letter)
    {
        var query = new string(letter, 7500);
        Assert.Equal("/sign-in", (await app.Visit().GetAsync("/account?" + query)).Location);
        Assert.Equal("/sign-in", (await app.Visit().PostBlindlyAsync("/loans/add?" + query)).Location);
        Assert.Equal(
            "/", (await (await app.SignInAsync(Cast.Member)).GetAsync("/sign-in?returnUrl=/" + Uri.EscapeDataString(query))).Location);
        Assert.Equal("/sign-in?returnUrl=%2Floans%3Ffloor%3D1%26x%3Dy", (await app.Visit().GetAsync("/loans?floor=1&x=y")).Location,
            ignoreCase: true);
    }

    /// <summary>Who puts such a cookie together makes room for all its pieces before it looks for the first.</summary>
    [Theory]
    [InlineData("__Host-pantry=chunks-2147483000")]
    [InlineData("__Host-pantry=%63hunks-2147483000")]
    [InlineData("__Host-pantry-note=chunks-2147483000")]
    [InlineData("a=b; __Host-pantry-note=\"chunks-2147483000\"; c=d")]
    public async Task A_cookie_asks_for_no_memory(string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "Cookie", cookies } } };
        using var client = app.CreateClient(
            new() { HandleCookies = false, AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Assets_may_be_kept_and_need_no_session()
    {
        var visitor = await app.SignInAsync(Cast.Head);
        app.Commands.Clear();
        foreach (var address in (string[])["/css/components.css", "/js/theme.js", "/img/mark.svg", "/lib/app.css",
            "/lib/fonts/anek-latin.woff2"])
        {
            var answer = await visitor.GetAsync(address);
            Assert.Equal(200, answer.Status);
            AssertStrict(answer);
            Assert.False(answer.Headers.CacheControl?.NoStore);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        Assert.Empty(app.Commands.All);
    }

    [Fact]
    public async Task The_job_engines_pages_may_run_no_inline_code_either()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        foreach (var address in (string[])["/jobs", "/jobs/recurring", "/jobs/servers", "/jobs/jobs/enqueued"])
        {
            var answer = await visitor.GetAsync(address);
            Assert.Equal(200, answer.Status);
            Assert.Contains("default-src 'none'; script-src 'self'; ", Policy(answer), StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Document.QuerySelectorAll("script"), script => !script.HasAttribute("src"));
        }
    }

    [Fact]
    public async Task The_job_engine_answers_what_carries_no_form()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        Assert.Equal(405, (await visitor.GetAsync("/jobs/stats")).Status);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        foreach (var address in (string[])["/jobs/stats", "/jobs/recurring/trigger"])
            Assert.Equal(System.Net.HttpStatusCode.UnsupportedMediaType, (await visitor.Client.PostAsync(address, json)).StatusCode);
    }

    [Fact]
    public async Task Every_cookie_is_for_this_host_alone()
    {
        var person = await app.AddSomebodyAsync();
        await app.ChangeAsync(person, member => member.TwoFactorEnabled = member.EmailConfirmed = true);
        var visitor = app.Visit();
        var answers = new List<WebPage> { await visitor.GetAsync("/sign-in") };
        answers.Add(await answers[0].SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password }));
        answers.Add(
            await (await visitor.GetAsync("/sign-in"))
                .SubmitAsync(new() { ["Input.Name"] = Cast.Member.Number, ["Input.Password"] = Cast.Password }));
        answers.Add(await visitor.PostAsync("/account/profile?handler=Later"));
        answers.Add(await visitor.PostAsync("/account/profile", new() { ["Input.Name"] = "Me" }));
        answers.Add(await (await visitor.GetAsync("/sign-out")).SubmitAsync([]));
        var cookies = answers.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-pantry-step=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-pantry-device=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-pantry-profile-later=", StringComparison.Ordinal));
        foreach (var cookie in cookies)
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            if (!cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal))
                Assert.All((string[])["secure", "httponly", "samesite=lax"],
                    part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Signing_out_makes_the_browser_forget()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        var page = await visitor.GetAsync("/sign-out");
        Assert.False(page.Headers.Contains("Clear-Site-Data"));
        Assert.Equal(["\"cache\", \"storage\""], (await page.SubmitAsync([])).Headers.GetValues("Clear-Site-Data"));
    }

    [Theory]
    [InlineData("/join/x.y")]
    [InlineData("/JOIN/x.y")]
    [InlineData("/join/noor-7K4M-Q2")]
    [InlineData("/notices/stop/x")]
    [InlineData("/calendar/feed/x.ics")]
    public async Task Addresses_that_are_keys_are_told_to_nobody_and_kept_nowhere(string address)
    {
        var answer = await app.Visit().GetAsync(address);
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Pages_hold_no_inline_code_that_the_policy_would_stop()
    {
        var head = await app.SignInAsync(Cast.Head);
        foreach (var address in (string[])["/", "/expenses", "/expenses/record", "/expenses/report", "/expenses/reports", "/account",
            "/account/two-step/set-up"])
        {
            var document = (await head.GetAsync(address)).Document;
            Assert.Empty(
                document.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onchange], [onsubmit], a[href^='javascript:']")
                    .Select(element => $"{address}: {element.OuterHtml}"));
        }
    }

    [Fact]
    public async Task Browsers_are_told_to_use_encryption_only()
    {
        using var client = app.CreateClient(new() { BaseAddress = new Uri("https://pantry.example"), AllowAutoRedirect = false });
        Assert.Equal("max-age=31536000", Assert.Single((await client.GetAsync("/sign-in")).Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task No_answer_says_what_it_was_made_with()
    {
        var answer = await app.Visit().GetAsync("/sign-in");
        Assert.Empty(answer.Headers.Select(header => header.Key).Intersect(["X-Powered-By", "X-AspNet-Version"]));
    }

    private static void AssertStrict(WebPage answer)
    {
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(answer), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
    }

    private static string Policy(WebPage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
