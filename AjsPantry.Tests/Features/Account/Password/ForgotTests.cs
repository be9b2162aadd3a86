using System.Text.Json;
using AjsPantry.Features.Account;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Account.Password;

public sealed class ForgotTests(MailApp app) : IClassFixture<MailApp>
{
    private const string Password = "kettle-window-cloud";

    [Fact]
    public async Task The_answer_and_the_work_are_the_same_whoever_is_meant()
    {
        await app.InviteAsync("F-none");
        var deactivated = await app.AddSomebodyAsync();
        await app.ChangeAsync(deactivated, member => member.DeactivatedAt = TestClock.Beginning);
        await app.AddSomebodyAsync("North", number: "F-both");
        await app.AddSomebodyAsync("South", number: "F-both");
        var answers = new HashSet<string>();
        foreach (var name in (string[])[Cast.Member.Number, Cast.Member.Email, "F-none", "F-both", deactivated.Number, "nobody at all"])
        {
            await EmptyQueueAsync();
            var page = await app.Visit().GetAsync("/forgot");
            app.Commands.Clear();
            var answer = await page.SubmitAsync(new() { ["Input.Name"] = name });
            answers.Add($"{answer.Status} {answer.Text}: {string.Join(";", app.Commands.All)}, {(await QueuedAsync()).Count}");
        }

        Assert.Contains("200 AJS Pantry", Assert.Single(answers), StringComparison.Ordinal);
        Assert.Contains("Check your email", answers.Single(), StringComparison.Ordinal);
        Assert.EndsWith(", 1", answers.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_gets_one_link_in_five_minutes_and_gets_in_with_it_once()
    {
        var person = await app.AddSomebodyAsync();
        await AskAsync(person.Number);
        await AskAsync(person.Email);
        var mail = Assert.Single(app.Post.To(person.Email));
        Assert.Equal("A new password for North House", mail.Subject);
        var visitor = app.Visit();
        var page = await visitor.GetAsync(MailApp.PathIn(mail));
        Assert.Equal("Choose a new password", page.Answer);
        Assert.Equal("/", (await page.SubmitAsync(new() { ["Input.Password"] = Password })).Location);
        Assert.Equal("/", (await app.TryAsync(person.Number, Password)).Location);
        Assert.Equal(404, (await app.Visit().GetAsync(MailApp.PathIn(mail))).Status);
    }

    [Fact]
    public async Task A_newer_mail_ends_the_link_of_an_older_one()
    {
        var person = await app.AddSomebodyAsync();
        await AskAsync(person.Number);
        app.Clock.Advance(MailForgottenLinks.AtMostEvery);
        await AskAsync(person.Number);
        var statuses = new List<int>();
        foreach (var mail in app.Post.To(person.Email))
            statuses.Add((await app.Visit().GetAsync(MailApp.PathIn(mail))).Status);
        Assert.Equal([404, 200], statuses);
    }

    [Fact]
    public async Task A_link_ends_after_a_day()
    {
        var person = await app.AddSomebodyAsync();
        await AskAsync(person.Number);
        var path = MailApp.PathIn(Assert.Single(app.Post.To(person.Email)));
        Assert.Equal(200, (await app.Visit().GetAsync(path)).Status);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(404, (await app.Visit().GetAsync(path)).Status);
    }

    [Fact]
    public async Task Somebody_elses_typing_ends_no_link_and_the_used_link_ends_the_others()
    {
        var onPaper = await app.InviteAsync("F-paper");
        await app.ChangeMemberAsync(new Person("North", "F-paper", Role.Member, 1),
            member => (member.Email, member.NormalizedEmail) = ("f-paper@north.example", "F-PAPER@NORTH.EXAMPLE"));
        app.Clock.Advance(MailForgottenLinks.AtMostEvery);
        await AskAsync("F-paper");
        var mail = Assert.Single(app.Post.To("f-paper@north.example"));
        Assert.Equal("Your account in the pantry of North House", mail.Subject);
        Assert.Equal(200, (await app.Visit().GetAsync(onPaper.Path)).Status);
        var answer = await (await app.Visit().GetAsync(MailApp.PathIn(mail)))
            .SubmitAsync(new() { ["Input.Name"] = "Paper", ["Input.Password"] = Password });
        Assert.Equal("/", answer.Location);
        Assert.Equal(404, (await app.Visit().GetAsync(onPaper.Path)).Status);
    }

    [Fact]
    public async Task An_address_that_two_residences_know_gets_a_link_for_each_in_one_go()
    {
        var people = new[] { await app.AddSomebodyAsync("North", number: "F-north"),
            await app.AddSomebodyAsync("South", number: "F-south") };
        foreach (var person in people)
            await app.ChangeAsync(person, member => (member.Email, member.NormalizedEmail) = ("both@post.example", "BOTH@POST.EXAMPLE"));
        await AskAsync("Both@Post.example");
        Assert.Equal(["A new password for North House", "A new password for South House"],
            app.Post.To("both@post.example").Select(mail => mail.Subject).Order());
    }

    [Fact]
    public async Task Nobody_without_an_address_or_with_a_closed_account_gets_a_link()
    {
        var deactivated = await app.AddSomebodyAsync();
        var suspended = await app.AddSomebodyAsync("South");
        await app.ChangeAsync(deactivated, member => member.DeactivatedAt = TestClock.Beginning);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "Closed"));
        await app.InviteAsync("F-silent");
        app.Clock.Advance(MailForgottenLinks.AtMostEvery);
        var before = await InvitationsAsync("North") + await InvitationsAsync("South");
        foreach (var name in (string[])[deactivated.Number, suspended.Number, "F-silent", "nobody"])
            await AskAsync(name);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (null, null));
        Assert.Equal(before, await InvitationsAsync("North") + await InvitationsAsync("South"));
        Assert.Empty(app.Post.To(deactivated.Email).Concat(app.Post.To(suspended.Email)));
    }

    [Fact]
    public async Task The_mailed_link_leads_to_the_set_address_whatever_the_request_claims()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = app.Visit();
        visitor.Client.DefaultRequestHeaders.Host = "evil.example";
        await AskAsync(person.Number, visitor);
        Assert.DoesNotContain("evil", Assert.Single(app.Post.To(person.Email)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_name_is_answered_at_the_field()
    {
        var answer = await (await app.Visit().GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = " " });
        Assert.Equal(["Input_Name: Write your member number or email."], answer.Errors);
    }

    [Fact]
    public async Task The_door_leads_there() =>
        Assert.NotNull((await app.Visit().GetAsync("/sign-in")).Document.QuerySelector("a[href='/forgot']"));

    /// <summary>Asks on the page, runs what it queued, and the post after it.</summary>
    private async Task AskAsync(string name, Visitor? visitor = null)
    {
        await EmptyQueueAsync();
        await (await (visitor ?? app.Visit()).GetAsync("/forgot")).SubmitAsync(new() { ["Input.Name"] = name });
        var memberIds = Assert.Single(await QueuedAsync());
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MailForgottenLinks>().RunAsync(memberIds, CancellationToken.None);
        foreach (var tenant in (string[])["North", "South"])
            await app.DrainAsync(tenant);
    }

    private Task EmptyQueueAsync() => TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "DELETE FROM hangfire.job");

    /// <summary>The arguments of the queued jobs of the page.</summary>
    private async Task<List<Guid[]>> QueuedAsync()
    {
        const string Arguments =
            "SELECT coalesce(jsonb_agg(arguments -> 0), '[]')::text FROM hangfire.job WHERE invocationdata::text LIKE '%MailForgottenLinks%'";
        var all = JsonSerializer.Deserialize<string[]>(
            await TestServer.ScalarAsync<string>(TestServer.AsSuperuser(app.Database), Arguments))!;
        return [.. all.Select(argument => JsonSerializer.Deserialize<Guid[]>(argument)!)];
    }

    private Task<int> InvitationsAsync(string tenant) => app.ReadAsync(tenant, db => db.Set<Invitation>().CountAsync());
}

public sealed class ForgotWithoutMailTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Without_a_mail_server_the_page_says_whom_to_ask_and_queues_nothing()
    {
        var page = await app.Visit().GetAsync("/forgot");
        Assert.Equal("Ask an admin for a new link", page.Answer);
        Assert.Equal(200, (await app.Visit().PostAsync("/forgot", new() { ["Input.Name"] = Cast.Head.Number })).Status);
        Assert.Equal(0, await TestServer.ScalarAsync<long>(TestServer.AsSuperuser(app.Database), "SELECT count(*) FROM hangfire.job"));
        Assert.Equal(0, await app.ReadAsync("North", db => db.Set<OutboxMail>().CountAsync()));
    }
}
