using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>What a member’s home says of their own turns.</summary>
public sealed class MemberHomeTurnsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    /// <summary>08:30 of the day, when breakfast is still to be eaten.</summary>
    private void Morning() => app.Clock.AdjustTime(TestClock.Beginning.AddHours(-6));

    [Fact]
    public async Task Tea_that_is_near_is_the_answer_until_it_is_made()
    {
        var duty = await app.DutyAsync(Today.AddDays(1), Cast.Member, slot: await app.SlotAsync("Early", new TimeOnly(6, 45)));
        var cooks = await app.NewRoomAsync("Room 12", 1, Cast.Member);
        await app.TurnAsync(Today.AddDays(1), cooks);
        await app.PlanAsync(Today.AddDays(1), "Near poha", room: cooks);
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal("You make tea tomorrow", home.Answer);
        Assert.Contains("Early, 06:45, Mon 16 Mar", home.Card("answer"), StringComparison.Ordinal);
        Assert.Contains("Ask somebody to take over", home.Card("answer"), StringComparison.Ordinal);
        Assert.Contains("Breakfast tomorrow: Near poha, cooked by Room 12.", home.Card("answer"), StringComparison.Ordinal);
        Assert.Contains(
            "your tea, you cook", Assert.Single(home.Document.QuerySelectorAll(".strip .mine")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, home.Document.QuerySelectorAll(".strip .mine svg").Length);

        var accepted = await (await home.SubmitAsync([], "form[action*='/accept']")).FollowAsync();
        Assert.Equal(200, accepted.Status);
        home = await app.HomeAsync(Cast.Member);
        Assert.Contains("You agreed to make it.", home.Card("answer"), StringComparison.Ordinal);
        Assert.Equal("See your tea", home.Document.QuerySelector(".note-door .btn-mark")!.TextContent);
        await TestServer.WriteAsync(app.Database, $"UPDATE tea_duties SET date = '2026-03-15' WHERE id = '{duty}'");
        home = await app.HomeAsync(Cast.Member);
        Assert.NotEqual("You make tea today", home.Answer);
        Assert.Contains("Did you make tea today?", home.Text, StringComparison.Ordinal);
        // An hour before it.
        app.Clock.AdjustTime(TestClock.Beginning.AddHours(-9));
        home = await app.HomeAsync(Cast.Member);
        Assert.Equal("You make tea today", home.Answer);
        Assert.Equal("I made it", home.Document.QuerySelector(".note-door .btn-mark")!.TextContent);
    }

    [Fact]
    public async Task Turns_are_told_in_one_card_with_what_others_ask()
    {
        var own = await app.NewRoomAsync("Own room", 1, Cast.Member);
        var other = await app.NewRoomAsync("Other room", 1, Cast.Head);
        await app.DutyAsync(Today.AddDays(-2), Cast.Member);
        await app.DutyAsync(Today.AddDays(3), Cast.Member);
        await app.TurnAsync(Today.AddDays(2), own);
        await app.TurnAsync(Today.AddDays(4), own);
        await MealActs.AwayAsync(app, Cast.Member, Today.AddDays(4), Today.AddDays(4));
        await app.AskedTeaSwapAsync(await app.DutyAsync(Today.AddDays(5), Cast.Head));
        var floor = await app.FloorAsync("North", 1);
        var head = await app.IdAsync(Cast.Head);
        await app.InTenantAsync("North", services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Add(new TurnSwap
            {
                FloorId = floor.Id,
                GivesDate = Today.AddDays(6),
                GivesRoomId = other,
                TakesDate = Today.AddDays(2),
                TakesRoomId = own,
                AskedById = head,
                CreatedAt = TestClock.Beginning,
            });
            return db.SaveChangesAsync();
        });
        Assert.Equal(
            [
                "Did you make tea on Fri 13 Mar? Morning", "You make tea on Wed 18 Mar Morning",
                "You cook on Tue 17 Mar Then Thu 19 Mar (you are away)",
                $"{Cast.Head.Name} asks everybody to take over tea Fri 20 Mar, Morning",
                "Other room asks you to swap days Sat 21 Mar for your Tue 17 Mar",
            ],
            (await app.HomeAsync(Cast.Member)).Lines("turns"));
        Assert.Equal(
            [$"{Cast.Head.Name} asks everybody to take over tea Fri 20 Mar, Morning"],
            (await app.HomeAsync(Cast.TeaManager)).Lines("turns"));
    }

    [Fact]
    public async Task Who_is_away_on_the_day_of_their_room_reads_so()
    {
        var room = await app.NewRoomAsync("Away room", 1, Cast.Member, Cast.TeaManager);
        await app.TurnAsync(Today.AddDays(1), room);
        await MealActs.AwayAsync(app, Cast.Member, Today.AddDays(1), Today.AddDays(2));
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal(["Your room cooks tomorrow, and you are away Your next cooking turn"], home.Lines("turns"));
        Assert.DoesNotContain("you cook", home.Document.QuerySelector(".strip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["You cook tomorrow Your next cooking turn"], (await app.HomeAsync(Cast.TeaManager)).Lines("turns"));
        await MealActs.AwayAsync(app, Cast.TeaManager, Today, Today.AddDays(1));
        home = await app.HomeAsync(Cast.Member);
        Assert.Equal(["Your room cooks tomorrow, and you are away Ask for a swap. Your next cooking turn"], home.Lines("turns"));
        Assert.Contains("No meal yet. Away room is next, but nobody is there.", home.Text, StringComparison.Ordinal);
        var unattended = await (await app.SignInAsync(Cast.Head))
            .GetAsync($"/menus/{await app.PlanAsync(Today.AddDays(1), "Unattended", room: room)}");
        Assert.Contains("Nobody from Away room is there on this day. Edit the meal to choose who cooks instead.", unattended.Text,
            StringComparison.Ordinal);
        var meal = await (await app.SignInAsync(Cast.Member))
            .GetAsync($"/menus/{await app.PlanAsync(Today.AddDays(2), "Half attended", room: room)}");
        Assert.Contains("Your room cooks it, and you are away.", meal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is there on this day", meal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tea_that_was_made_missed_or_given_away_is_nobodys_turn()
    {
        await app.DutyAsync(Today, Cast.Member, TeaState.Done);
        await app.DutyAsync(Today.AddDays(-1), Cast.Member, TeaState.Missed);
        foreach (var (at, state) in ((TeaState[])[TeaState.Swapped, TeaState.Cancelled]).Index())
        {
            var duty = await app.DutyAsync(Today.AddDays(at + 1), Cast.Member);
            await TestServer.WriteAsync(
                app.Database, $"UPDATE tea_duties SET state = '{state}', ended_at = created_at WHERE id = '{duty}'");
        }

        Assert.Empty((await app.HomeAsync(Cast.Member)).Lines("turns"));
    }
}
