using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Tests.Features.People.Roles;

/// <summary>Pantry heads appoint and relieve the tea manager of their own floor, and nothing else.</summary>
public sealed class TeaManagerTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<string> AddressAsync(Person person) => $"/people/{await app.IdAsync(person)}/tea-manager";

    private async Task<WebPage> PostAsync(Person by, Person person, string appoint = "true") =>
        await (await app.SignInAsync(by)).PostAsync(await AddressAsync(person), new() { ["Input.Appoint"] = appoint });

    [Fact]
    public async Task A_head_appoints_and_relieves_and_it_counts_from_the_next_request()
    {
        var person = await app.NewAsync();
        var head = await app.SignInAsync(Cast.Head);
        var there = await app.SignInAsync(person);
        Assert.Contains("Make tea manager", (await head.GetAsync($"/people/{await app.IdAsync(person)}")).Text, StringComparison.Ordinal);

        Assert.Equal(302, (await (await head.GetAsync(await AddressAsync(person))).SubmitAsync([])).Status);
        Assert.Equal(Role.TeaManager, (await app.ReadAsync(person)).Role);
        Assert.Equal("You are a tea manager", (await there.GetAsync("/help/rights")).Answer);
        Assert.Contains(await app.TrailAsync(await app.IdAsync(person)),
            entry => entry.ActorName == Cast.Head.Name && entry.After!.Contains("TeaManager", StringComparison.Ordinal));

        Assert.Equal(302, (await (await head.GetAsync(await AddressAsync(person))).SubmitAsync([])).Status);
        Assert.Equal("You are a member", (await there.GetAsync("/help/rights")).Answer);
    }

    [Fact]
    public async Task The_form_sent_twice_changes_once()
    {
        var person = await app.NewAsync();
        Assert.Equal(302, (await PostAsync(Cast.Head, person)).Status);
        var entries = (await app.TrailAsync(await app.IdAsync(person))).Count;
        Assert.Equal(302, (await PostAsync(Cast.Head, person)).Status);
        Assert.Equal(
            (Role.TeaManager, entries), ((await app.ReadAsync(person)).Role, (await app.TrailAsync(await app.IdAsync(person))).Count));
    }

    [Fact]
    public async Task Another_floor_another_tenant_and_the_deactivated_are_unknown()
    {
        Assert.Equal(404, (await PostAsync(Cast.Head, Cast.OtherFloorMember)).Status);
        Assert.Equal(404, (await PostAsync(Cast.Head, Cast.OtherTenantMember)).Status);
        Assert.Equal(404, (await PostAsync(Cast.Admin, Cast.OtherTenantMember)).Status);
        Assert.Equal(Role.Member, (await app.ReadAsync(Cast.OtherFloorMember)).Role);
        Assert.Equal(Role.Member, (await app.ReadAsync(Cast.OtherTenantMember)).Role);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Other_roles_and_the_own_one_are_not_for_heads_to_change(string appoint)
    {
        var other = await app.NewAsync(role: Role.PantryHead);
        Assert.Contains("Only admins change that role", (await PostAsync(Cast.Head, other, appoint)).Text, StringComparison.Ordinal);
        var own = await PostAsync(Cast.Head, Cast.Head, appoint);
        Assert.Contains("This is your own account. Ask an admin to change your role.", own.Text, StringComparison.Ordinal);
        Assert.Contains("Only admins change that role", (await PostAsync(Cast.Admin, other, appoint)).Text, StringComparison.Ordinal);
        Assert.Equal((Role.PantryHead, Role.PantryHead), ((await app.ReadAsync(other)).Role, (await app.ReadAsync(Cast.Head)).Role));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PantryHead")]
    public async Task A_form_that_says_neither_changes_nothing(string appoint)
    {
        var before = await Rows.ReadAsync(app.Database);
        var answer = await PostAsync(Cast.Head, Cast.TeaManager, appoint);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("Input_Appoint:", Assert.Single(answer.Errors), StringComparison.Ordinal);
        if (appoint == "")
            Assert.Contains(
                "Something went wrong with this form. Nothing was changed. Open it again.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
        Assert.Equal(Role.TeaManager, (await app.ReadAsync(Cast.TeaManager)).Role);
    }

    [Fact]
    public async Task Members_and_tea_managers_appoint_nobody()
    {
        Assert.Equal(403, (await PostAsync(Cast.Member, Cast.Member)).Status);
        Assert.Equal(403, (await PostAsync(Cast.TeaManager, Cast.Member)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/people/{await app.IdAsync(Cast.Member)}/role")).Status);
    }
}
