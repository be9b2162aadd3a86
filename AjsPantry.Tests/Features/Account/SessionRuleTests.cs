using AjsPantry.Features.Expenses;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Account;

public sealed class SessionRuleTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["Input.Number"] = "KEPT-1",
        ["Input.Shop"] = "Corner <shop>",
        ["Input.Lines[0].Item"] = "Milk",
        ["Input.Lines[0].Quantity"] = "1",
        ["Input.Lines[0].Unit"] = "ltr",
        ["Input.Lines[0].Amount"] = "64",
    };

    [Fact]
    public async Task Where_one_session_is_allowed_a_new_sign_in_ends_the_others_and_says_why()
    {
        await app.ChangeTenantAsync("South", tenant => tenant.OneSession = true);
        var first = await app.SignInAsync(Cast.OtherTenantHead, fresh: true);
        var second = await app.SignInAsync(Cast.OtherTenantHead, fresh: true);
        Assert.Equal(200, (await second.GetAsync("/account")).Status);
        var ended = await first.GetAsync("/account");
        Assert.Equal(302, ended.Status);
        Assert.Contains("You signed in on another device", (await ended.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign out all others", (await second.GetAsync("/account")).Text, StringComparison.Ordinal);
        await (await second.GetAsync("/sign-out")).SubmitAsync([]);
        Assert.Equal(302, (await first.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Of_many_sign_ins_at_once_exactly_one_session_stays()
    {
        await app.ChangeTenantAsync("South", tenant => tenant.OneSession = true);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.SignInAsync(Cast.OtherTenantTeaManager, fresh: true)));
        var statuses = await Task.WhenAll(visitors.Select(async visitor => (await visitor.GetAsync("/account")).Status));
        Assert.Equal(1, statuses.Count(status => status == 200));
    }

    [Fact]
    public async Task Elsewhere_people_may_be_signed_in_on_several_devices()
    {
        var first = await app.SignInAsync(Cast.Member, fresh: true);
        var second = await app.SignInAsync(Cast.Member, fresh: true);
        Assert.Equal((200, 200), ((await first.GetAsync("/account")).Status, (await second.GetAsync("/account")).Status));
        await (await second.GetAsync("/account")).SubmitAsync([], "form[action*=EndOthers]");
        Assert.Contains("This device was signed out", (await (await first.GetAsync("/account")).FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_told_why_they_stand_outside()
    {
        var (suspended, deactivated, idle) = (await app.SignInAsync(Cast.OtherTenantAdmin, fresh: true), await app.SignInAsync(Cast.TeaManager, fresh: true), await app.SignInAsync(Cast.Admin, fresh: true));
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "The fees of March are open."));
        await app.ChangeMemberAsync(Cast.TeaManager, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.Contains("The fees of March are open.", (await (await suspended.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("switched off", (await (await deactivated.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (null, null));
        Assert.Equal(200, (await suspended.GetAsync("/account")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("It was quiet for a while", (await (await idle.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_filled_bill_that_outlives_its_session_is_sent_after_signing_in_again()
    {
        var (visitor, page) = await OutliveAsync();
        var door = await page.SubmitAsync(Typed);
        Assert.Equal(200, door.Status);
        Assert.Equal("Sign in to your pantry", door.Answer);
        Assert.DoesNotContain("KEPT-1", door.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var wrong = await door.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = "wrong" });
        var back = await wrong.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("You are signed in, and nothing you typed is lost", back.Answer);
        Assert.Contains("Corner <shop>", back.Text, StringComparison.Ordinal);
        var sent = await back.SubmitAsync([]);
        Assert.Equal(302, sent.Status);
        Assert.Contains("Bill KEPT-1 from Corner <shop> is recorded", (await visitor.GetAsync(sent.Location!)).Toast, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Set<Bill>().CountAsync(bill => bill.Number == "KEPT-1")));
    }

    [Fact]
    public async Task Somebody_else_never_sees_what_was_typed()
    {
        var (_, page) = await OutliveAsync();
        var door = await page.SubmitAsync(Typed);
        var other = await door.SubmitAsync(new() { ["Input.Name"] = Cast.OtherFloorHead.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal((302, "/expenses/record"), (other.Status, other.Location));
        var (_, again) = await OutliveAsync();
        var tampered = await (await again.SubmitAsync(Typed)).SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password, ["Kept"] = "CfDJ8" + new string('x', 80) });
        Assert.Equal(302, tampered.Status);
    }

    [Fact]
    public async Task A_password_is_never_kept_and_a_stranger_is_sent_to_sign_in_as_ever()
    {
        var visitor = await app.SignInAsync(Cast.OtherFloorTeaManager, fresh: true);
        var page = await visitor.GetAsync("/account/password");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        var door = await page.SubmitAsync(new() { ["Input.Present"] = Cast.Password, ["Input.Password"] = "kettle-window-cloud" });
        Assert.Equal(302, door.Status);
        Assert.Equal(302, (await app.Visit().PostAsync("/expenses/record", Typed)).Status);
    }

    [Fact]
    public async Task A_page_of_a_shared_device_knows_how_long_it_has_and_can_ask_for_more()
    {
        var visitor = await app.SignInAsync(Cast.OtherFloorHead, fresh: true);
        app.Clock.Advance(TimeSpan.FromSeconds(50));
        var page = await visitor.GetAsync("/account");
        Assert.Equal("850", page.Document.QuerySelector("#idle")!.GetAttribute("data-left"));
        app.Clock.Advance(TimeSpan.FromMinutes(13));
        var answer = await page.SubmitAsync([], "#idle form");
        Assert.Equal("{\"left\":900}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        app.Clock.Advance(TimeSpan.FromMinutes(13));
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        Assert.Equal(302, (await app.Visit().PostAsync("/account/still-here")).Status);
        Assert.Equal(400, (await visitor.PostBlindlyAsync("/account/still-here")).Status);
    }

    private async Task<(Visitor Visitor, WebPage Page)> OutliveAsync()
    {
        var visitor = await app.SignInAsync(Cast.Head, fresh: true);
        var page = await visitor.GetAsync("/expenses/record");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        return (visitor, page);
    }
}
