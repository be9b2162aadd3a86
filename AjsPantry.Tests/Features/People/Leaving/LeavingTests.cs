using AjsPantry.Features.Administration.Floors;
using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Leaving;

/// <summary>Moving to another floor, being switched off and on, and handing work over.</summary>
public sealed class LeavingTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> OpenAsync(Person person, string page) =>
        await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/{page}");

    private async Task<List<RoomStay>> StaysAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync("North", db => db.Set<RoomStay>().Where(stay => stay.MemberId == id).ToListAsync());
    }

    [Fact]
    public async Task Somebody_who_moves_leaves_the_room_keeps_the_history_and_hands_the_work_to_the_old_floor()
    {
        var person = await app.NewAsync();
        var neighbour = await app.NewAsync();
        app.Errands.Give(await app.IdAsync(person), "Fetch milk", "Buy rice", "Order gas", "Call the plumber");
        await app.NewRoomAsync("Leaving room", 1, person);
        var page = await OpenAsync(person, "move");
        Assert.Contains("4 errands", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fetch milk, Buy rice, Order gas and 1 more", page.Text, StringComparison.Ordinal);
        Assert.Contains("Leaving room", page.Text, StringComparison.Ordinal);

        var unsettled = await page.SubmitAsync(new() { ["Input.Floor"] = "2" });
        Assert.Equal([$"Input_HandTo: Choose who takes over: New {person.Number} still has 4 errands."], unsettled.Errors);
        Assert.Equal("2", unsettled.Value("Input.Floor"));
        var stranger = await page.SubmitAsync(
            new() { ["Input.Floor"] = "2", ["Input.HandTo"] = (await app.IdAsync(Cast.OtherFloorMember)).ToString() });
        Assert.Equal(["Input_HandTo: That person can no longer take over. Choose another."], stranger.Errors);
        Assert.Equal((await app.FloorAsync("North", 1)).Id, (await app.ReadAsync(person)).FloorId);
        Assert.All(await StaysAsync(person), stay => Assert.Null(stay.Until));

        var done = await page.SubmitAsync(new() { ["Input.Floor"] = "2", ["Input.HandTo"] = (await app.IdAsync(neighbour)).ToString() });
        Assert.Equal(302, done.Status);
        Assert.Equal((await app.FloorAsync("North", 2)).Id, (await app.ReadAsync(person)).FloorId);
        Assert.Equal(4, app.Errands.Of(await app.IdAsync(neighbour)).Length);
        Assert.All(await StaysAsync(person), stay => Assert.Equal(TestClock.Beginning, stay.Until));
        Assert.Contains("Leaving room", (await done.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_asked_for_moves_along_and_is_decided_on_the_new_floor()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, TestClock.Today.AddDays(3), TestClock.Today.AddDays(4));
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(id, "asked"));
        Assert.Equal(302, (await (await OpenAsync(person, "move")).SubmitAsync(new() { ["Input.Floor"] = "2" })).Status);
        Assert.Equal([Cast.OtherFloorHead.Number], await app.ToldAsync(id, "asked"));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}")).Status);
        Assert.Contains(
            person.Number, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/requests")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await app.DecideAsync(Cast.OtherFloorHead, id, "approve")).Status);
    }

    [Theory]
    [InlineData("", "Choose where the person moves to.")]
    [InlineData("1", "Amin already lives on Floor 1.")]
    [InlineData("9", "That one is archived. Choose another.")]
    public async Task A_move_leads_to_another_floor_that_is_there(string floor, string message)
    {
        var page = await OpenAsync(await app.NewAsync(name: "Amin"), "move");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal([$"Input_Floor: {message}"], (await page.SubmitAsync(new() { ["Input.Floor"] = floor })).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Admins_have_no_floor_to_move_from() => Assert.Equal(302, (await OpenAsync(Cast.Admin, "move")).Status);

    [Fact]
    public async Task Deactivation_ends_every_session_at_once_and_says_why()
    {
        var person = await app.NewAsync();
        await app.NewRoomAsync("Empty soon", 1, person);
        var there = await app.SignInAsync(person);
        var blank = await (await OpenAsync(person, "deactivate")).SubmitAsync([]);
        Assert.Equal(["Input_Reason: Write the reason."], blank.Errors);
        Assert.Equal("Why? Write the reason.", blank.Document.QuerySelector(".callout.bad a")!.TextContent);
        Assert.Contains("has no open tasks", blank.Text, StringComparison.Ordinal);

        var done = await (await OpenAsync(person, "deactivate")).SubmitAsync(new() { ["Input.Reason"] = "Moved to Surat" });
        Assert.Equal(302, done.Status);
        Assert.Equal(302, (await there.GetAsync("/account")).Status);
        Assert.All(await StaysAsync(person), stay => Assert.NotNull(stay.Until));
        Assert.Equal("Moved to Surat", (await app.TrailAsync(await app.IdAsync(person)))[^1].Reason);
        Assert.Contains("Moved to Surat", (await done.FollowAsync()).Text, StringComparison.Ordinal);
        var refused = await (await app.Visit().GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password });
        Assert.Contains(
            "Your account is deactivated. Ask an admin of your residence to reactivate it.", refused.Text, StringComparison.Ordinal);

        Assert.Equal(302, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{await app.IdAsync(person)}/reactivate")).Status);
        await app.SignInAsync(person, fresh: true);
    }

    [Fact]
    public async Task The_deactivated_are_unknown_to_their_floor_get_no_links_and_no_work()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        await (await OpenAsync(person, "access")).SubmitAsync([]);
        await (await OpenAsync(person, "deactivate")).SubmitAsync(new() { ["Input.Reason"] = "Left" });
        var id = await app.IdAsync(person);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/people/{id}")).Status);
        var link = await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{id}/access");
        var words = $"New {person.Number} is deactivated. Reactivate the account first, then make a link.";
        Assert.Contains(words, link.Text, StringComparison.Ordinal);
        Assert.NotNull((await app.ReadAsync("North", db => db.Set<Invitation>().SingleAsync(link => link.MemberId == id))).WithdrawnAt);
        app.Errands.Give(await app.IdAsync(other), "Fetch milk");
        Assert.DoesNotContain(person.Number, (await OpenAsync(other, "hand-over")).Text, StringComparison.Ordinal);
        app.Errands.Give(await app.IdAsync(other));
    }

    [Fact]
    public async Task Somebody_whose_floor_was_archived_comes_back_to_another()
    {
        var floor = await app.InTenantAsync("North", async services =>
        {
            var made = await services.GetRequiredService<AddFloor.Handler>()
                .HandleAsync(new() { Name = "Garden floor" }, CancellationToken.None);
            return made.Value!.Number;
        });
        var person = await app.NewAsync(floor);
        await (await OpenAsync(person, "deactivate")).SubmitAsync(new() { ["Input.Reason"] = "Left" });
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Floors.SingleAsync(row => row.Number == floor)).ArchivedAt = TestClock.Beginning;
            await db.SaveChangesAsync();
        });

        var asked = await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{await app.IdAsync(person)}/reactivate");
        var words = $"Input_Floor: Garden floor is archived. Choose where New {person.Number} lives from now on.";
        Assert.Equal([words], asked.Errors);
        foreach (var other in new[] { $"{floor}", "999" })
            Assert.Equal([words], (await asked.SubmitAsync(new() { ["Input.Floor"] = other })).Errors);
        Assert.NotNull((await app.ReadAsync(person)).DeactivatedAt);

        Assert.Equal(302, (await (await OpenAsync(person, "reactivate")).SubmitAsync(new() { ["Input.Floor"] = "2" })).Status);
        var back = await app.ReadAsync(person);
        Assert.Equal(((DateTimeOffset?)null, (Guid?)(await app.FloorAsync("North", 2)).Id), (back.DeactivatedAt, back.FloorId));
    }

    [Fact]
    public async Task Nobody_switches_the_own_account_off()
    {
        var admin = await app.NewAsync(floor: null, role: Role.Admin);
        var page = await (await app.SignInAsync(admin)).GetAsync($"/people/{await app.IdAsync(admin)}/deactivate");
        var answer = await page.SubmitAsync(new() { ["Input.Reason"] = "Tired" });
        Assert.Contains("This is your own account. Ask another admin to deactivate it.", answer.Text, StringComparison.Ordinal);
        Assert.Null((await app.ReadAsync(admin)).DeactivatedAt);
    }

    [Fact]
    public async Task Open_work_is_handed_over_after_a_look_at_it_or_left_to_nobody()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.IdAsync(person);
        var otherId = await app.IdAsync(other);
        Assert.Contains("No open tasks", (await OpenAsync(person, "hand-over")).Text, StringComparison.Ordinal);
        app.Errands.Give(id, "Fetch milk");
        Assert.Equal("1 errand", (await OpenAsync(person, "hand-over")).Answer);
        var unsaid = await (await OpenAsync(person, "hand-over")).SubmitAsync([]);
        Assert.Equal([$"Input_HandTo: Choose who takes over: New {person.Number} still has 1 errand."], unsaid.Errors);
        Assert.Equal(["Fetch milk"], app.Errands.Of(id));
        await (await OpenAsync(person, "hand-over")).SubmitAsync(new() { ["Input.HandTo"] = otherId.ToString() });
        Assert.Equal(["Fetch milk"], app.Errands.Of(otherId));
        await (await OpenAsync(other, "hand-over")).SubmitAsync(new() { ["Input.HandTo"] = OpenWorkDesk.Nobody });
        Assert.Empty(app.Errands.Of(otherId));
    }

    [Fact]
    public async Task Work_does_not_go_to_whoever_left_while_the_form_was_open()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.IdAsync(person);
        var otherId = await app.IdAsync(other);
        app.Errands.Give(id, "Fetch milk");
        Dictionary<string, WebPage> pages = [];
        foreach (var address in (string[])["hand-over", "move", "deactivate"])
            pages[address] = await OpenAsync(person, address);
        await (await OpenAsync(other, "deactivate")).SubmitAsync(new() { ["Input.Reason"] = "Left" });
        var before = await Rows.ReadAsync(app.Database);
        foreach (var page in pages.Values)
        {
            var answer = await page.SubmitAsync(
                new() { ["Input.HandTo"] = $"{otherId}", ["Input.Floor"] = "2", ["Input.Reason"] = "Left" });
            Assert.Equal(["Input_HandTo: That person can no longer take over. Choose another."], answer.Errors);
        }

        Assert.Empty(await before.ChangesAsync());
        Assert.Equal(["Fetch milk"], app.Errands.Of(id));
    }

    [Fact]
    public async Task Who_is_moved_twice_at_once_is_told_that_they_live_there()
    {
        var person = await app.NewAsync(name: "Hasan");
        var first = await OpenAsync(person, "move");
        var second = await OpenAsync(person, "move");
        Assert.Equal(302, (await first.SubmitAsync(new() { ["Input.Floor"] = "2" })).Status);
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_Floor: Hasan already lives on Floor 2."], (await second.SubmitAsync(new() { ["Input.Floor"] = "2" })).Errors);
        Assert.Empty(await before.ChangesAsync());
    }
}
