using AjsPantry.Features.People.Directory;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Directory;

public sealed class AddMemberTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> AddAsync(
        string number, string? mail = null, string? name = null, string floor = "1", Role role = Role.Member, Person? by = null)
    {
        var page = await (await app.SignInAsync(by ?? Cast.Admin)).GetAsync("/people/add");
        return await page.SubmitAsync(
            new()
            {
                ["Input.Number"] = number,
                ["Input.Mail"] = mail ?? "",
                ["Input.Name"] = name ?? "",
                ["Input.Floor"] = floor,
                ["Input.Role"] = role.ToString()
            });
    }

    private Task<Member> MemberAsync(string number) =>
        app.ReadAsync("North", db => db.Members.AsNoTracking().SingleAsync(member => member.Number == number));

    [Fact]
    public async Task Somebody_new_has_no_password_and_the_link_is_shown_once_and_only_in_the_answer()
    {
        var answer = await AddAsync(" 4711 ", mail: "New@North.Example", name: " Amina  Demo ", role: Role.TeaManager, floor: "2");
        Assert.Equal(200, answer.Status);
        var link = answer.Document.QuerySelector("#link")!.TextContent;
        Assert.StartsWith("https://localhost/join/", link, StringComparison.Ordinal);
        // No cookie is filled; the empty one that clears an old message may be there.
        Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [],
            cookie => Assert.Contains("=; expires=Thu, 01 Jan 1970", cookie, StringComparison.Ordinal));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/4711")).Status);
        Assert.Empty((await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/add")).Document.QuerySelectorAll("#link"));

        var member = await MemberAsync("4711");
        Assert.Equal(
            ("Amina Demo", Member.UserNameOf(Cast.TenantId("North"), "4711").ToUpperInvariant(), "NEW@NORTH.EXAMPLE", Role.TeaManager),
            (member.Name, member.NormalizedUserName, member.NormalizedEmail, member.Role));
        Assert.Null(member.PasswordHash);
        Assert.Equal((await app.FloorAsync("North", 2)).Id, member.FloorId);
        var invitation = await app.ReadAsync("North", db => db.Invitations.SingleAsync(invitation => invitation.MemberId == member.Id));
        Assert.Equal(InvitationKind.Join, invitation.Kind);
        var added = Assert.Single(await app.TrailAsync(member.Id));
        Assert.Equal(("Added", Cast.Admin.Name), (added.Kind, added.ActorName));
    }

    [Fact]
    public async Task Without_a_name_people_go_by_their_number_until_they_join()
    {
        Assert.Contains("Member 4712 can join", (await AddAsync("4712")).Answer, StringComparison.Ordinal);
        Assert.Equal("4712", (await MemberAsync("4712")).Name);
        Assert.Null((await MemberAsync("4712")).Email);
    }

    [Fact]
    public async Task Where_the_tenant_has_a_domain_the_address_follows_from_the_number()
    {
        await SetDomainAsync("post.example");
        try
        {
            Assert.Contains(
                "post.example", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/add")).Text, StringComparison.Ordinal);
            await AddAsync("4713");
            await AddAsync("4714", mail: "own@else.example");
        }
        finally
        {
            await SetDomainAsync(null);
        }

        Assert.Equal("4713@post.example", (await MemberAsync("4713")).Email);
        Assert.Equal("own@else.example", (await MemberAsync("4714")).Email);
    }

    [Fact]
    public async Task An_admin_has_no_floor_whatever_the_form_says()
    {
        await AddAsync("4715", role: Role.Admin, floor: "1");
        Assert.Null((await MemberAsync("4715")).FloorId);
    }

    [Theory]
    [InlineData("\uFF14\uFF18\u2011\uFF11\u200B", "48-1")]
    [InlineData("\u0664\u0668\u0662", "482")]
    public async Task A_number_is_kept_in_one_form_however_it_was_typed(string typed, string kept)
    {
        await AddAsync(typed);
        Assert.Equal(kept, (await MemberAsync(kept)).Number);
    }

    public static TheoryData<string> Unsendable =>
    [
        "a@b..c", "a..b@demo.example", ".a@demo.example", "a.@demo.example", "z6@-demo.example", "z6@demo-.example",
        $"{new string('x', 65)}@demo.example",
        $"z7@{new string('d', 64)}.example", "a@[127.0.0.1]", "a@127.0.0.1", "a@demo", "a@b@demo.example", "\"a b\"@demo.example",
        "a,b@demo.example",
        "Asha <a@demo.example>",
    ];

    [Theory]
    [MemberData(nameof(Unsendable))]
    public async Task An_address_that_no_mail_program_can_send_to_is_refused(string mail)
    {
        var answer = await AddAsync("4721", mail);
        Assert.Equal(["Input_Mail: Write the whole email address, such as 1013@noor.example, or leave it empty."], answer.Errors);
        Assert.Equal(mail, answer.Value("Input.Mail"));
    }

    [Theory]
    [InlineData("a@demo.example")]
    [InlineData("first.last+tag@mail.demo.example")]
    [InlineData("o'brien_1@demo-house.example")]
    [InlineData("\u0906\u0936\u093E@\u0921\u0947\u092E\u094B.example")]
    public void An_address_that_mail_programs_take_is_taken(string mail) => Assert.True(MailAddressRule.Holds(mail));

    [Theory]
    [InlineData("N1-HEAD", "", "Input_Number: N1-HEAD is already the number of North Pantry head 1 on Floor 1.")]
    [InlineData(
        "4716", "N1-Head@north.example", "Input_Mail: N1-Head@north.example is already the email of North Pantry head 1 on Floor 1.")]
    [InlineData("", "", "Input_Number: Write the member number.")]
    [InlineData("47 16", "", "Input_Number: Use only letters, digits, dots and hyphens.")]
    [InlineData("47/16", "", "Input_Number: Use only letters, digits, dots and hyphens.")]
    [InlineData("4716", "not an address", "Input_Mail: Write the whole email address, such as 1013@noor.example, or leave it empty.")]
    public async Task What_cannot_be_is_said_at_its_field_and_the_typing_stays(string number, string mail, string message)
    {
        var answer = await AddAsync(number, mail, name: "Kept Name");
        Assert.Equal([message], answer.Errors);
        Assert.Equal("Kept Name", answer.Value("Input.Name"));
        Assert.Equal("Who is new?", answer.Answer);
        Assert.False(await app.ReadAsync("North", db => db.Members.AnyAsync(member => member.Name == "Kept Name")));
    }

    [Theory]
    [InlineData("", "Choose where the person lives.")]
    [InlineData("9", "That one is archived. Choose another.")]
    public async Task A_floor_that_is_not_there_is_refused(string floor, string message)
    {
        var answer = await AddAsync("4717", floor: floor);
        Assert.Equal([$"Input_Floor: {message}"], answer.Errors);
        Assert.Equal("4717", answer.Value("Input.Number"));
        Assert.False(await app.ReadAsync("North", db => db.Members.AnyAsync(member => member.Number == "4717")));
    }

    [Fact]
    public async Task Nobody_new_lives_on_a_floor_that_was_archived_while_the_form_was_open()
    {
        var floor = await app.NewFloorAsync();
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/add");
        await TestServer.WriteAsync(app.Database, $"UPDATE floors SET archived_at = '2026-03-15T09:00:00Z' WHERE id = '{floor.Id}'");
        var answer = await page.SubmitAsync(new() { ["Input.Number"] = "4724", ["Input.Floor"] = $"{floor.Number}" });
        Assert.Equal(["Input_Floor: That one is archived. Choose another."], answer.Errors);
        Assert.False(await app.ReadAsync("North", db => db.Members.AnyAsync(member => member.Number == "4724")));
    }

    [Theory]
    [InlineData("4721", "theirs@north.example", "Number", "Somebody else just got this number. Check the list of people.")]
    [InlineData("4722", "mine@north.example", "Mail", "Somebody else just got this email. Check the list of people.")]
    public async Task What_was_given_away_meanwhile_is_told_at_its_field(string number, string mail, string field, string message)
    {
        var outcome = await app.ActingAsync(Cast.Admin, services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(() => app.InviteAsync(number, mail, "Quicker"));
            AddMember.Input input = new() { Number = "4721", Name = "Slower", Mail = "mine@north.example", Floor = 1 };
            return services.GetRequiredService<AddMember.Handler>().HandleAsync(input, CancellationToken.None);
        });
        Assert.Equal([new(field, message)], outcome.Messages);
        Assert.Equal("Quicker", (await MemberAsync(number)).Name);
        Assert.False(await app.ReadAsync("North", db => db.Members.AnyAsync(member => member.Name == "Slower")));
        var invitations = await app.ReadAsync("North", db => db.Invitations.CountAsync());
        Assert.Equal(1, invitations);
    }

    [Fact]
    public async Task Nobody_is_made_an_operator() =>
        Assert.Equal(["Input_Role: Choose one of the roles."], (await AddAsync("4718", role: Role.Operator)).Errors);

    [Fact]
    public async Task Two_tenants_may_use_the_same_number()
    {
        Assert.NotNull((await AddAsync("4719")).Document.QuerySelector("#link"));
        Assert.NotNull((await AddAsync("4719", by: Cast.OtherTenantAdmin)).Document.QuerySelector("#link"));
    }

    [Fact]
    public async Task The_same_number_sent_twice_at_once_makes_one_person()
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/add");
        var values = new Dictionary<string, string> { ["Input.Number"] = "4720", ["Input.Floor"] = "1" };
        var answers = await Task.WhenAll(page.SubmitAsync(values), page.SubmitAsync(values), page.SubmitAsync(values));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers, answer => answer.Errors.Count == 0);
        Assert.Equal("4720", (await MemberAsync("4720")).Number);
    }

    private Task<int> SetDomainAsync(string? domain) => app.ReadAsync("North", async db =>
    {
        (await db.Tenants.SingleAsync()).MailDomain = domain;
        return await db.SaveChangesAsync();
    });
}
