using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;

namespace AjsPantry.Tests.Features.Account.Sessions;

public sealed class SessionRuleTests(PantryApp app) : IClassFixture<PantryApp>
{
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
        await (await second.GetAsync("/account/devices")).SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        Assert.Contains(
            "This device was signed out", (await (await first.GetAsync("/account")).FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_told_why_they_stand_outside()
    {
        var suspended = await app.SignInAsync(Cast.OtherTenantAdmin, fresh: true);
        var deactivated = await app.SignInAsync(Cast.TeaManager, fresh: true);
        var idle = await app.SignInAsync(Cast.Admin, fresh: true);
        await app.ChangeTenantAsync(
            "South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "The fees of March are open."));
        await app.ChangeMemberAsync(Cast.TeaManager, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.Contains(
            "The fees of March are open.", (await (await suspended.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("deactivated", (await (await deactivated.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (null, null));
        Assert.Equal(200, (await suspended.GetAsync("/account")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains(
            "nobody used this device for a while", (await (await idle.GetAsync("/")).FollowAsync()).Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_role_that_must_have_a_second_step_is_led_there_from_every_page_until_it_is_set_up()
    {
        const string SetUp = "/account/two-step";
        await app.ChangeTenantAsync("South", tenant => tenant.SecondFactorRoles = [nameof(Role.PantryHead)]);
        var head = await app.SignInAsync(await app.AddSomebodyAsync("South", Role.PantryHead), fresh: true);
        foreach (var path in (string[])["/", "/expenses", "/expenses/record", "/expenses/reports", "/people"])
            Assert.Equal(SetUp, (await head.GetAsync(path)).Location);
        Assert.Equal(SetUp, (await head.PostAsync("/expenses/record")).Location);
        var first = await head.GetAsync(SetUp);
        Assert.Equal("First, set up two-step sign-in", first.Answer);
        Assert.Contains(
            "Your role needs two-step sign-in. Install an authenticator app on your phone", first.Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/account", "/sign-out", "/account/password"])
            Assert.Equal(200, (await head.GetAsync(path)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.OtherTenantMember, fresh: true)).GetAsync("/")).Status);

        await app.SetUpAsync(head);
        Assert.Equal(200, (await head.GetAsync("/")).Status);
    }
}
