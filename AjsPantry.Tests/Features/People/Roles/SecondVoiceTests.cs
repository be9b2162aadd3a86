using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.People.Roles;

/// <summary>What is about an admin takes two of them, and nothing less.</summary>
public sealed class SecondVoiceTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private const string Missing =
        "Noted, but nothing changes yet. This is about an admin, so a second admin must agree. Ask another admin to do the same here within a day.";

    [Fact]
    public async Task A_link_for_another_admin_is_shown_when_a_second_one_asks_too_and_only_once()
    {
        var second = await AdminAsync();
        var third = await AdminAsync();
        var address = $"/people/{await app.IdAsync(third)}/access";
        var noted = await PostAsync(Cast.Admin, address);
        // Nothing is wrong: it reads as a note.
        Assert.Equal(Missing, noted.Document.QuerySelector(".callout.wait[role=status]")?.TextContent.Trim());
        Assert.Null(noted.Document.QuerySelector(".callout.bad"));
        // The same admin twice is one voice.
        Assert.Contains(Missing, (await PostAsync(Cast.Admin, address)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await LinksAsync(third));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await PostAsync(second, address)).Document.QuerySelector("#link"));
        Assert.Equal(1, await LinksAsync(third));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Missing, (await PostAsync(second, address)).Text, StringComparison.Ordinal);
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(third)}");
        Assert.Contains("Asked for by one admin: a link that is shown", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agreed by two admins: a link that is shown", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_lasts_a_day_and_is_for_exactly_what_was_wished()
    {
        var second = await AdminAsync();
        var third = await AdminAsync();
        var address = $"/people/{await app.IdAsync(third)}/edit";
        var stamp = (await app.ReadAsync(third)).ConcurrencyStamp!;
        Dictionary<string, string> To(string mail) =>
            new()
            {
                ["Input.Stamp"] = stamp,
                ["Input.Name"] = "Third",
                ["Input.Number"] = third.Number,
                ["Input.Mail"] = mail,
                ["Input.Password"] = Cast.Password
            };
        Assert.Contains(Missing, (await PostAsync(Cast.Admin, address, To("one@north.example"))).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Missing, (await PostAsync(second, address, To("two@north.example"))).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Contains(Missing, (await PostAsync(second, address, To("one@north.example"))).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(302, (await PostAsync(Cast.Admin, address, To("one@north.example"))).Status);
        Assert.Equal("one@north.example", (await app.ReadAsync(third)).Email);

        // The name is nobody's door.
        stamp = (await app.ReadAsync(third)).ConcurrencyStamp!;
        Assert.Equal(
            302, (await PostAsync(Cast.Admin, address, new(To("one@north.example")) { ["Input.Name"] = "Third of three" })).Status);
    }

    [Fact]
    public async Task An_admin_steps_down_alone_and_whoever_is_no_admin_any_more_has_no_voice()
    {
        var second = await AdminAsync();
        var third = await AdminAsync();
        await AdminAsync();
        var address = $"/people/{await app.IdAsync(third)}/deactivate";
        Assert.Contains(Missing, (await PostAsync(second, address, new() { ["Input.Reason"] = "Away" })).Text, StringComparison.Ordinal);
        Assert.Equal(302,
            (await PostAsync(
                second, $"/people/{await app.IdAsync(second)}/role", new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" })).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(
            Missing, (await PostAsync(Cast.Admin, address, new() { ["Input.Reason"] = "Away" })).Text, StringComparison.Ordinal);
        Assert.Null((await app.ReadAsync(third)).DeactivatedAt);
    }

    [Fact]
    public async Task Two_admins_make_a_third_together_and_nobody_alone()
    {
        var second = await AdminAsync();
        var rising = await app.NewAsync();
        var added = await PostAsync(Cast.Admin, "/people/add", new() { ["Input.Number"] = "SV-1", ["Input.Role"] = "Admin" });
        Assert.Equal(
            ["Input_Role: A second admin has to agree to a new admin. Add the person with another role, then change the role together."],
            added.Errors);
        var address = $"/people/{await app.IdAsync(rising)}/role";
        Assert.Contains(Missing, (await PostAsync(Cast.Admin, address, new() { ["Input.Role"] = "Admin" })).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(302, (await PostAsync(second, address, new() { ["Input.Role"] = "Admin" })).Status);
        Assert.Equal(Role.Admin, (await app.ReadAsync(rising)).Role);
    }

    [Fact]
    public async Task In_a_house_of_two_an_admin_reads_who_can_do_it_instead_and_nothing_is_noted()
    {
        var other = await app.NewAsync(floor: null, role: Role.Admin, name: "Zahra");
        var id = await app.IdAsync(other);
        var stamp = (await app.ReadAsync(other)).ConcurrencyStamp!;
        var admin = await app.SignInAsync(Cast.Admin);
        var before = await Rows.ReadAsync(app.Database);
        (string Page, Dictionary<string, string> Values, string Words)[] attempts =
        [
            ("edit", new() { ["Input.Stamp"] = stamp, ["Input.Name"] = "Zahra", ["Input.Number"] = "ZA-1" },
                "Zahra is the only other admin, so nobody can agree. Ask Zahra to change the number or email here."),
            ("role", new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" },
                "Zahra is the only other admin, so nobody can agree. Ask Zahra to change the role here."),
            ("deactivate", new() { ["Input.Reason"] = "Left" },
                "Zahra is the only other admin. Ask Zahra to give up the admin role first. Then deactivate the account."),
        ];
        foreach (var (page, values, words) in attempts)
            Assert.Contains(words, (await admin.PostAsync($"/people/{id}/{page}", values)).Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());

        // And the advice leads somewhere.
        Assert.Equal(
            302, (await PostAsync(other, $"/people/{id}/role", new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" })).Status);
        Assert.Equal(302, (await PostAsync(Cast.Admin, $"/people/{id}/deactivate", new() { ["Input.Reason"] = "Left" })).Status);
        Assert.NotNull((await app.ReadAsync(other)).DeactivatedAt);
    }

    [Fact]
    public async Task An_admin_comes_back_when_two_agree_and_the_first_reads_that_it_is_noted()
    {
        var second = await AdminAsync();
        var gone = await AdminAsync();
        var id = await app.IdAsync(gone);
        await app.ChangeMemberAsync(gone, member => member.DeactivatedAt = TestClock.Beginning);
        var noted = await PostAsync(Cast.Admin, $"/people/{id}/reactivate");
        Assert.Equal(($"/people/{id}", Missing), (noted.Location, (await noted.FollowAsync()).Toast));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(second, $"/people/{id}/reactivate");
        Assert.Null((await app.ReadAsync(gone)).DeactivatedAt);
    }

    [Fact]
    public async Task In_a_house_of_two_an_operator_is_the_second_voice_when_an_admin_asks()
    {
        var other = await AdminAsync();
        var visitor = await app.SignInAsync(Cast.Operator);
        var link = $"/platform/tenants/{Cast.TenantId("North")}/link";
        var place = $"/platform/tenants/{Cast.TenantId("North")}";
        Assert.Equal(302, (await visitor.GetAsync(link)).Status);
        Assert.Contains(
            "Noted, but nothing changes yet. This is about an admin, and no other admin can agree. Ask a platform operator to make the link within a day.",
            (await PostAsync(Cast.Admin, $"/people/{await app.IdAsync(other)}/access")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var residence = await visitor.GetAsync(place);
        Assert.Contains("An admin asks for a link for", residence.Text, StringComparison.Ordinal);
        Assert.Matches("used it in the last 24 hours$", residence.Answer);
        var question = await visitor.GetAsync(link);
        Assert.Equal($"A link for a new password for {(await app.ReadAsync(other)).Name}?", question.Answer);
        Assert.Contains("The old password works until the link is used.", question.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The old link", question.Text, StringComparison.Ordinal);
        var made = await question.SubmitAsync([]);
        Assert.Contains("choose a new password", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The old link", made.Text, StringComparison.Ordinal);
        Assert.Equal(1, await LinksAsync(other));
        Assert.Equal(302, (await visitor.GetAsync(link)).Status);
    }

    private Task<Person> AdminAsync() => app.NewAsync(floor: null, role: Role.Admin);

    /// <summary>In a fresh browser: a session does not last for as long as a wish.</summary>
    private async Task<WebPage> PostAsync(Person person, string address, Dictionary<string, string>? values = null) =>
        await (await app.SignInAsync(person, fresh: true)).PostAsync(address, values);

    private async Task<int> LinksAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync("North", db => db.Invitations.CountAsync(link => link.MemberId == id));
    }
}
