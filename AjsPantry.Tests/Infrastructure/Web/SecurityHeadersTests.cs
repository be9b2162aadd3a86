using AjsPantry.Features.Expenses;
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
        await app.RecordAsync("North", 1, Bills.One(100, date: new DateOnly(2026, 2, 10)));
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

    [Fact]
    public async Task Assets_may_be_kept_and_need_no_session()
    {
        var visitor = await app.SignInAsync(Cast.Head);
        app.Commands.Clear();
        foreach (var address in (string[])["/css/components.css", "/js/theme.js", "/img/mark.svg", "/lib/bootstrap.min.css", "/lib/fonts/anek-latin.woff2"])
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
    public async Task Only_the_job_engine_may_run_inline_code()
    {
        var answer = await (await app.SignInAsync(Cast.Operator)).GetAsync("/jobs");
        Assert.Equal(200, answer.Status);
        Assert.Contains("script-src 'self' 'unsafe-inline'", Policy(answer), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_no_inline_code_that_the_policy_would_stop()
    {
        var head = await app.SignInAsync(Cast.Head);
        foreach (var address in (string[])["/", "/expenses", "/expenses/record", "/expenses/report", "/expenses/reports", "/account", "/Identity/Account/Manage/EnableAuthenticator"])
        {
            var document = (await head.GetAsync(address)).Document;
            Assert.Empty(document.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onchange], [onsubmit], a[href^='javascript:']").Select(element => $"{address}: {element.OuterHtml}"));
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
