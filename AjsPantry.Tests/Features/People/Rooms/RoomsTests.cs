using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Rooms;

public sealed class RoomsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private Task<List<RoomStay>> StaysAsync(Guid room) =>
        app.ReadAsync(
            "North", db => db.Set<RoomStay>().AsNoTracking().Where(stay => stay.RoomId == room).OrderBy(stay => stay.Id).ToListAsync());

    [Fact]
    public async Task A_head_makes_a_room_and_is_led_to_who_lives_in_it()
    {
        var answer = await (await (await Head).GetAsync("/people/rooms/add"))
            .SubmitAsync(new() { ["Input.Name"] = " Room  104 ", ["Input.Label"] = "104" });
        var next = await answer.FollowAsync();
        Assert.Equal("Who moves into Room 104?", next.Answer);
        Assert.Equal("/people/rooms/add", next.Document.QuerySelector(".toast-line a")!.GetAttribute("href"));
        Assert.Contains("Room 104", (await (await Head).GetAsync("/people/rooms")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Room 104", (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/people/rooms")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Input_Name: Write the name.")]
    [InlineData("Fine", "much too long a label", "Input_Label: A label can have 10 characters at most.")]
    public async Task A_room_without_a_name_or_with_a_long_label_is_refused(string name, string label, string message)
    {
        var answer = await (await (await Head).GetAsync("/people/rooms/add"))
            .SubmitAsync(new() { ["Input.Name"] = name, ["Input.Label"] = label });
        Assert.Equal([message], answer.Errors);
        Assert.Equal(label, answer.Value("Input.Label"));
    }

    [Fact]
    public async Task A_name_is_one_rooms_on_a_floor_until_the_room_is_archived()
    {
        var first = await app.NewRoomAsync("Twin room");
        await app.NewRoomAsync("Twin room", floor: 2);
        var page = await (await Head).GetAsync("/people/rooms/add");
        Assert.Equal(["Input_Name: This name is already used. Choose another name."],
            (await page.SubmitAsync(new() { ["Input.Name"] = "TWIN room" })).Errors);
        var other = await app.NewRoomAsync("Other room");
        var rename = await (await (await Head).GetAsync($"/people/rooms/{other}/edit")).SubmitAsync(new() { ["Input.Name"] = "twin ROOM" });
        Assert.StartsWith("Input_Name:", Assert.Single(rename.Errors), StringComparison.Ordinal);
        await (await (await Head).GetAsync($"/people/rooms/{first}/archive")).SubmitAsync([]);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Name"] = "Twin room" })).Status);
    }

    [Fact]
    public async Task The_second_of_two_who_rename_at_once_sees_both()
    {
        var id = await app.NewRoomAsync("Race room");
        var mine = await (await Head).GetAsync($"/people/rooms/{id}/edit");
        var theirs = await (await Head).GetAsync($"/people/rooms/{id}/edit");
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.Name"] = "Their room" })).Status);
        var answer = await mine.SubmitAsync(new() { ["Input.Name"] = "My room" });
        Assert.Contains("They saved the name Their room", answer.Text, StringComparison.Ordinal);
        Assert.Equal("My room", answer.Value("Input.Name"));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal("My room", (await app.ReadAsync("North", db => db.Set<Room>().SingleAsync(room => room.Id == id))).Name);
    }

    [Fact]
    public async Task People_move_in_and_out_may_have_two_rooms_and_are_never_twice_in_one()
    {
        var person = await app.NewAsync();
        var id = await app.IdAsync(person);
        var one = await app.NewRoomAsync("One");
        var two = await app.NewRoomAsync("Two");
        var page = await (await Head).GetAsync($"/people/rooms/{one}/move-in");
        Assert.Contains($"New {person.Number}", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Input_People: Tick at least one person."], (await page.SubmitAsync([])).Errors);
        var values = new Dictionary<string, string> { ["Input.People"] = id.ToString() };
        var answers = await Task.WhenAll(page.SubmitAsync(values), page.SubmitAsync(values));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single(await StaysAsync(one));
        Assert.Contains("Lives in One", (await (await Head).GetAsync($"/people/rooms/{two}/move-in")).Text, StringComparison.Ordinal);
        await (await (await Head).GetAsync($"/people/rooms/{two}/move-in")).SubmitAsync(values);
        Assert.Single(await StaysAsync(two));

        var left = await (await (await Head).GetAsync($"/people/rooms/{one}")).SubmitAsync([], "section[aria-labelledby=now] form");
        var room = await left.FollowAsync();
        Assert.Contains("Who lived here before", room.Text, StringComparison.Ordinal);
        Assert.Equal(TestClock.Beginning, Assert.Single(await StaysAsync(one)).Until);
        Assert.Null(Assert.Single(await StaysAsync(two)).Until);
        await page.SubmitAsync(values);
        Assert.Equal(2, (await StaysAsync(one)).Count);
    }

    [Fact]
    public async Task Only_active_people_of_the_floor_move_in()
    {
        var room = await app.NewRoomAsync("Closed circle");
        var page = await (await Head).GetAsync($"/people/rooms/{room}/move-in");
        foreach (var stranger in new[] { Cast.OtherFloorMember, Cast.Admin, Cast.OtherTenantMember })
        {
            var answer = await page.SubmitAsync(new() { ["Input.People"] = (await app.IdAsync(stranger)).ToString() });
            Assert.Equal(
                ["Input_People: Somebody you chose no longer lives here. The list below is up to date."], answer.Errors);
        }

        Assert.Empty(await StaysAsync(room));
        Assert.Equal(404,
            (await (await Head).PostAsync(
                $"/people/rooms/{room}/move-out", new() { ["memberId"] = (await app.IdAsync(Cast.Member)).ToString() })).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/people/rooms/{room}/move-out")).Status);
    }

    [Fact]
    public async Task Who_lives_there_decides_where_to_go_before_a_room_is_archived()
    {
        var person = await app.NewAsync();
        var both = await app.NewAsync();
        var old = await app.NewRoomAsync("Old room", 1, person, both);
        var next = await app.NewRoomAsync("Next room", 1, both);
        var page = await (await Head).GetAsync($"/people/rooms/{old}/archive");
        Assert.Equal(["Input_MoveTo: 2 people live here. Choose where they go."], (await page.SubmitAsync([])).Errors);
        var upstairs = await app.NewRoomAsync("Upstairs", 2);
        var gone = await app.NewRoomAsync("Gone");
        await (await (await Head).GetAsync($"/people/rooms/{gone}/archive")).SubmitAsync([]);
        // Another floor's, an archived one, the room itself, one that never was, and no room at all.
        foreach (var place in (string[])[$"{upstairs}", $"{gone}", $"{old}", $"{Guid.NewGuid()}", "anywhere"])
        {
            var answer = await page.SubmitAsync(new() { ["Input.MoveTo"] = place });
            Assert.Equal(["Input_MoveTo: They can no longer move there. Choose again."], answer.Errors);
        }

        Assert.All(await StaysAsync(old), stay => Assert.Null(stay.Until));
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.MoveTo"] = next.ToString() })).Status);
        Assert.All(await StaysAsync(old), stay => Assert.NotNull(stay.Until));
        Assert.Equal(2, (await StaysAsync(next)).Count);
        Assert.Contains("No longer in use", (await (await Head).GetAsync("/people/rooms")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await Head).GetAsync($"/people/rooms/{old}/move-in")).Status);
        Assert.Equal(302, (await (await Head).GetAsync($"/people/rooms/{old}/edit")).Status);
    }

    [Fact]
    public async Task Rooms_stand_as_people_count()
    {
        string[] rooms = ["Counting 10", "Counting 2", "counting 1"];
        foreach (var room in rooms)
            await app.NewRoomAsync(room);
        foreach (var address in (string[])["/people/rooms", "/menus/plan", "/menus/add"])
        {
            var text = (await (await Head).GetAsync(address)).Text;
            Assert.Equal(["counting 1", "Counting 2", "Counting 10"], rooms.OrderBy(room => text.IndexOf(room, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_label_is_changed_by_those_who_live_there_too()
    {
        var person = await app.NewAsync();
        var room = await app.NewRoomAsync("Labelled", 1, person);
        var answer = await (await (await app.SignInAsync(person)).GetAsync($"/people/rooms/{room}/label"))
            .SubmitAsync(new() { ["Input.Label"] = "🫖" });
        Assert.Contains("🫖", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(403,
            (await (await app.SignInAsync(Cast.TeaManager)).PostAsync(
                $"/people/rooms/{room}/label", new() { ["Input.Label"] = "x" })).Status);
    }

    [Fact]
    public async Task Rooms_are_called_what_the_tenant_calls_them_and_lists_stay_cheap()
    {
        await app.NewRoomAsync("Counted", 1, await app.NewAsync(), await app.NewAsync());
        await app.ReadAsync("North", async db =>
        {
            (await db.Tenants.SingleAsync()).RoomWord = "Team";
            return await db.SaveChangesAsync();
        });
        var head = await Head;
        app.Commands.Clear();
        var page = await head.GetAsync("/people/rooms");
        Assert.True(app.Commands.All.Count <= 4, string.Join("\n---\n", app.Commands.All));
        Assert.Contains("Add a team", page.Text, StringComparison.Ordinal);
        await app.ReadAsync("North", async db =>
        {
            (await db.Tenants.SingleAsync()).RoomWord = "Room";
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_room_left_and_archived_at_once_loses_nobody()
    {
        var person = await app.NewAsync();
        var room = await app.NewRoomAsync("Both at once");
        var floor = await app.FloorAsync("North", 1);
        var id = await app.IdAsync(person);
        await Task.WhenAll(
            app.InTenantAsync("North",
                services => services.GetRequiredService<MoveIn.Handler>()
                    .HandleAsync(floor.Id, room, new() { People = [id] }, CancellationToken.None)),
            app.InTenantAsync("North",
                services => services.GetRequiredService<ArchiveRoom.Handler>().HandleAsync(floor.Id, room, new(), CancellationToken.None)));
        var isArchived = await app.ReadAsync("North", db => db.Set<Room>().AnyAsync(row => row.Id == room && row.ArchivedAt != null));
        Assert.NotEqual(isArchived, (await StaysAsync(room)).Exists(stay => stay.Until is null));
    }

    [Fact]
    public async Task Who_moved_in_while_the_form_was_open_is_not_left_without_a_room()
    {
        var room = await app.NewRoomAsync("Empty so far");
        var page = await (await Head).GetAsync($"/people/rooms/{room}/archive");
        await app.ActingAsync(Cast.Head, async services =>
        {
            var floor = await app.FloorAsync("North", 1);
            var id = await app.IdAsync(Cast.Member);
            return await services.GetRequiredService<MoveIn.Handler>().HandleAsync(
                floor.Id, room, new() { People = [id] }, CancellationToken.None);
        });
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_MoveTo: Somebody lives here. Choose where they go."], (await page.SubmitAsync([])).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_left_the_floor_while_the_form_was_open_does_not_move_in_and_neither_do_the_others()
    {
        var stays = await app.NewAsync();
        var leaves = await app.NewAsync();
        var room = await app.NewRoomAsync("Awaited");
        var page = await (await Head).GetAsync($"/people/rooms/{room}/move-in");
        var move = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(leaves)}/move");
        Assert.Equal(302, (await move.SubmitAsync(new() { ["Input.Floor"] = "2" })).Status);
        var first = await app.IdAsync(stays);
        var second = await app.IdAsync(leaves);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.People[0]"] = $"{first}", ["Input.People[1]"] = $"{second}" });
        Assert.Equal(
            ["Input_People: Somebody you chose no longer lives here. The list below is up to date."], answer.Errors);
        Assert.DoesNotContain($"New {leaves.Number}", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }
}
