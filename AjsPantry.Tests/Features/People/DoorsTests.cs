using AjsPantry.Tests.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.People;

/// <summary>Who may open which page about people, and who is not told that it exists.</summary>
public sealed class DoorsTests(PantryApp app) : IClassFixture<PantryApp>
{
    public static readonly TheoryData<string> OfMembers = ["", "/edit", "/role", "/move", "/deactivate", "/access", "/hand-over"];

    public static readonly TheoryData<string> OfRooms = ["", "/edit", "/archive", "/move-in", "/label"];

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/add")]
    [InlineData("/people/rooms")]
    [InlineData("/people/rooms/add")]
    public async Task Nobody_gets_in_without_signing_in(string address)
    {
        var page = await app.Visit().GetAsync(address);
        Assert.Equal(302, page.Status);
        Assert.StartsWith("/sign-in", page.Location, StringComparison.Ordinal);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync(address)).Status);
    }

    [Theory]
    [MemberData(nameof(OfMembers))]
    public async Task A_person_is_managed_by_the_own_admin_only(string page)
    {
        var address = $"/people/{await app.IdAsync(Cast.Member)}{page}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantAdmin)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{Guid.NewGuid()}{page}")).Status);
        Assert.Equal(page == "" ? 200 : 403, (await (await app.SignInAsync(Cast.Head)).GetAsync(address)).Status);
        Assert.Equal(page == "" ? 404 : 403, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("/reactivate")]
    [InlineData("/sessions")]
    [InlineData("/role")]
    [InlineData("/move")]
    [InlineData("/deactivate")]
    [InlineData("/access")]
    [InlineData("/hand-over")]
    [InlineData("/edit")]
    public async Task A_form_sent_by_hand_meets_the_same_doors(string page)
    {
        var address = $"/people/{await app.IdAsync(Cast.Member)}{page}";
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Head)).PostAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantAdmin)).PostAsync(address)).Status);
        Assert.Equal(400, (await (await app.SignInAsync(Cast.Admin)).PostBlindlyAsync(address)).Status);
    }

    [Theory]
    [MemberData(nameof(OfRooms))]
    public async Task A_room_is_managed_by_the_own_head_and_admin_only(string page)
    {
        var address = $"/people/rooms/{await app.NewRoomAsync("Door " + Guid.NewGuid())}{page}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Head)).GetAsync(address)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=1")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(page == "" ? 200 : 403, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/people/rooms/{Guid.NewGuid()}{page}")).Status);
    }

    [Theory]
    [InlineData("/people/rooms/add")]
    [InlineData("/people/add")]
    public async Task Only_those_with_the_right_add(string address)
    {
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.TeaManager)).PostAsync(address)).Status);
        Assert.Equal(address == "/people/add" ? 403 : 200, (await (await app.SignInAsync(Cast.Head)).GetAsync(address)).Status);
    }

    [Fact]
    public async Task Who_moves_to_another_floor_sees_that_floor_and_no_longer_the_old_one_at_the_next_click()
    {
        var person = await app.AddSomebodyAsync();
        var visitor = await app.SignInAsync(person, fresh: true);
        var room = await app.NewRoomAsync("Left behind");
        var before = await visitor.GetAsync("/people");
        Assert.Contains(Cast.Head.Name, before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.OtherFloorHead.Name, before.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.GetAsync($"/people/rooms/{room}")).Status);

        var form = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/move");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Floor"] = "2" })).Status);
        var after = await visitor.GetAsync("/people");
        Assert.Contains(Cast.OtherFloorHead.Name, after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Head.Name, after.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.GetAsync($"/people/rooms/{room}")).Status);
        foreach (var list in (string[])["/people", "/people/rooms"])
            Assert.Contains("Floor 2", (await visitor.GetAsync(list)).Text, StringComparison.Ordinal);
    }
}
