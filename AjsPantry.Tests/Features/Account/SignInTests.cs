using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Account;

public sealed class SignInTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Everybody_signs_in_through_one_door()
    {
        foreach (var person in Cast.All)
        {
            var home = await (await app.SignInAsync(person)).GetAsync("/account");
            Assert.Equal(200, home.Status);
            Assert.Contains(person.Name, home.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_what_was_typed_stays()
    {
        var page = await app.Visit().GetAsync("/sign-in");
        var answer = await page.SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = "not the password" });
        Assert.Equal(200, answer.Status);
        Assert.Contains("Wrong number or password", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Head.Number, answer.Value("Input.Name"));
    }

    [Theory]
    [InlineData("N1-head")]
    [InlineData("n1-HEAD")]
    [InlineData("  N1-head ")]
    [InlineData("N1-Head@North.Example")]
    [InlineData("North/N1-head")]
    [InlineData("\uFF2E\uFF11\u2011head\u200B")]
    [InlineData("N1 - head")]
    [InlineData("north / N1\u2212head")]
    public async Task Number_and_address_are_taken_in_any_case(string name) => Assert.Equal("/", (await app.TryAsync(name, Cast.Password)).Location);

    [Fact]
    public async Task A_number_behind_another_residences_code_is_nobody() =>
        Assert.Contains("Wrong number or password", (await app.TryAsync("south/N1-head", Cast.Password)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("\uFFFF' OR 1=1 --")]
    [InlineData("%")]
    public async Task A_name_that_nobody_has_is_refused_in_words(string name)
    {
        var answer = await app.TryAsync(name, "not the password");
        Assert.Equal(200, answer.Status);
        Assert.Contains("Wrong number or password", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_text_can_be_is_not_read() => Assert.Equal(400, (await app.TryAsync("N1-head\0", Cast.Password)).Status);

    [Fact]
    public async Task The_password_never_comes_back()
    {
        var answer = await app.TryAsync(Cast.Head.Number, "not the password");
        Assert.DoesNotContain("not the password", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_typed_is_asked_for()
    {
        var answer = await app.TryAsync("", "");
        Assert.Equal(["Input_Name: Write your member number or email.", "Input_Password: Write your password."], answer.Errors);
    }

    [Fact]
    public async Task Of_two_people_with_one_number_the_password_decides()
    {
        var north = await app.AddSomebodyAsync("North", number: "7001", password: "mango-lassi-in-north");
        var south = await app.AddSomebodyAsync("South", number: "7001", password: "mango-lassi-in-south");
        foreach (var (person, password) in new[] { (north, "mango-lassi-in-north"), (south, "mango-lassi-in-south") })
        {
            var visitor = app.Visit();
            await (await visitor.GetAsync("/sign-in")).SubmitAsync(new() { ["Input.Name"] = "7001", ["Input.Password"] = password });
            Assert.Contains(person.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_signs_in_rightly_does_not_lock_the_namesake_of_another_tenant()
    {
        await app.AddSomebodyAsync("North", number: "7002", password: "mango-lassi-in-north");
        var south = await app.AddSomebodyAsync("South", number: "7002", password: "mango-lassi-in-south");
        for (var i = 0; i < 9; i++)
            Assert.Equal("/", (await app.TryAsync("7002", "mango-lassi-in-north")).Location);
        Assert.Equal(0, (await app.FindAsync(south)).AccessFailedCount);
    }

    [Fact]
    public async Task Eight_wrong_tries_let_the_account_rest()
    {
        var person = await app.AddSomebodyAsync();
        for (var i = 0; i < 8; i++)
            Assert.Equal(200, (await app.TryAsync(person.Number, "not the password")).Status);
        var refused = await app.TryAsync(person.Number, Cast.Password);
        Assert.Contains("Wrong number or password", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.SessionsAsync(person));
        // Identity reads the machine's clock here, so the end is moved instead of the time.
        await app.ChangeAsync(person, member => member.LockoutEnd = DateTimeOffset.UnixEpoch);
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
    }

    [Fact]
    public async Task Seven_wrong_tries_are_forgotten_after_a_right_one()
    {
        var person = await app.AddSomebodyAsync();
        for (var i = 0; i < 7; i++)
            await app.TryAsync(person.Number, "not the password");
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
        Assert.Equal(0, (await app.FindAsync(person)).AccessFailedCount);
    }

    [Fact]
    public async Task Only_the_right_password_is_told_that_the_account_is_off()
    {
        var person = await app.AddSomebodyAsync();
        await app.ChangeAsync(person, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.Contains("deactivated", (await app.TryAsync(person.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("deactivated", (await app.TryAsync(person.Number, "not the password")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.SessionsAsync(person));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_sent_elsewhere_after_signing_in(string elsewhere)
    {
        var answer = await app.TryAsync(Cast.Head.Number, Cast.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        Assert.Equal("/", answer.Location);
        var again = await (await app.SignInAsync(Cast.Head)).GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        Assert.Equal("/", again.Location);
    }

    [Fact]
    public async Task After_signing_in_one_lands_where_one_wanted_to_go()
    {
        var visitor = app.Visit();
        var turnedAway = await visitor.GetAsync("/expenses?month=2026-02");
        Assert.Equal(302, turnedAway.Status);
        var answer = await (await turnedAway.FollowAsync()).SubmitAsync(new() { ["Input.Name"] = Cast.Head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/expenses?month=2026-02", answer.Location);
    }

    [Fact]
    public async Task Who_is_signed_in_stays_who_they_are()
    {
        var (member, head) = (await app.AddSomebodyAsync(), await app.AddSomebodyAsync(role: AjsPantry.Infrastructure.Identity.Role.PantryHead));
        var visitor = await app.SignInAsync(member, fresh: true);
        var answer = await visitor.PostAsync("/sign-in", new() { ["Input.Name"] = head.Number, ["Input.Password"] = Cast.Password });
        Assert.Equal("/", answer.Location);
        Assert.Contains(member.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.SessionsAsync(head));
    }
}

/// <summary>On a database of its own, because it suspends a whole tenant.</summary>
public sealed class SuspendedTenantTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_suspended_tenants_people_are_out_at_once_and_only_the_right_password_is_told_why()
    {
        var inside = await app.SignInAsync(Cast.OtherTenantHead);
        Assert.Equal(200, (await inside.GetAsync("/account")).Status);
        await SuspendAsync("now()", "'Not paid'");
        Assert.StartsWith("/sign-in", (await inside.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Contains("suspended", (await app.TryAsync(Cast.OtherTenantHead.Number, Cast.Password)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("suspended", (await app.TryAsync(Cast.OtherTenantHead.Number, "not the password")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await app.TryAsync(Cast.Head.Number, Cast.Password)).Location);
        await SuspendAsync("NULL", "NULL");
        Assert.Equal("/", (await app.TryAsync(Cast.OtherTenantHead.Number, Cast.Password)).Location);
    }

    private Task SuspendAsync(string at, string reason) => TestServer.ExecuteAsync(
        TestServer.AsSuperuser(app.Database), $"UPDATE tenants SET suspended_at = {at}, suspend_reason = {reason} WHERE id = '{Cast.TenantId("South")}'");
}
