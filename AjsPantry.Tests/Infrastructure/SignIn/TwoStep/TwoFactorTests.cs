using System.Globalization;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.SignIn.TwoStep;

/// <summary>Signing in with a second step.</summary>
public sealed class TwoFactorTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Who_switches_it_on_sees_the_recovery_codes_and_stays_signed_in()
    {
        var person = await app.AddSomebodyAsync();
        var here = await app.SignInAsync(person, fresh: true);
        var elsewhere = await app.SignInAsync(person, fresh: true);
        var (_, codes) = await app.SetUpAsync(here);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(200, (await here.GetAsync("/account")).Status);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_and_code_sign_in()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (visitor, question) = await app.HalfwayAsync(person);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        var answer = await question.AnswerAsync(app.CodeOf(key));
        Assert.Equal("/expenses", answer.Location);
        Assert.Contains(person.Name, (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        var method = await app.ReadAsync(person.Tenant,
            db => db.Sessions.Where(session => session.Member!.Number == person.Number).OrderBy(session => session.Id)
                .Select(session => session.Method).LastAsync());
        Assert.Equal("mfa", method);
    }

    [Fact]
    public async Task The_device_stays_what_the_person_said_it_is()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        foreach (var shared in (bool[])[true, false])
        {
            var (_, question) = await app.HalfwayAsync(person, shared);
            await question.AnswerAsync(app.CodeOf(key));
            app.Clock.Advance(TimeSpan.FromSeconds(30));
            var written = await app.ReadAsync(person.Tenant,
                db => db.Sessions.Where(session => session.Member!.Number == person.Number).OrderBy(session => session.Id)
                    .Select(session => session.SharedDevice).LastAsync());
            Assert.Equal(shared, written);
        }
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var code = app.CodeOf(key);
        Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(code)).Status);
        var again = await (await app.HalfwayAsync(person)).Question.AnswerAsync(code);
        Assert.Equal(
            "Input_Code: That code is not right, or it was used already. Wait for the next code in the app and write that one. If it fails again, set your phone's clock to automatic.", Assert.Single(again.Errors));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        // One from before the code that counted last is no better.
        Assert.Equal(200, (await again.AnswerAsync(app.CodeOf(key, -1))).Status);
        Assert.Equal(302, (await again.AnswerAsync(app.CodeOf(key))).Status);
    }

    [Fact]
    public async Task Of_one_code_sent_twice_at_once_only_one_signs_in()
    {
        var (person, key, codes) = await app.SomebodyWithSecondStepAsync();
        foreach (var (page, code) in ((string, string)[])[("", app.CodeOf(key)), ("/sign-in/recovery-code", codes[3])])
        {
            var questions = new List<WebPage>();
            for (var times = 0; times < 4; times++)
            {
                var (visitor, question) = await app.HalfwayAsync(person);
                questions.Add(page == "" ? question : await visitor.GetAsync(page));
            }

            var answers = await Task.WhenAll(questions.Select(question => question.AnswerAsync(code)));
            Assert.Single(answers, answer => answer.Status == 302);
        }
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_half_a_minute_wrong_and_no_more(int steps, bool counts)
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(counts ? 302 : 200, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(key, steps))).Status);
    }

    [Theory]
    [InlineData(" {0}{1}{2} {3}{4}{5} ")]
    [InlineData("{0}{1}{2}\u00A0{3}{4}{5}")]
    [InlineData("{0}{1}{2}-{3}{4}{5}")]
    [InlineData("{0}{1}{2}\u2013\u200B{3}{4}{5}")]
    public async Task A_code_is_forgiven_how_it_is_written(string form)
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var typed = string.Format(CultureInfo.InvariantCulture, form, [.. app.CodeOf(key).Cast<object>()]);
        Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(typed)).Status);
    }

    [Theory]
    [InlineData('\uFF10')]
    [InlineData('\u0660')]
    [InlineData('\u0966')]
    [InlineData('\u0AE6')]
    public async Task A_code_may_be_written_in_the_digits_of_any_keyboard(char zero)
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var typed = string.Concat(app.CodeOf(key).Select(digit => (char)(zero + (digit - '0'))));
        Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(typed)).Status);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_however_it_is_written_and_the_person_is_told()
    {
        var (person, _, codes) = await app.SomebodyWithSecondStepAsync();
        foreach (var (typed, expected) in ((string, int)[])[(codes[0], 302), (codes[0], 200),
            (codes[1].ToLowerInvariant().Replace("-", "\u00A0", StringComparison.Ordinal), 302), ("BCDFG-HJKMN", 200), ("", 200)])
        {
            var (visitor, _) = await app.HalfwayAsync(person);
            var answer = await (await visitor.GetAsync("/sign-in/recovery-code")).AnswerAsync(typed);
            Assert.Equal((typed, expected), (typed, answer.Status));
            if (expected == 200)
                Assert.Contains(
                    typed == "" ? "Write one of your recovery codes." : "That is not one of your recovery codes, or it was used already.",
                    Assert.Single(answer.Errors), StringComparison.Ordinal);
            Assert.Equal(expected == 302 ? 200 : 302, (await visitor.GetAsync("/account")).Status);
        }

        var told = await app.ToldAsync(person);
        Assert.Equal(2, told.Count(text => text.Contains("A recovery code signed you in", StringComparison.Ordinal)));
        Assert.Contains(told, text => text.Contains("You have 8 recovery codes left.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_code_is_refused()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (visitor, question) = await app.HalfwayAsync(person);
        var wrong = (int.Parse(app.CodeOf(key), CultureInfo.InvariantCulture) + 123_457) % 1_000_000;
        var answer = await question.AnswerAsync(wrong.ToString("D6", CultureInfo.InvariantCulture));
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_second_question()
    {
        foreach (var page in (string[])["/sign-in/code", "/sign-in/recovery-code"])
        {
            Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(page)).Location, StringComparison.Ordinal);
            Assert.StartsWith(
                "/sign-in", (await app.Visit().PostAsync(page, new() { ["Input.Code"] = "123456" })).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_half_done_sign_in_ends_after_five_minutes_and_with_the_password()
    {
        var (person, key, codes) = await app.SomebodyWithSecondStepAsync();
        var (waiting, late) = await app.HalfwayAsync(person);
        // Looking at the page again does not make it last longer.
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(200, (await waiting.GetAsync("/sign-in/code")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.StartsWith("/sign-in", (await late.AnswerAsync(app.CodeOf(key))).Location, StringComparison.Ordinal);

        var (thief, question) = await app.HalfwayAsync(person);
        var recovery = await thief.GetAsync("/sign-in/recovery-code");
        await app.ChoosePasswordAsync(person, "clove-cardamom-saffron");
        Assert.StartsWith("/sign-in", (await question.AnswerAsync(app.CodeOf(key))).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await recovery.AnswerAsync(codes[0])).Location, StringComparison.Ordinal);
        Assert.Equal(302, (await thief.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_half_done_sign_in_ends_with_the_account_and_the_residence()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync("South");
        var (visitor, question) = await app.HalfwayAsync(person);
        await app.ChangeAsync(person, member => member.DeactivatedAt = TestClock.Beginning);
        Assert.StartsWith("/sign-in", (await question.AnswerAsync(app.CodeOf(key))).Location, StringComparison.Ordinal);
        Assert.Equal(302, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_dead_session_of_another_tenant_does_not_hide_the_second_question()
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync("South");
        var device = await app.SignInAsync(await app.AddSomebodyAsync("North"), fresh: true);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var answer = await (await device.GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        var question = await answer.FollowAsync();
        Assert.Equal(200, question.Status);
        Assert.Equal("/", (await question.AnswerAsync(app.CodeOf(key))).Location);
    }

    [Theory]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/expenses?q=\u00E9", "/expenses?q=%C3%A9")]
    public async Task After_the_second_step_nobody_is_led_astray(string returnUrl, string expected)
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync();
        var (visitor, _) = await app.HalfwayAsync(person);
        var question = await visitor.GetAsync($"/sign-in/code?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal(expected, (await question.AnswerAsync(app.CodeOf(key))).Location);
    }
}
