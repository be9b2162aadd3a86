using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People;

public sealed class EditMemberTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> OpenAsync(Person person) =>
        await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/edit");

    [Fact]
    public async Task A_new_number_and_address_are_the_ones_to_sign_in_with_and_end_no_session()
    {
        var person = await app.NewAsync();
        var id = await app.IdAsync(person);
        var there = await app.SignInAsync(person);
        var answer = await (await OpenAsync(person))
            .SubmitAsync(
                new()
                {
                    ["Input.Name"] = "Zehra",
                    ["Input.Number"] = "E-100",
                    ["Input.Mail"] = "Zehra@North.example",
                    ["Input.Phone"] = "+91 98000 00000",
                    ["Input.Password"] = Cast.Password
                });
        Assert.Equal(302, answer.Status);
        Assert.Contains("Zehra is saved.", (await answer.FollowAsync()).Toast, StringComparison.Ordinal);
        var member = await app.ReadAsync("North", db => db.Members.AsNoTracking().SingleAsync(member => member.Id == id));
        Assert.Equal((Member.UserNameOf(Cast.TenantId("North"), "E-100").ToUpperInvariant(), "ZEHRA@NORTH.EXAMPLE", "+91 98000 00000"),
            (member.NormalizedUserName, member.NormalizedEmail, member.PhoneNumber));
        Assert.Equal(200, (await there.GetAsync("/account")).Status);
        await app.SignInAsync(person with { Number = "E-100" }, fresh: true);
        Assert.Contains("Name from", (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        var person = await app.NewAsync();
        var before = await app.TrailAsync(await app.IdAsync(person));
        Assert.Equal(302, (await (await OpenAsync(person)).SubmitAsync([])).Status);
        Assert.Equal(before.Count, (await app.TrailAsync(await app.IdAsync(person))).Count);
    }

    [Fact]
    public async Task A_number_or_address_of_somebody_else_is_refused_at_its_field()
    {
        var person = await app.NewAsync();
        var number = await (await OpenAsync(person)).SubmitAsync(new() { ["Input.Number"] = "n1-head", ["Input.Phone"] = "022 1234" });
        Assert.StartsWith(
            "Input_Number: n1-head is already the number of North Pantry head 1", Assert.Single(number.Errors), StringComparison.Ordinal);
        Assert.Equal("022 1234", number.Value("Input.Phone"));
        var mail = await (await OpenAsync(person))
            .SubmitAsync(new() { ["Input.Mail"] = Cast.Head.Email, ["Input.Password"] = Cast.Password });
        Assert.StartsWith("Input_Mail:", Assert.Single(mail.Errors), StringComparison.Ordinal);
        var blank = await (await OpenAsync(person)).SubmitAsync(new() { ["Input.Name"] = " " });
        Assert.Equal(["Input_Name: Write the name."], blank.Errors);
    }

    [Theory]
    [InlineData("E-300", "", "Number", "Somebody else just got this number. Check the list of people.")]
    [InlineData("E-301", "e300@north.example", "Mail", "Somebody else just got this email. Check the list of people.")]
    public async Task What_was_given_away_meanwhile_is_refused_at_its_field(string number, string mail, string field, string message)
    {
        var person = await app.NewAsync(name: "Slower");
        var before = await app.ReadAsync(person);
        EditMember.Input input =
            new()
            {
                Stamp = before.ConcurrencyStamp,
                Name = "Slower",
                Number = "E-300",
                Mail = "E300@north.example",
                Password = Cast.Password
            };
        var outcome = await app.ActingAsync(Cast.Admin, services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(() => app.InviteAsync(number, mail == "" ? null : mail));
            return services.GetRequiredService<EditMember.Handler>().HandleAsync(before.Id, input, CancellationToken.None);
        });
        Assert.Equal([new(field, message)], outcome!.Messages);
        var after = await app.ReadAsync(person);
        Assert.Equal((before.Email, before.ConcurrencyStamp), (after.Email, after.ConcurrencyStamp));
    }

    [Fact]
    public async Task The_second_of_two_who_edit_at_once_sees_both_and_decides()
    {
        var person = await app.NewAsync();
        var mine = await OpenAsync(person);
        var theirs = await OpenAsync(person);
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.Name"] = "Theirs" })).Status);
        var answer = await mine.SubmitAsync(new() { ["Input.Name"] = "Mine" });
        Assert.Equal("Someone else saved first", answer.Answer);
        Assert.Contains("Theirs", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Mine", answer.Value("Input.Name"));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal("Mine", (await app.ReadAsync(person)).Name);
    }

    [Fact]
    public async Task Who_goes_by_the_number_goes_by_the_new_one()
    {
        var person = await app.NewAsync(joined: false, name: "N-7");
        await app.ReadAsync("North", async db =>
        {
            (await db.Members.SingleAsync(member => member.Number == person.Number)).Name = person.Number;
            return await db.SaveChangesAsync();
        });
        await (await OpenAsync(person)).SubmitAsync(new() { ["Input.Number"] = "E-200" });
        Assert.Equal("E-200", (await app.ReadAsync(person with { Number = "E-200" })).Name);
    }
}
