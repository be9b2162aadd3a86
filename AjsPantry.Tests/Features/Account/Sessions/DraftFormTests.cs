using System.Net;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Account.Sessions;

/// <summary>What was typed outlives the session.</summary>
public sealed class DraftFormTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_half_filled_bill_is_sent_after_signing_in_again()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var (visitor, door) = await TooLateAsync(head, "KEPT-1");
        Assert.Contains("nobody used this device for a while", door.Text, StringComparison.Ordinal);
        Assert.Contains("What you typed is saved", door.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KEPT-1", door.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var wrong = await door.SubmitAsync(new() { ["Input.Name"] = head.Number, ["Input.Password"] = "wrong" });
        var back = await SignInAsync(wrong, head);
        Assert.Equal("What you typed is still here", back.Answer);
        Assert.Contains("Corner <shop>", back.Text, StringComparison.Ordinal);
        var sent = await back.SubmitAsync([]);
        Assert.Equal(302, sent.Status);
        Assert.Contains(
            "Bill KEPT-1 from Corner <shop> is recorded", (await visitor.GetAsync(sent.Location!)).Toast, StringComparison.Ordinal);
        await back.SubmitAsync([]);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Bills.CountAsync(bill => bill.Number == "KEPT-1")));
    }

    [Fact]
    public async Task It_waits_behind_the_second_step_too()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var visitor = await app.SignInAsync(head, fresh: true);
        var (key, _) = await app.SetUpAsync(visitor);
        var question = await SignInAsync(await TooLateAsync(visitor, "KEPT-2"), head);
        var back = await (await question.SubmitAsync(new() { ["Input.Code"] = Authenticator.Code(key, app.Clock.GetUtcNow()) }))
            .FollowAsync();
        Assert.Equal("What you typed is still here", back.Answer);
    }

    [Fact]
    public async Task Somebody_else_never_sees_what_was_typed()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var other = await app.AddSomebodyAsync(role: Role.PantryHead);
        var (_, door) = await TooLateAsync(head, "KEPT-3");
        var answer = await door.SubmitAsync(new() { ["Input.Name"] = other.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", (await answer.FollowAsync()).Location);
        var foreign = await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(answer.Location!);
        Assert.Equal((302, "/"), (foreign.Status, foreign.Location));
        var kept = await app.ReadAsync("North", db => db.KeptForms.OrderBy(form => form.KeptAt).LastAsync());
        Assert.DoesNotContain("KEPT-3", kept.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_in_the_browser_when_the_cookie_of_the_session_is_gone()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var (visitor, sent) = await WithoutSessionAsync(head, "KEPT-7");
        var door = await sent.FollowAsync();
        Assert.Contains("What you typed is saved", door.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync("North", db => db.KeptForms.CountAsync()));
        var back = await SignInAsync(door, head);
        Assert.Equal("What you typed is still here", back.Answer);
        sent = await back.SubmitAsync([]);
        Assert.Contains(
            "Bill KEPT-7 from Corner <shop> is recorded", (await visitor.GetAsync(sent.Location!)).Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_does_not_see_it_and_neither_does_anybody_after_an_hour()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var other = await app.AddSomebodyAsync(role: Role.PantryHead);
        var door = await (await WithoutSessionAsync(head, "KEPT-8")).Answer.FollowAsync();
        var answer = await door.SubmitAsync(new() { ["Input.Name"] = other.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", (await answer.FollowAsync()).Location);
        var late = await (await WithoutSessionAsync(head, "KEPT-9")).Answer.FollowAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        answer = await late.SubmitAsync(new() { ["Input.Name"] = head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", (await answer.FollowAsync()).Location);
    }

    [Fact]
    public async Task What_another_site_sends_to_a_browser_without_a_session_is_not_kept()
    {
        var (_, answer) = await WithoutSessionAsync(await app.AddSomebodyAsync(role: Role.PantryHead), "KEPT-10", "cross-site");
        Assert.DoesNotContain("kept", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_hour_it_is_gone()
    {
        var head = await app.AddSomebodyAsync(role: Role.PantryHead);
        var (_, door) = await TooLateAsync(head, "KEPT-4");
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        var answer = await door.SubmitAsync(new() { ["Input.Name"] = head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", (await answer.FollowAsync()).Location);
    }

    [Theory]
    [InlineData("/account/password", "Input.NewPassword", "what-it-was")]
    [InlineData("/account/two-step/set-up", "Input.Code", "123456")]
    [InlineData("/sign-out", "anything", "at all")]
    [InlineData("/account/profile", "Some.Password", "what-it-was")]
    public async Task Passwords_are_never_kept(string address, string field, string value)
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var answer = await visitor.PostBlindlyAsync(address, new() { [field] = value });
        Assert.StartsWith("/sign-in", answer.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("kept", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_never_signed_in_or_was_signed_out_keeps_nothing()
    {
        var person = await app.AddSomebodyAsync(role: Role.PantryHead);
        var visitor = await app.SignInAsync(person, fresh: true);
        await app.InTenantAsync("North",
            services =>
                ((PantryDb)services.GetService(typeof(PantryDb))!).Sessions.Where(session => session.Member!.Number == person.Number)
                    .ExecuteDeleteAsync());
        Assert.DoesNotContain(
            "kept", (await visitor.PostBlindlyAsync("/expenses/record", Typed("KEPT-5"))).Location, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "kept", (await app.Visit().PostBlindlyAsync("/expenses/record", Typed("KEPT-5"))).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_fills_the_table()
    {
        var person = await app.AddSomebodyAsync(role: Role.PantryHead);
        var visitor = await app.SignInAsync(person, fresh: true);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        for (var times = 0; times < 12; times++)
            await visitor.PostBlindlyAsync("/expenses/record", Typed("KEPT-6"));
        Assert.Equal(10, await app.ReadAsync("North", db => db.KeptForms.CountAsync(form => form.Member!.Number == person.Number)));
    }

    [Fact]
    public async Task A_part_of_a_page_does_not_lead_away_from_what_is_typed_on_it()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(role: Role.PantryHead), fresh: true);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        visitor.Client.DefaultRequestHeaders.Add("HX-Request", "true");
        Assert.Equal(401, (await visitor.GetAsync("/expenses/record")).Status);
    }

    private static Dictionary<string, string> Typed(string number) => new()
    {
        ["Input.Number"] = number,
        ["Input.Shop"] = "Corner <shop>",
        ["Input.Lines[0].Item"] = "Milk",
        ["Input.Lines[0].Quantity"] = "1",
        ["Input.Lines[0].Unit"] = "ltr",
        ["Input.Lines[0].Amount"] = "64",
    };

    private async Task<(Visitor Visitor, WebPage Door)> TooLateAsync(Person person, string number)
    {
        var visitor = await app.SignInAsync(person, fresh: true);
        return (visitor, await TooLateAsync(visitor, number));
    }

    /// <summary>Sends a bill after a quiet quarter of an hour, and returns the sign-in page to which that leads.</summary>
    private async Task<WebPage> TooLateAsync(Visitor visitor, string number)
    {
        var page = await visitor.GetAsync("/expenses/record");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var answer = await page.SubmitAsync(Typed(number));
        Assert.StartsWith("/sign-in?returnUrl=", answer.Location, StringComparison.Ordinal);
        return await answer.FollowAsync();
    }

    /// <summary>Sends a bill from a browser that has lost the cookie of its session.</summary>
    private async Task<(Visitor Visitor, WebPage Answer)> WithoutSessionAsync(Person person, string number, string site = "same-origin")
    {
        var cookies = new CookieContainer();
        var visitor = app.Visit(cookies);
        await (await visitor.GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        var page = await visitor.GetAsync("/expenses/record");
        foreach (var cookie in cookies.GetAllCookies().Where(cookie => cookie.Name == "__Host-pantry"))
            cookie.Expired = true;
        visitor.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        return (visitor, await page.SubmitAsync(Typed(number)));
    }

    private static async Task<WebPage> SignInAsync(WebPage door, Person person) =>
        await (await door.SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password })).FollowAsync();
}
