using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using AjsPantry.Tests.Infrastructure.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Security;

/// <summary>What concerns who may come in is in the log, each kind under its own number, and people see what was theirs.</summary>
public sealed partial class SecurityLogTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    [Fact]
    public async Task The_door_logs_who_came_in_and_who_did_not()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync("North", Role.Member);
        var id = (await app.FindAsync(person)).Id;
        await AssertLoggedAsync(SecurityEventKind.WrongPassword, id, () => app.TryAsync(person.Number, "wrong password"));
        var (_, question) = await app.HalfwayAsync(person);
        await AssertLoggedAsync(SecurityEventKind.SecondStepAsked, id, () => app.TryAsync(person.Number, Cast.Password));
        await AssertLoggedAsync(SecurityEventKind.WrongCode, id, () => question.AnswerAsync(app.CodeOf(key, 5)));
        await AssertLoggedAsync(SecurityEventKind.SignedIn, id, () => question.AnswerAsync(app.CodeOf(key)));
        await app.ChangeAsync(person, member => member.DeactivatedAt = TestClock.Beginning);
        await AssertLoggedAsync(SecurityEventKind.ClosedAccount, id, () => app.TryAsync(person.Number, Cast.Password));
    }

    [Fact]
    public async Task An_unknown_name_is_logged_without_the_name()
    {
        var before = LoggedApp.Log.Count;
        await app.TryAsync("my-secret-password", "wrong password");
        var lines = LoggedApp.Log.Skip(before).ToList();
        Assert.Contains(lines,
            line => line.Contains("\"event\":\"UnknownName\"", StringComparison.Ordinal)
                && line.Contains("\"event_id\":1003", StringComparison.Ordinal));
        Assert.DoesNotContain(lines,
            line => line.Contains("my-secret", StringComparison.Ordinal) || line.Contains("wrong password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_inside_is_logged_with_whom()
    {
        var visitor = await app.SignInAsync(Cast.Member);
        var id = (await app.FindAsync(Cast.Member)).Id;
        await AssertLoggedAsync(SecurityEventKind.PageRefused, id, () => visitor.GetAsync("/administration/settings"));
        await AssertLoggedAsync(SecurityEventKind.ThingNotFound, id, () => visitor.GetAsync($"/people/{Guid.NewGuid()}"));
        await AssertLoggedAsync(SecurityEventKind.TokenRefused, id, () => visitor.PostBlindlyAsync("/account/profile"));
        await AssertLoggedAsync(SecurityEventKind.PasswordNotConfirmed, id,
            () => visitor.PostAsync("/account/two-step/off", new() { ["Input.Password"] = "wrong password" }));
    }

    [Fact]
    public async Task Acts_of_others_are_logged_with_whom_they_concern()
    {
        var person = await app.AddSomebodyAsync();
        var id = (await app.FindAsync(person)).Id;
        await app.SignInAsync(person, fresh: true);
        var admin = await app.SignInAsync(Cast.Admin);
        await AssertLoggedAsync(SecurityEventKind.SignedOutByAdmin, id, () => admin.PostAsync($"/people/{id}/sessions"));
        await AssertLoggedAsync(SecurityEventKind.PasswordLinkMade, id, () => admin.PostAsync($"/people/{id}/access"));
    }

    [Fact]
    public async Task People_see_their_own_sign_ins_and_nobody_elses()
    {
        var person = await app.AddSomebodyAsync();
        var other = await app.AddSomebodyAsync();
        await app.TryAsync(other.Number, "wrong password");
        foreach (var _ in Enumerable.Range(0, 3))
            await app.TryAsync(person.Number, "wrong password");
        var page = await (await app.SignInAsync(person, fresh: true)).GetAsync("/account/security");
        Assert.Equal(
            ["Signed in", "Wrong password, 3 times"], page.Document.QuerySelectorAll("main .item b").Select(words => words.TextContent));
        var shown = await (await app.SignInAsync(other, fresh: true)).GetAsync("/account/security");
        Assert.Equal(["Signed in", "Wrong password"], shown.Document.QuerySelectorAll("main .item b").Select(words => words.TextContent));
        Assert.Contains("signIns",
            await (await (await app.SignInAsync(person)).GetAsync("/account/export")).Content
                .ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_see_is_deleted_after_ninety_days()
    {
        var person = await app.AddSomebodyAsync();
        await app.TryAsync(person.Number, "wrong password");
        foreach (var (days, left) in ((int, int)[])[(89, 1), (2, 0)])
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            await app.InTenantAsync("Platform", services => services.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None));
            Assert.Equal(left,
                await app.ReadAsync(
                    "North", db => db.SecurityEvents.CountAsync(happened => happened.Kind == SecurityEventKind.WrongPassword)));
        }
    }

    [Fact]
    public void The_table_for_whoever_reads_logs_says_the_same()
    {
        var table = File.ReadLines(Path.Combine(Sources.Root, "deploy", "README.md")).Select(line => Row().Match(line))
            .Where(row => row.Success)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").ToList();
        Assert.Equal(Enum.GetValues<SecurityEventKind>().Order().Select(kind => $"{(int)kind} {kind}"), table);
    }

    private static async Task AssertLoggedAsync(SecurityEventKind kind, Guid memberId, Func<Task> act)
    {
        var before = LoggedApp.Log.Count;
        await act();
        Assert.Contains(LoggedApp.Log.Skip(before),
            line => line.Contains($"\"event_id\":{(int)kind},\"event\":\"{kind}\"", StringComparison.Ordinal)
                && line.Contains(memberId.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| (\d{4}) \| `(\w+)` \|")]
    private static partial Regex Row();
}
