using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.People.Import;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.People.Access;

/// <summary>With a mail server links go to those they are for, and nobody else sees them.</summary>
public sealed class MailedLinksTests(MailApp app) : IClassFixture<MailApp>
{
    private const string Password = "kettle-window-cloud";

    [Fact]
    public async Task Somebody_new_with_an_address_is_mailed_the_link_and_joins_with_it()
    {
        var answer = await AddAsync("5101", "asha@post.example");
        Assert.Contains("on its way to asha@post.example", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", answer.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await app.DrainAsync();
        var mail = Assert.Single(app.Post.To("asha@post.example"));
        Assert.Equal("Your account in the pantry of North House", mail.Subject);
        Assert.Contains("Your member number is 5101.", mail.TextBody, StringComparison.Ordinal);
        var page = await app.Visit().GetAsync(MailApp.PathIn(mail));
        Assert.Equal("/", (await page.SubmitAsync(new() { ["Input.Password"] = Password })).Location);
    }

    [Fact]
    public async Task Somebody_without_an_address_gets_it_by_hand_as_ever()
    {
        var answer = await AddAsync("5102", "");
        Assert.StartsWith(MailApp.Address + "/join/", answer.Document.QuerySelector("#link")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_may_have_the_link_shown_because_the_address_is_wrong()
    {
        var person = await app.AddSomebodyAsync();
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/access");
        Assert.Contains($"A link goes to {person.Email}.", page.Text, StringComparison.Ordinal);
        Assert.Contains($"on its way to {person.Email}", (await page.SubmitAsync([])).Text, StringComparison.Ordinal);
        var shown = await (await page.SubmitAsync([])).SubmitAsync(new() { ["byHand"] = "true" });
        Assert.Contains("/join/", shown.Document.QuerySelector("#link")!.TextContent, StringComparison.Ordinal);
        await app.DrainAsync();
        var mail = Assert.Single(app.Post.To(person.Email));
        Assert.Contains("An admin of North House made this link", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(404, (await app.Visit().GetAsync(MailApp.PathIn(mail))).Status);
    }

    [Fact]
    public async Task A_whole_list_is_mailed_where_there_are_addresses_and_printed_where_not()
    {
        var result = await app.CarryOutAsync(
            await app.CheckAsync("Number,Name,Mail\n5201,Asha,5201@post.example\n5202,Bela,\n5203,Chand,5203@post.example"));
        var place = result.Document.QuerySelector(".acts .btn-primary")!.GetAttribute("href")!;
        var links = await (await app.SignInAsync(Cast.Admin)).GetAsync(place);
        var sheet = await links.SubmitAsync(new() { ["mail"] = "true" });
        Assert.Equal("2 are on their way by mail; print this invitation now", sheet.Answer);
        Assert.Equal("Bela", Assert.Single(sheet.Document.QuerySelectorAll(".invites .to b")).TextContent);
        await app.DrainAsync();
        foreach (var number in (string[])["5201", "5203"])
            Assert.Contains(number, Assert.Single(app.Post.To($"{number}@post.example")).TextBody, StringComparison.Ordinal);
        Assert.Equal(3,
            (await (await (await app.SignInAsync(Cast.Admin)).GetAsync(place)).SubmitAsync([])).Document
                .QuerySelectorAll(".invites .to b").Length);
    }

    [Fact]
    public async Task The_first_admin_of_a_residence_is_mailed_and_the_operator_may_have_the_link_shown()
    {
        var form = await (await app.SignInAsync(Cast.Operator)).GetAsync("/platform/tenants/new");
        var id = form.Value("Input.SubmissionId");
        var made = await form.SubmitAsync(new()
        {
            ["Input.Name"] = "Gulshan House",
            ["Input.Code"] = "gulshan",
            ["Input.TimeZone"] = "Asia/Karachi",
            ["Input.Currency"] = "PKR",
            ["Input.Floors"] = "2",
            ["Input.AdminName"] = "First Admin",
            ["Input.AdminNumber"] = "7001",
            ["Input.AdminMail"] = "first@gulshan.example",
        });
        Assert.Contains("on its way to first@gulshan.example", made.Text, StringComparison.Ordinal);
        Assert.Null(made.Document.QuerySelector("#link"));
        var again = await (await app.SignInAsync(Cast.Operator)).GetAsync($"/platform/tenants/{id}/link");
        Assert.Contains("It goes to first@gulshan.example.", again.Text, StringComparison.Ordinal);
        Assert.NotNull((await again.SubmitAsync(new() { ["byHand"] = "true" })).Document.QuerySelector("#link"));
    }

    [Fact]
    public async Task A_person_who_was_not_saved_is_not_mailed()
    {
        var before = await app.ReadAsync("North", db => db.Set<OutboxMail>().CountAsync());
        Assert.NotEmpty((await AddAsync(Cast.Member.Number, "late@post.example")).Errors);
        Assert.Equal(before, await app.ReadAsync("North", db => db.Set<OutboxMail>().CountAsync()));
    }

    private async Task<WebPage> AddAsync(string number, string mail)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/add");
        return await page.SubmitAsync(
            new()
            {
                ["Input.Number"] = number,
                ["Input.Name"] = "Asha",
                ["Input.Mail"] = mail,
                ["Input.Role"] = nameof(Role.Member),
                ["Input.Floor"] = "1"
            });
    }
}
