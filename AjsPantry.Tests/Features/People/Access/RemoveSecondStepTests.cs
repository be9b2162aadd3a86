using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Infrastructure.Identity;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.People.Access;

/// <summary>Whoever lost the phone and the recovery codes is let in again by somebody else, who says why.</summary>
public sealed class RemoveSecondStepTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Dictionary<string,
        string> Filled = new() { ["Input.Reason"] = "Her phone fell into the sea", ["Input.Password"] = Cast.Password };

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.PantryHead)]
    [InlineData(Role.Admin)]
    public async Task An_admin_takes_off_that_of_anybody_else(Role role)
    {
        var (person, key, _) = await app.SomebodyWithSecondStepAsync("North", role);
        var (device, question) = await app.HalfwayAsync(person);
        await question.AnswerAsync(app.CodeOf(key));
        var id = (await app.FindAsync(person)).Id;
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Contains($"/people/{id}/two-step",
            (await admin.GetAsync($"/people/{id}")).Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        var answer = await (await admin.GetAsync($"/people/{id}/two-step")).SubmitAsync(Filled);
        var page = await answer.FollowAsync();
        Assert.Equal($"Two-step sign-in of {person.Name} is off. They get a notification.", page.Toast);
        Assert.Contains("Two-step sign-in turned off", page.Text, StringComparison.Ordinal);
        Assert.Contains("Her phone fell into the sea", page.Text, StringComparison.Ordinal);
        // The person was added once; keys and recovery codes are no people.
        Assert.Equal(1,
            page.Document.QuerySelectorAll("section[aria-labelledby=changes] .item")
                .Count(item => item.TextContent.Contains("Was added", StringComparison.Ordinal)));
        var trail = await admin.GetAsync($"/administration/audit?of={id}&kind=Removed");
        Assert.Equal(
            ["two-step sign-in: key of the app", "two-step sign-in: recovery codes"],
            trail.Document.QuerySelectorAll(".trail .what a").Select(link => link.TextContent).Order(StringComparer.Ordinal));
        Assert.Equal(302, (await device.GetAsync("/account")).Status);
        Assert.Equal("/", (await app.TryAsync(person.Number, Cast.Password)).Location);
        Assert.Contains(await app.ToldAsync(person),
            told => told.Contains($"{Cast.Admin.Name} turned it off. Reason: Her phone fell into the sea.", StringComparison.Ordinal));
        var entry = await app.ReadAsync("North",
            db => db.AuditEntries.SingleAsync(entry => entry.ThingId == id && entry.Thing == nameof(Member) && entry.Reason != null));
        Assert.Equal((Cast.Admin.Name, "Her phone fell into the sea"), (entry.ActorName, entry.Reason));
    }

    [Fact]
    public async Task Nobody_takes_off_their_own_here()
    {
        var (admin, key, _) = await app.SomebodyWithSecondStepAsync("North", Role.Admin);
        var (visitor, question) = await app.HalfwayAsync(admin);
        await question.AnswerAsync(app.CodeOf(key));
        var id = (await app.FindAsync(admin)).Id;
        Assert.Equal($"/people/{id}", (await visitor.GetAsync($"/people/{id}/two-step")).Location);
        var answer = await visitor.PostAsync($"/people/{id}/two-step", Filled);
        Assert.Contains(
            "This is your own account. Ask another admin or a platform operator to turn it off.", answer.Text, StringComparison.Ordinal);
        Assert.True((await app.FindAsync(admin)).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_reason_and_the_admins_own_password_are_asked_for()
    {
        var (person, _, _) = await app.SomebodyWithSecondStepAsync();
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{(await app.FindAsync(person)).Id}/two-step");
        Assert.Equal(["Input_Reason: Write the reason. The person reads it too.", "Input_Password: Write your current password."],
            (await page.SubmitAsync([])).Errors);
        Assert.Equal(["Input_Password: That is not your current password."],
            (await page.SubmitAsync(new(Filled) { ["Input.Password"] = "wrong password" })).Errors);
        Assert.True((await app.FindAsync(person)).TwoFactorEnabled);
    }

    [Fact]
    public async Task Another_residences_admin_finds_nobody()
    {
        var (person, _, _) = await app.SomebodyWithSecondStepAsync("South");
        Assert.Equal(404,
            (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{(await app.FindAsync(person)).Id}/two-step", Filled)).Status);
    }

    [Fact]
    public async Task A_new_email_of_somebody_who_has_joined_takes_the_password_and_both_addresses_are_told()
    {
        var person = await app.AddSomebodyAsync();
        var id = (await app.FindAsync(person)).Id;
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{id}/edit");
        Assert.Null(page.Document.QuerySelector("[name='Input.Password']"));
        var asked = await page.SubmitAsync(new() { ["Input.Mail"] = "new@post.example" });
        Assert.Equal(["Input_Password: Their sign-in links go to this email. Write your own password to change it."], asked.Errors);
        Assert.Equal(["Input_Password: That is not your current password."],
            (await asked.SubmitAsync(new() { ["Input.Password"] = "wrong password" })).Errors);
        Assert.Equal(person.Email, (await app.FindAsync(person)).Email);
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.Password"] = Cast.Password })).Status);
        Assert.Equal("new@post.example", (await app.FindAsync(person)).Email);
        Assert.Contains(await app.ToldAsync(person),
            told =>
                told.Contains($"Links to sign in now go to new@post.example. Until now it was {person.Email}.", StringComparison.Ordinal));
        var addresses = await app.ReadAsync("North", db => db.OutboxMails.Select(mail => mail.Address).ToListAsync());
        Assert.Equal(["new@post.example", person.Email], addresses.Order(StringComparer.Ordinal));
    }
}
