using AjsPantry.Infrastructure.Forms;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Web;

public sealed class AntiforgeryTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task No_page_takes_a_form_of_another_site()
    {
        var handlers = await PostHandlers.AllAsync(app);
        Assert.Contains(handlers, handler => handler.Address == "/expenses/record");
        Assert.Contains(handlers, handler => handler.Address == "/account?handler=Theme");
        Visitor[] visitors = [app.Visit(), await app.SignInAsync(Cast.Admin), await app.SignInAsync(Cast.Head),
            await app.SignInAsync(Cast.Operator)];
        foreach (var (address, _) in handlers.Where(handler => !handler.IgnoresToken))
        {
            var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostBlindlyAsync(address)));
            Assert.DoesNotContain(answers,
                answer => answer.Status is 200 or (> 400 and not 403)
                    || answer.Status == 302 && !answer.Location!.StartsWith("/sign-in", StringComparison.Ordinal));
            var refused = answers.FirstOrDefault(answer => answer.Status == 400);
            Assert.True(
                refused is not null, $"{address} was not asked for a token: {string.Join(' ', answers.Select(answer => answer.Status))}");
            Assert.Equal("This form is too old", refused.Answer);
        }
    }

    [Fact]
    public async Task A_link_in_a_mail_spoils_no_form_that_stands_open()
    {
        // A browser that comes from another site sends Lax cookies along and Strict ones not; then a new cookie would replace the old.
        var answer = await app.Visit().GetAsync("/sign-in");
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-pantry-form=", StringComparison.Ordinal));
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_of_our_own_page_that_is_refused_keeps_what_was_typed()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        FromOwnPage(visitor);
        Dictionary<string,
            string> typed =
                new() { ["Input.Name"] = "Somebody <else>", ["Input.Phone"] = "12345", ["__RequestVerificationToken"] = "of long ago" };
        var kept = await (await visitor.PostBlindlyAsync("/account/profile", typed)).FollowAsync();
        Assert.Equal("What you typed is still here", kept.Answer);
        Assert.Contains("Somebody <else>", kept.Text, StringComparison.Ordinal);
        Assert.NotEqual("Somebody <else>", (await app.FindAsync(person)).Name);
        Assert.Equal("/account", (await kept.SubmitAsync([])).Location);
        Assert.Equal("Somebody <else>", (await app.FindAsync(person)).Name);
    }

    [Fact]
    public async Task What_another_site_sends_is_refused_and_not_kept()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        (string Site, string Mode, string Origin)[] others =
        [
            ("cross-site", "navigate", "https://evil.example"), ("same-site", "navigate", "https://neighbour.localhost"),
            ("none", "navigate", "null"),
            ("", "", "https://evil.example"), ("", "", "null"), ("same-origin", "cors", "https://localhost"),
        ];
        foreach (var (site, mode, origin) in others)
        {
            Say(visitor, site, mode, origin);
            Assert.Equal(400, (await visitor.PostBlindlyAsync("/account/profile", new() { ["Input.Name"] = "Evil" })).Status);
        }

        Say(visitor, "same-origin", "navigate", "https://localhost");
        visitor.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        Assert.Equal(400, (await visitor.PostBlindlyAsync("/account/profile", new() { ["Input.Name"] = "Evil" })).Status);
        Assert.Equal(0, await app.ReadAsync("North", db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task A_second_tab_with_the_sign_in_page_leads_home()
    {
        var visitor = app.Visit();
        FromOwnPage(visitor);
        var first = await visitor.GetAsync("/sign-in");
        var second = await visitor.GetAsync("/sign-in?returnUrl=%2Fmenus");
        Dictionary<string, string> typed = new() { ["Input.Name"] = Cast.Member.Number, ["Input.Password"] = Cast.Password };
        Assert.Equal("/", (await first.SubmitAsync(typed)).Location);
        Assert.Equal("/menus", (await second.SubmitAsync(typed)).Location);
    }

    [Fact]
    public async Task In_front_of_the_door_the_page_comes_back_with_the_name_and_no_password()
    {
        const string address = "/sign-in?returnUrl=%2Fmenus";
        var visitor = app.Visit();
        FromOwnPage(visitor);
        var answer = await visitor.PostBlindlyAsync(
            address, new() { ["Input.Name"] = "N1-who", ["Input.Password"] = "tiffin-turmeric-43" });
        Assert.Equal(address, answer.Location);
        var page = await answer.FollowAsync();
        Assert.Contains("This page was open for too long. Fill it in again.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tiffin-turmeric-43", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("N1-who", page.Value("Input.Name"));
    }

    [Fact]
    public async Task Forms_with_secrets_are_asked_for_again_and_not_kept()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        FromOwnPage(visitor);
        foreach (var address in (string[])["/account/password", "/sign-out"])
        {
            var answer = await visitor.PostBlindlyAsync(address, new() { ["Input.Password"] = Cast.Password });
            Assert.Equal(address, answer.Location);
            Assert.StartsWith("This page was open for too long.", (await answer.FollowAsync()).Toast, StringComparison.Ordinal);
        }
    }

    private static void FromOwnPage(Visitor visitor) => Say(visitor, "same-origin", "navigate", "https://localhost");

    private static void Say(Visitor visitor, string site, string mode, string origin)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode),
            ("Origin", origin)])
        {
            visitor.Client.DefaultRequestHeaders.Remove(name);
            if (value != "")
                visitor.Client.DefaultRequestHeaders.Add(name, value);
        }
    }

    [Fact]
    public async Task No_form_goes_without_a_token_but_the_one_that_mail_programs_send()
    {
        // RFC 8058: a mail program posts without cookies; the address itself carries a sealed key that can do nothing else.
        Assert.Equal(["/notices/stop/x"],
            (await PostHandlers.AllAsync(app)).Where(handler => handler.IgnoresToken).Select(handler => handler.Address));
    }

    [Fact]
    public async Task A_token_is_no_good_to_somebody_else()
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/account");
        var token = page.Value("__RequestVerificationToken")!;
        foreach (var thief in (Person[])[Cast.Member, Cast.OtherTenantHead])
            Assert.Equal(400,
                (await (await app.SignInAsync(thief)).PostBlindlyAsync(
                    "/account/devices", new() { ["__RequestVerificationToken"] = token })).Status);
    }

    [Fact]
    public async Task The_job_engine_takes_no_form_of_another_site() =>
        Assert.Equal(403,
            (await (await app.SignInAsync(Cast.Operator)).PostBlindlyAsync(
                "/jobs/recurring/trigger", new() { ["jobs[]"] = "job-tick" })).Status);
}
