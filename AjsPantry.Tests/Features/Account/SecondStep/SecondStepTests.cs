using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Account.SecondStep;

/// <summary>Setting a second step up, changing it and turning it off.</summary>
public sealed class SecondStepTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Somebody_without_email_sets_it_up_like_everybody_else()
    {
        var person = await app.AddSomebodyAsync();
        await app.ChangeAsync(person, member => (member.Email, member.NormalizedEmail) = (null, null));
        var (key, _) = await app.SetUpAsync(await app.SignInAsync(person, fresh: true));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/expenses", (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(key))).Location);
    }

    [Fact]
    public async Task The_only_admin_without_email_gets_past_the_rule_they_made()
    {
        var admin = await app.SignInAsync(Cast.OtherTenantAdmin, fresh: true);
        await app.ChangeMemberAsync(Cast.OtherTenantAdmin, member => (member.Email, member.NormalizedEmail) = (null, null));
        await (await admin.GetAsync("/administration/settings")).SubmitAsync(new() { ["Input.SecondFactorRoles"] = "Admin" });
        Assert.Equal("/account/two-step", (await admin.GetAsync("/people")).Location);
        await app.SetUpAsync(admin);
        Assert.Equal(200, (await admin.GetAsync("/people")).Status);
    }

    [Fact]
    public async Task A_look_at_the_page_writes_nothing_and_a_second_look_shows_the_same_key()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        app.Commands.Clear();
        var key = TwoSteps.KeyIn(await visitor.GetAsync(TwoSteps.SetUp));
        Assert.DoesNotContain(app.Commands.All,
            command => command.Contains("INSERT", StringComparison.Ordinal) || command.Contains("UPDATE", StringComparison.Ordinal)
                || command.Contains("DELETE", StringComparison.Ordinal));
        Assert.Equal(key, TwoSteps.KeyIn(await visitor.GetAsync(TwoSteps.SetUp)));
        Assert.NotEqual(key, TwoSteps.KeyIn(await (await app.SignInAsync(person, fresh: true)).GetAsync(TwoSteps.SetUp)));
        Assert.Matches("^[A-Z2-7]{32}$", key);
    }

    [Fact]
    public async Task The_key_stands_there_as_a_picture_as_text_in_fours_and_as_a_link()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync(TwoSteps.SetUp);
        Assert.Matches("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$", page.Document.QuerySelector("code.key")!.TextContent);
        var address = page.Document.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href")!;
        Assert.StartsWith("otpauth://totp/AJS%20Pantry:N1-member%2C%20North%20House?secret=", address, StringComparison.Ordinal);
        Assert.Contains("&issuer=AJS%20Pantry", address, StringComparison.Ordinal);
        var picture = page.Document.QuerySelector("main svg.qr[role=img]")!;
        Assert.Null(picture.QuerySelector("[style]"));
        Assert.InRange(picture.QuerySelector("path")!.GetAttribute("d")!.Length, 1_000, 60_000);
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_its_field()
    {
        var visitor = await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true);
        var page = await visitor.GetAsync(TwoSteps.SetUp);
        var key = TwoSteps.KeyIn(page);
        (string Code, string Password, string Error)[] mistakes =
        [
            ("", Cast.Password, "Input_Code: Write the six digits from the app."),
            (app.CodeOf(key), "", "Input_Password: Write your current password."),
            (app.CodeOf(key), "wrong password", "Input_Password: That is not your current password."),
            (app.CodeOf(key, 3), Cast.Password,
                "Input_Code: That is not the code of this key. Write the six digits that the app shows now. If they fail again, set your phone's clock to automatic."),
        ];
        foreach (var (code, password, error) in mistakes)
        {
            var answer = await page.SubmitAsync(new() { ["Input.Code"] = code, ["Input.Password"] = password });
            Assert.Equal([error], answer.Errors);
            Assert.Equal(key, TwoSteps.KeyIn(answer));
        }

        var late = await (await app.SignInAsync(await app.AddSomebodyAsync(), fresh: true)).PostAsync(
            TwoSteps.SetUp, new() { ["Input.Code"] = app.CodeOf(key), ["Input.Password"] = Cast.Password });
        Assert.Equal(["Input_Code: This page was open for too long. Add the new key to the app, then write its six digits."], late.Errors);
    }

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

    [Fact]
    public async Task Neither_key_nor_codes_stand_in_the_database_as_they_are()
    {
        var (person, key, codes) = await app.SomebodyWithSecondStepAsync();
        var id = (await app.FindAsync(person)).Id;
        var kept = await app.ReadAsync(
            "North", db => db.UserTokens.Where(token => token.UserId == id).Select(token => token.Value!).ToListAsync());
        Assert.Equal(2, kept.Count);
        foreach (var secret in codes.Append(key)
            .SelectMany(secret => (string[])[secret, secret.Replace("-", "", StringComparison.Ordinal)]))
            Assert.DoesNotContain(kept, value => value.Contains(secret, StringComparison.OrdinalIgnoreCase));
        // Sealed for one person, it opens for no other.
        var other = await app.SomebodyWithSecondStepAsync();
        var otherId = (await app.FindAsync(other.Person)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var tokens = await services.GetRequiredService<PantryDb>().UserTokens.Where(token => token.Name == "AuthenticatorKey")
                .ToListAsync();
            tokens.Single(token => token.UserId == otherId).Value = tokens.Single(token => token.UserId == id).Value;
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
        Assert.Equal(200, (await (await app.HalfwayAsync(other.Person)).Question.AnswerAsync(app.CodeOf(key))).Status);
        // Without EF's own filter, so that the database's wall is what holds.
        Assert.Equal(0, await app.ReadAsync("South", db => db.UserTokens.IgnoreQueryFilters().CountAsync(token => token.UserId == id)));
    }

    [Fact]
    public async Task What_was_kept_in_clear_still_works_and_is_sealed_the_next_night()
    {
        var person = await app.AddSomebodyAsync();
        const string Key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var member = await db.Members.SingleAsync(member => member.Number == person.Number);
            member.TwoFactorEnabled = true;
            db.UserTokens
                .Add(new MemberToken { UserId = member.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = Key });
            db.UserTokens
                .Add(new MemberToken
                {
                    UserId = member.Id,
                    LoginProvider = "[AspNetUserStore]",
                    Name = "RecoveryCodes",
                    Value = "BCDFG-HJKMN;PQRTV-WXY23;34567-89BCD"
                });
            await db.SaveChangesAsync();
        });
        await UseAsync("BCDFG-HJKMN");
        await app.InTenantAsync("Platform", services => services.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None));
        var kept = await app.ReadAsync("North", db => db.UserTokens.Select(token => token.Value!).ToListAsync());
        Assert.DoesNotContain(
            kept, value => value.Contains("JBSWY3DP", StringComparison.Ordinal) || value.Contains("PQRTV", StringComparison.Ordinal));
        await UseAsync("PQRTV-WXY23");
        Assert.Equal(1,
            await app.InTenantAsync("North",
                async services =>
                    await services.GetRequiredService<TwoStepSignIn>()
                        .CodesLeftAsync((await app.FindAsync(person)).Id, CancellationToken.None)));

        async Task UseAsync(string code)
        {
            Assert.Equal(302, (await (await app.HalfwayAsync(person)).Question.AnswerAsync(app.CodeOf(Key))).Status);
            app.Clock.Advance(TimeSpan.FromSeconds(30));
            var (visitor, _) = await app.HalfwayAsync(person);
            Assert.Equal(302, (await (await visitor.GetAsync("/sign-in/recovery-code")).AnswerAsync(code)).Status);
        }
    }

    [Fact]
    public async Task Switching_on_is_an_act_in_the_audit_trail_without_the_secrets()
    {
        var person = await app.AddSomebodyAsync("North", Role.Member);
        var visitor = await app.SignInAsync(person, fresh: true);
        Task<List<string?>> ToldAsync() =>
            app.ReadAsync("North",
                db => db.AuditEntries.Where(entry => entry.ActorName == person.Name && entry.Thing != nameof(Session))
                    .Select(entry => entry.After).ToListAsync());
        await visitor.GetAsync(TwoSteps.SetUp);
        Assert.Empty(await ToldAsync());
        await app.SetUpAsync(visitor);
        Assert.Contains(await ToldAsync(),
            told =>
                told?.Replace(" ", "", StringComparison.Ordinal).Contains("\"TwoFactorEnabled\":true", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(await ToldAsync(), told => told?.Contains("CfDJ8", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("AspNetUserStore", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/audit")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_and_operators_are_asked_for_one_and_may_put_it_off()
    {
        foreach (var (person, home) in ((Person, string)[])[(Cast.Admin, "/"), (Cast.Operator, "/platform")])
        {
            var visitor = await app.SignInAsync(person, fresh: true);
            Assert.Contains("only your password protects your account", (await visitor.GetAsync(home)).Text, StringComparison.Ordinal);
            await (await visitor.GetAsync(home)).SubmitAsync([], "form[action*='handler=Later'][action*='two-step']");
            Assert.DoesNotContain("only your password protects", (await visitor.GetAsync(home)).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            "only your password protects", (await (await app.SignInAsync(Cast.Head)).GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
