using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.SignIn.TwoStep;

/// <summary>What people do with the second step of signing in.</summary>
internal static class TwoSteps
{
    public const string SetUp = "/account/two-step/set-up";

    /// <summary>Connects an app, as somebody who is signed in.</summary>
    public static async Task<(string Key, List<string> Codes)> SetUpAsync(
        this PantryApp app, Visitor visitor, string password = Cast.Password)
    {
        var page = await visitor.GetAsync(SetUp);
        var key = KeyIn(page);
        var answer = await page.SubmitAsync(new() { ["Input.Code"] = app.CodeOf(key), ["Input.Password"] = password });
        Assert.Equal((200, "Keep these recovery codes"), (answer.Status, answer.Answer));
        return (key, [.. answer.Document.QuerySelectorAll("code.key").Select(code => code.TextContent)]);
    }

    /// <summary>Somebody who signs in with a second step, half a minute later, when the app shows the next code.</summary>
    public static async Task<(Person Person, string Key, List<string> Codes)> SomebodyWithSecondStepAsync(
        this PantryApp app, string tenant = "North", Role role = Role.PantryHead)
    {
        var person = await app.AddSomebodyAsync(tenant, role);
        var (key, codes) = await app.SetUpAsync(await app.SignInAsync(person, fresh: true));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        return (person, key, codes);
    }

    /// <summary>What the app shows now, or as many half minutes later.</summary>
    public static string CodeOf(this PantryApp app, string key, int steps = 0) =>
        Authenticator.Code(key, app.Clock.GetUtcNow().AddSeconds(30 * steps));

    public static string KeyIn(WebPage page) =>
        page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The visitor after the right password, and the page that asks for the code.</summary>
    public static async Task<(Visitor Visitor, WebPage Question)> HalfwayAsync(
        this PantryApp app, Person person, bool sharedDevice = true, Visitor? visitor = null)
    {
        visitor ??= app.Visit();
        var answer = await (await visitor.GetAsync("/sign-in?returnUrl=/expenses")).SubmitAsync(
            new()
            {
                ["Input.Name"] = person.Number,
                ["Input.Password"] = Cast.Password,
                ["Input.SharedDevice"] = sharedDevice ? "true" : "false"
            });
        var question = await answer.FollowAsync();
        Assert.Equal((200, "One more step: your code"), (question.Status, question.Answer));
        return (visitor, question);
    }

    /// <summary>The person chooses another password somewhere else.</summary>
    public static Task ChoosePasswordAsync(
        this PantryApp app, Person person, string password) => app.InTenantAsync(person.Tenant, async services =>
    {
        var members = services.GetRequiredService<UserManager<Member>>();
        var member = await services.GetRequiredService<PantryDb>().Members.SingleAsync(member => member.Number == person.Number);
        Assert.True((await members.ResetPasswordAsync(member, await members.GeneratePasswordResetTokenAsync(member), password)).Succeeded);
    });

    /// <summary>What the person was told of their own sign-in, in the inbox; each was mailed too, to whoever has an address.</summary>
    public static async Task<List<string>> ToldAsync(this PantryApp app, Person person)
    {
        var (notices, mails) = await app.ReadAsync(person.Tenant, async db => (
            await db.Notices
                .Where(notice => notice.Kind == NoticeKind.Account
                    && db.Members.Any(member => member.Id == notice.MemberId && member.Number == person.Number))
                        .OrderBy(notice => notice.Id).ToListAsync(),
            await db.OutboxMails.Select(mail => new { mail.NoticeId, mail.Address }).ToListAsync()));
        var address = (await app.FindAsync(person)).Email;
        if (address is not null)
            Assert.All(notices, notice => Assert.Contains(mails, mail => mail.NoticeId == notice.Id && mail.Address == address));
        return notices.ConvertAll(notice => $"{notice.Title}: {notice.Text}");
    }

    public static Task<WebPage> AnswerAsync(this WebPage question, string code) => question.SubmitAsync(new() { ["Input.Code"] = code });
}
