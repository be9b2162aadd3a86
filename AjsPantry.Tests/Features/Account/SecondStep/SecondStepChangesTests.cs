using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Account.SecondStep;

/// <summary>A second step that is on: its codes, another phone, and turning it off.</summary>
public sealed class SecondStepChangesTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("/account/two-step/codes")]
    [InlineData("/account/two-step/off")]
    public async Task Codes_and_turning_off_ask_for_the_password(string address)
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        await app.SetUpAsync(visitor);
        var before = (await app.FindAsync(person)).SecurityStamp;
        var page = await visitor.GetAsync(address);
        Assert.Equal(["Input_Password: Write your current password."], (await page.SubmitAsync([])).Errors);
        Assert.Equal(["Input_Password: That is not your current password."],
            (await page.SubmitAsync(new() { ["Input.Password"] = "wrong password" })).Errors);
        Assert.Equal(
            ["Input_Password: Use 200 characters at most."], (await page.SubmitAsync(new() { ["Input.Password"] = new('x', 201) })).Errors);
        var after = await app.FindAsync(person);
        Assert.Equal((before, true), (after.SecurityStamp, after.TwoFactorEnabled));
    }

    [Theory]
    [InlineData("/account/two-step/codes")]
    [InlineData("/account/two-step/off")]
    public async Task Where_it_is_off_there_is_nothing_to_turn_off_or_to_make(string address) =>
        Assert.Equal("/account/two-step", (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Location);

    [Fact]
    public async Task Recovery_codes_say_whose_they_are_and_loading_them_again_says_why_they_are_gone()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        var page = await visitor.GetAsync(TwoSteps.SetUp);
        Dictionary<string, string> values = new() { ["Input.Code"] = app.CodeOf(TwoSteps.KeyIn(page)), ["Input.Password"] = Cast.Password };
        Assert.Contains(
            $"AJS Pantry, North House, member number {person.Number}", (await page.SubmitAsync(values)).Text, StringComparison.Ordinal);
        // Later the browser sends the form once more.
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var again = await visitor.PostAsync(TwoSteps.SetUp, values);
        Assert.Equal("/account/two-step", again.Location);
        var state = await again.FollowAsync();
        Assert.Equal(("Two-step sign-in is on", "Recovery codes are shown only once. If you did not save them, make new ones."),
            (state.Answer, state.Toast));
        Assert.Contains("10 recovery codes left", state.Text, StringComparison.Ordinal);
        // Any other code is no sign of that.
        var other = await visitor.PostAsync(TwoSteps.SetUp, new(values) { ["Input.Code"] = "000000" });
        Assert.StartsWith("Input_Code: This page was open for too long.", Assert.Single(other.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_it_off_needs_no_second_sign_in_and_ends_the_other_devices()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (visitor, question) = await app.HalfwayAsync(person);
        await question.AnswerAsync(app.CodeOf(key));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        var (elsewhere, other) = await app.HalfwayAsync(person);
        await other.AnswerAsync(app.CodeOf(key));
        var answer = await (await visitor.GetAsync("/account/two-step/off")).SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        Assert.Equal("Two-step sign-in is off", (await answer.FollowAsync()).Answer);
        Assert.False((await app.FindAsync(person)).TwoFactorEnabled);
        Assert.Equal((200, 302), ((await visitor.GetAsync("/account")).Status, (await elsewhere.GetAsync("/account")).Status));
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
        Assert.Equal(0, await app.ReadAsync(person.Tenant, db => db.UserTokens.CountAsync()));
        Assert.Equal("Two-step sign-in is off, so there are no recovery codes. Set it up first.",
            Assert.Single((await visitor.PostAsync("/account/two-step/codes", new() { ["Input.Password"] = Cast.Password })).Document
                .QuerySelectorAll(".form-errors, .callout.bad")).TextContent.Trim());
        Assert.Collection(
            await app.ToldAsync(person),
            told =>
                Assert.StartsWith("Two-step sign-in is on: Signing in now also asks for a code from your authenticator app.", told,
                    StringComparison.Ordinal),
            told =>
                Assert.StartsWith("Two-step sign-in is off: Your password alone now signs you in. If this was not you, ask an admin", told,
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_codes_end_the_old_ones()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        var (_, old) = await app.SetUpAsync(visitor);
        var answer = await (await visitor.GetAsync("/account/two-step/codes")).SubmitAsync(new() { ["Input.Password"] = Cast.Password });
        List<string> codes = [.. answer.Document.QuerySelectorAll("code.key").Select(code => code.TextContent)];
        Assert.Equal((10, 0), (codes.Count, codes.Intersect(old).Count()));
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        foreach (var (code, status) in ((string, int)[])[(old[0], 200), (codes[0], 302)])
        {
            var (halfway, _) = await app.HalfwayAsync(person);
            Assert.Equal(status, (await (await halfway.GetAsync("/sign-in/recovery-code")).AnswerAsync(code)).Status);
        }
    }

    [Fact]
    public async Task Another_phone_takes_over_at_once_and_not_before()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (visitor, question) = await app.HalfwayAsync(person);
        await question.AnswerAsync(app.CodeOf(key));
        var page = await visitor.GetAsync(TwoSteps.SetUp);
        Assert.Equal("Connect another phone", page.Answer);
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(key))).Status);
        var (next, _) = await app.SetUpAsync(visitor);
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(key))).Status);
        Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(next))).Status);
        Assert.Contains(await app.ToldAsync(person),
            told =>
                told.Contains("Another authenticator app was connected. Codes from the old one no longer work.", StringComparison.Ordinal));
    }
}
