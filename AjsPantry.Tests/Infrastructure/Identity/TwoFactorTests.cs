using System.Globalization;
using AjsPantry.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Identity;

public sealed class TwoFactorTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Manage = "/Identity/Account/Manage/";

    [Fact]
    public async Task Who_switches_it_on_sees_the_recovery_codes_and_stays_signed_in()
    {
        var person = await app.AddSomebodyAsync();
        var (here, elsewhere) = (await app.SignInAsync(person, fresh: true), await app.SignInAsync(person, fresh: true));
        var (_, codes) = await SwitchOnAsync(here);
        Assert.Equal(10, codes.Count);
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_and_code_sign_in()
    {
        var (person, key, _) = await SomebodyWithTwoFactorsAsync();
        var (visitor, question) = await HalfwayAsync(person);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        var answer = await question.SubmitAsync(new() { ["Input.TwoFactorCode"] = Authenticator.Code(key) });
        Assert.Equal("/expenses", answer.Location);
        Assert.Contains(person.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        var method = await app.ReadAsync(person.Tenant, db => db.Sessions.Where(session => session.Member!.Number == person.Number).OrderBy(session => session.Id).Select(session => session.Method).LastAsync());
        Assert.Equal("mfa", method);
    }

    [Fact]
    public async Task The_device_stays_what_the_person_said_it_is()
    {
        var (person, key, _) = await SomebodyWithTwoFactorsAsync();
        foreach (var shared in (bool[])[true, false])
        {
            var (_, question) = await HalfwayAsync(person, shared);
            await question.SubmitAsync(new() { ["Input.TwoFactorCode"] = Authenticator.Code(key) });
            var written = await app.ReadAsync(person.Tenant, db => db.Sessions.Where(session => session.Member!.Number == person.Number).OrderBy(session => session.Id).Select(session => session.SharedDevice).LastAsync());
            Assert.Equal(shared, written);
        }
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var (person, _, codes) = await SomebodyWithTwoFactorsAsync();
        foreach (var expected in (int[])[302, 200])
        {
            var (visitor, _) = await HalfwayAsync(person);
            var page = await visitor.GetAsync("/Identity/Account/LoginWithRecoveryCode");
            Assert.Equal(expected, (await page.SubmitAsync(new() { ["Input.RecoveryCode"] = codes[0] })).Status);
            Assert.Equal(expected == 302 ? 200 : 302, (await visitor.GetAsync("/account")).Status);
        }
    }

    [Fact]
    public async Task A_wrong_code_is_refused()
    {
        var (person, key, _) = await SomebodyWithTwoFactorsAsync();
        var (visitor, question) = await HalfwayAsync(person);
        var wrong = (int.Parse(Authenticator.Code(key), CultureInfo.InvariantCulture) + 123_457) % 1_000_000;
        var answer = await question.SubmitAsync(new() { ["Input.TwoFactorCode"] = wrong.ToString("D6", CultureInfo.InvariantCulture) });
        Assert.Equal(200, answer.Status);
        Assert.Contains("Invalid authenticator code", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_wrong_codes_let_the_account_rest_and_say_so()
    {
        var (person, _, _) = await SomebodyWithTwoFactorsAsync();
        var (_, question) = await HalfwayAsync(person);
        var answer = question;
        for (var i = 0; i < 8; i++)
            answer = await question.SubmitAsync(new() { ["Input.TwoFactorCode"] = "000000" });
        Assert.Equal(302, answer.Status);
        var resting = await answer.FollowAsync();
        Assert.Equal(200, resting.Status);
        Assert.Contains("locked out", resting.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Wrong number or password", (await app.TryAsync(person.Number, Cast.Password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_second_question()
    {
        foreach (var page in (string[])["LoginWith2fa", "LoginWithRecoveryCode"])
            Assert.StartsWith("/sign-in", (await app.Visit().GetAsync("/Identity/Account/" + page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_session_of_another_tenant_does_not_hide_the_second_question()
    {
        var (person, key, _) = await SomebodyWithTwoFactorsAsync("South");
        var device = await app.SignInAsync(await app.AddSomebodyAsync("North"), fresh: true);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var answer = await (await device.GetAsync("/sign-in")).SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        var question = await answer.FollowAsync();
        Assert.Equal(200, question.Status);
        Assert.Equal("/", (await question.SubmitAsync(new() { ["Input.TwoFactorCode"] = Authenticator.Code(key) })).Location);
    }

    [Fact]
    public async Task Switching_it_off_needs_no_second_sign_in()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        await SwitchOnAsync(visitor);
        var answer = await (await visitor.GetAsync(Manage + "Disable2fa")).SubmitAsync([]);
        Assert.Equal(200, (await answer.FollowAsync()).Status);
        Assert.False((await app.FindAsync(person)).TwoFactorEnabled);
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_key_and_codes_stand_behind_the_tenants_wall()
    {
        var (person, _, _) = await SomebodyWithTwoFactorsAsync();
        var id = (await app.FindAsync(person)).Id;
        Assert.Equal(2, await app.ReadAsync("North", db => db.UserTokens.CountAsync(token => token.UserId == id)));
        // Without EF's own filter, so that the database's wall is what holds.
        Assert.Equal(0, await app.ReadAsync("South", db => db.UserTokens.IgnoreQueryFilters().CountAsync(token => token.UserId == id)));
    }

    [Fact]
    public async Task A_look_at_the_set_up_is_no_act_in_the_audit_trail_and_switching_on_is_one()
    {
        var person = await app.AddSomebodyAsync("North", Role.Member);
        var visitor = await app.SignInAsync(person, fresh: true);
        Task<List<string?>> ToldAsync() => app.ReadAsync("North", db => db.AuditEntries.Where(entry => entry.ActorName == person.Name && entry.Thing != nameof(Session)).Select(entry => entry.After).ToListAsync());
        await visitor.GetAsync(Manage + "EnableAuthenticator");
        Assert.Empty(await ToldAsync());
        await SwitchOnAsync(visitor);
        Assert.Contains(await ToldAsync(), told => told?.Replace(" ", "", StringComparison.Ordinal).Contains("\"TwoFactorEnabled\":true", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("AspNetUserStore", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/audit")).Text, StringComparison.Ordinal);
    }

    private async Task<(Person Person, string Key, List<string> Codes)> SomebodyWithTwoFactorsAsync(string tenant = "North")
    {
        var person = await app.AddSomebodyAsync(tenant, Role.PantryHead);
        var (key, codes) = await SwitchOnAsync(await app.SignInAsync(person, fresh: true));
        return (person, key, codes);
    }

    private static async Task<(string Key, List<string> Codes)> SwitchOnAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync(Manage + "EnableAuthenticator");
        var key = page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var answer = await page.SubmitAsync(new() { ["Input.Code"] = Authenticator.Code(key) });
        Assert.Equal(302, answer.Status);
        var codes = await answer.FollowAsync();
        Assert.Equal(200, codes.Status);
        return (key, [.. codes.Document.QuerySelectorAll("code.key").Select(code => code.TextContent)]);
    }

    /// <summary>The visitor after the right password, and the page that asks for the code.</summary>
    private async Task<(Visitor Visitor, WebPage Question)> HalfwayAsync(Person person, bool sharedDevice = true)
    {
        var visitor = app.Visit();
        var answer = await (await visitor.GetAsync("/sign-in?returnUrl=/expenses")).SubmitAsync(
            new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password, ["Input.SharedDevice"] = sharedDevice ? "true" : "false" });
        var question = await answer.FollowAsync();
        Assert.Equal(200, question.Status);
        return (visitor, question);
    }
}
