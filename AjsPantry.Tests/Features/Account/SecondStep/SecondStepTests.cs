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
