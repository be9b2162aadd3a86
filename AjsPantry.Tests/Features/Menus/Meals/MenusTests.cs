using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Meals;

/// <summary>The tests' today is Sunday 15 March 2026. Every test has days of its own.</summary>
public sealed class MenusTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_head_plans_a_meal_and_everybody_of_the_floor_sees_it()
    {
        var room = await app.NewRoomAsync("Board room", 1, Cast.Member);
        var answer = await app.AddMealAsync("2026-03-23", "  Masala   poha ", "Mint chutney", room);
        Assert.Equal("/menus?week=2026-03-22", answer.Location);
        Assert.Contains("Breakfast of Mon 23 Mar is planned. Masala poha and Mint chutney are added to the dishes.",
            (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var board = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus?week=2026-03-22");
        Assert.Contains("Masala poha with Mint chutney", board.Text, StringComparison.Ordinal);
        Assert.Equal(7, board.Document.QuerySelectorAll("ol.week > li").Length);
        Assert.DoesNotContain("Masala poha", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/menus?week=2026-03-22")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Masala poha", (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync("/menus?week=2026-03-22")).Text,
            StringComparison.Ordinal);
        var meal = await (await app.SignInAsync(Cast.Member)).GetAsync(board.Document.QuerySelector("a.meal")!.GetAttribute("href")!);
        Assert.Equal("Masala poha with Mint chutney", meal.Answer);
        Assert.Contains("You cook it.", meal.Text, StringComparison.Ordinal);

        // A meal that is still to come is none that was cooked before.
        var later = await (await Head).GetAsync($"/menus/{await app.PlanAsync(new DateOnly(2026, 3, 25), "Masala poha", room: room)}");
        Assert.Contains("The first time here", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mon 23 Mar", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_proposes_whose_turn_it_is()
    {
        var room = await app.NewRoomAsync("Next in turn");
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            db.Add(new AjsPantry.Features.Menus.CookingTurns.Days.Duty
            {
                FloorId = floor.Id,
                Date = new DateOnly(2026, 3, 31),
                RoomId = room,
                Turn = 0,
                Origin = AjsPantry.Features.Menus.CookingTurns.Days.DutyOrigin.Rota,
                Reason = "The turn of Next in turn, the only one in the order."
            });
            await db.SaveChangesAsync();
        });
        var page = await (await Head).GetAsync("/menus/add?day=2026-03-31");
        Assert.Equal((room.ToString(), "2026-03-31"), (page.Value("Input.Room"), page.Value("Input.Date")));
        Assert.Contains("the only one in the order", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody lives in Next in turn. Choose another cook.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Next in turn is next.", (await (await Head).GetAsync("/menus?week=2026-03-31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_meal_per_day_is_planned_whatever_is_sent_and_how_often()
    {
        var head = await Head;
        var page = await head.GetAsync("/menus/add?day=2026-04-06");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(number => page.SubmitAsync(new() { ["Input.Dish"] = $"Race dish {number}" })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.All(answers.Where(answer => answer.Status == 200),
            answer => Assert.Equal(["Input_Date: This meal is already planned. Edit that one, or choose another day."], answer.Errors));
        Assert.Equal(1,
            await app.ReadAsync(
                "North", db => db.Menus.CountAsync(menu => menu.Date == new DateOnly(2026, 4, 6) && menu.CancelledAt == null)));
    }

    [Theory]
    [InlineData("2026-03-14", "Poha", "", "Input_Date: That day is past. Choose today or a later day.")]
    [InlineData("soon", "Poha", "", "Input_Date: Choose the day.")]
    [InlineData("2026-04-07", "", "", "Input_Dish: Write what is cooked.")]
    [InlineData("2026-04-07", "***", "", "Input_Dish: Use at least one letter.")]
    [InlineData("2026-04-07", "Poha", "POHA", "Input_Side: That is the dish itself. Choose another side, or none.")]
    public async Task What_cannot_be_is_said_at_its_field_and_stays(string date, string dish, string side, string error)
    {
        var answer = await (await (await Head).GetAsync("/menus/add"))
            .SubmitAsync(new() { ["Input.Date"] = date, ["Input.Dish"] = dish, ["Input.Side"] = side, ["Input.Notes"] = "Less salt" });
        Assert.Equal([error], answer.Errors);
        Assert.Equal((dish, side, "Less salt"), (answer.Value("Input.Dish"), answer.Value("Input.Side"), answer.Value("Input.Notes")));
    }

    [Fact]
    public async Task A_dish_is_known_by_its_name_and_a_new_one_is_made_once()
    {
        await app.AddMealAsync("2026-04-13", "Aloo Paratha", "Curd");
        await app.AddMealAsync("2026-04-14", "aloo-paratha", " CURD ");
        Assert.Equal(1, await app.ReadAsync("North", db => db.Dishes.CountAsync(dish => dish.NormalName == "aloo paratha")));
        Assert.Equal((DishCategory.Main, DishCategory.Side), (await CategoryAsync("aloo paratha"), await CategoryAsync("curd")));
        Assert.Equal(
            ["Input_Dish: Curd is a side. Choose another dish, or edit that dish first."],
            (await app.AddMealAsync("2026-04-15", "Curd")).Errors);
        Assert.Equal(["Input_Side: Aloo Paratha is a main dish. Choose another side, or edit that dish first."],
            (await app.AddMealAsync("2026-04-15", "Idli", "Aloo paratha")).Errors);
        Assert.Equal(0, await app.ReadAsync("South", db => db.Dishes.CountAsync(dish => dish.NormalName == "aloo paratha")));
    }

    [Fact]
    public async Task A_room_of_another_floor_or_none_cannot_cook()
    {
        var foreign = await app.NewRoomAsync("Not ours", floor: 2);
        foreach (var room in (string[])[foreign.ToString(), Guid.NewGuid().ToString(), "x"])
        {
            var answer = await (await (await Head).GetAsync("/menus/add?day=2026-04-20"))
                .SubmitAsync(new() { ["Input.Dish"] = "Poha", ["Input.Room"] = room });
            Assert.Equal(["Input_Room: It was removed in the meantime. Choose another."], answer.Errors);
        }
    }

    [Fact]
    public async Task One_person_may_cook_and_their_coming_meals_go_to_whoever_takes_over()
    {
        var cook = await app.AddSomebodyAsync();
        var successor = await app.AddSomebodyAsync();
        var cookId = await app.IdAsync(cook);
        var successorId = await app.IdAsync(successor);
        var page = await (await Head).GetAsync("/menus/add?day=2026-04-21");
        var room = await app.NewRoomAsync("Not both");
        Assert.Equal(["Input_Person: Choose one of the two, not both."],
            (await page.SubmitAsync(
                new() { ["Input.Dish"] = "Sheera", ["Input.Room"] = room.ToString(), ["Input.Person"] = cookId.ToString() })).Errors);
        Assert.Equal(["Input_Person: That person no longer lives here. Choose another."],
            (await page.SubmitAsync(
                new()
                {
                    ["Input.Dish"] = "Sheera",
                    ["Input.Room"] = "",
                    ["Input.Person"] = (await app.IdAsync(Cast.OtherFloorMember)).ToString()
                })).Errors);
        Assert.Equal(302,
            (await page.SubmitAsync(
                new() { ["Input.Dish"] = "Sheera", ["Input.Room"] = "", ["Input.Person"] = cookId.ToString() })).Status);
        var past = await app.PlanAsync(new DateOnly(2026, 3, 11), "Past sheera");
        await app.InTenantAsync("North",
            services => services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>().Menus.Where(menu => menu.Id == past)
                .ExecuteUpdateAsync(set => set.SetProperty(menu => menu.MemberId, cookId)));

        var handOver = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{cookId}/hand-over");
        Assert.Contains("1 meal to cook", handOver.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await handOver.SubmitAsync(new() { ["Input.HandTo"] = successorId.ToString() })).Status);
        Assert.Equal([cookId, successorId],
            await app.ReadAsync("North",
                db => db.Menus.Where(menu => menu.MemberId == cookId || menu.MemberId == successorId).OrderBy(menu => menu.Date)
                    .Select(menu => menu.MemberId!.Value).ToListAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/cancel")]
    public async Task A_meal_is_its_own_floors(string page)
    {
        var address = $"/menus/{await app.PlanAsync(new DateOnly(2026, 5, 18), "Door dish")}{page}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(200, (await (await Head).GetAsync(address)).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=1")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/{Guid.NewGuid()}{page}")).Status);
        Assert.Equal(page == "" ? 200 : 403, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
    }

    [Theory]
    [InlineData("/menus?week=soon", 404)]
    [InlineData("/menus?week=2026-02-30", 404)]
    [InlineData("/menus?week=0001-01-01", 404)]
    [InlineData("/menus?week=9999-12-31", 404)]
    [InlineData("/menus?week=2036-12-31", 200)]
    public async Task A_week_that_is_none_is_not_found(string address, int status) =>
        Assert.Equal(status, (await (await Head).GetAsync(address)).Status);

    [Fact]
    public async Task The_board_asks_as_often_however_much_is_planned()
    {
        var head = await Head;
        await app.PlanAsync(new DateOnly(2026, 6, 1), "June dish 1", side: "June side");
        // Another week: what this one has is remembered once it was read.
        await head.GetAsync("/menus?week=2026-05-04");
        app.Commands.Clear();
        await head.GetAsync("/menus?week=2026-06-01");
        var few = app.Commands.All.Count;
        for (var day = 2; day <= 7; day++)
            await app.PlanAsync(new DateOnly(2026, 6, day), $"June dish {day}", side: "June side");
        app.Commands.Clear();
        await head.GetAsync("/menus?week=2026-06-01");
        Assert.Equal(few, app.Commands.All.Count);
    }

    private Task<DishCategory> CategoryAsync(string normal) =>
        app.ReadAsync("North", db => db.Dishes.Where(dish => dish.NormalName == normal).Select(dish => dish.Category).SingleAsync());
}
