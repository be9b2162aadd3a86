using AjsPantry.Features.Account;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Account;

public sealed class ForgotTests(MailApp app) : IClassFixture<MailApp>
{
    private const string Password = "kettle-window-cloud";

    [Fact]
    public async Task The_answer_and_the_work_are_the_same_whoever_is_meant()
    {
        await app.InviteAsync("F-none");
        var answers = new List<string>();
        foreach (var name in (string[])[Cast.Member.Number, Cast.Member.Email, "F-none", "nobody at all"])
        {
            await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "DELETE FROM hangfire.job");
            var page = await app.Visit().GetAsync("/forgot");
            app.Commands.Clear();
            var answer = await page.SubmitAsync(new() { ["Input.Name"] = name });
            Assert.Equal(200, answer.Status);
            answers.Add($"{answer.Text} {app.Commands.All.Count} {await TestServer.ScalarAsync<long>(TestServer.AsSuperuser(app.Database), "SELECT count(*) FROM hangfire.job")}");
        }

        Assert.Single(answers.Distinct());
        Assert.EndsWith(" 1 1", answers[0], StringComparison.Ordinal);
        Assert.Contains("Look into your mail", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_gets_one_link_in_five_minutes_and_gets_in_with_it()
    {
        var person = Cast.OtherFloorHead;
        await AskAsync(person.Number);
        await AskAsync(person.Email);
        var mail = Assert.Single(app.Post.To(person.Email));
        var path = PathIn(mail);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await AskAsync(person.Number);
        Assert.Equal(2, app.Post.To(person.Email).Count);
        Assert.Equal(404, (await app.Visit().GetAsync(path)).Status);
        var page = await app.Visit().GetAsync(PathIn(app.Post.To(person.Email)[1]));
        Assert.Equal("Choose a new password", page.Answer);
        Assert.Equal("/", (await page.SubmitAsync(new() { ["Input.Password"] = Password })).Location);
        Assert.Equal("", await app.ReadAsync("North", db => db.Set<OutboxMail>().OrderByDescending(row => row.CreatedAt).Select(row => row.Text).FirstAsync()));
    }

    [Fact]
    public async Task Who_has_not_joined_yet_gets_the_invitation_again()
    {
        var link = await app.InviteAsync("F2", "f2@north.example");
        Assert.Equal((true, ""), (link.IsMailed, link.Path));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await AskAsync("F2");
        Assert.Equal(["Your place in the pantry of North House", "Your place in the pantry of North House"], app.Post.To("f2@north.example").Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Nobody_without_an_address_or_with_a_closed_account_is_mailed()
    {
        await app.ChangeMemberAsync(Cast.TeaManager, member => member.DeactivatedAt = TestClock.Beginning);
        await AskAsync(Cast.TeaManager.Number);
        await app.InviteAsync("F3");
        await AskAsync("F3");
        await AskAsync("nobody");
        Assert.Empty(app.Post.To(Cast.TeaManager.Email));
    }

    [Fact]
    public async Task An_empty_name_is_answered_at_the_field()
    {
        var answer = await (await app.Visit().GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = " " });
        Assert.Equal(["Input_Name: Write your member number or e-mail address."], answer.Errors);
    }

    private static string PathIn(MimeKit.MimeMessage mail) => new Uri(mail.TextBody!.Split('\n').Single(line => line.StartsWith(MailApp.Address, StringComparison.Ordinal)).Trim()).AbsolutePath;

    /// <summary>Runs what the page queues, and the post after it.</summary>
    private async Task AskAsync(string name)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var candidates = await scope.ServiceProvider.GetRequiredService<SignInLookup>().FindAsync(name, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ForgottenPassword.Job>().RunAsync([.. candidates], CancellationToken.None);
        }

        await app.InTenantAsync("North", services => services.GetRequiredService<MailDrain>().RunAsync(Cast.TenantId("North"), CancellationToken.None));
    }
}

public sealed class ForgotWithoutMailTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Without_a_mail_server_the_page_says_whom_to_ask()
    {
        var page = await app.Visit().GetAsync("/forgot");
        Assert.Equal("Ask an admin for a new link", page.Answer);
        Assert.Equal(200, (await app.Visit().PostAsync("/forgot", new() { ["Input.Name"] = Cast.Head.Number })).Status);
    }
}
