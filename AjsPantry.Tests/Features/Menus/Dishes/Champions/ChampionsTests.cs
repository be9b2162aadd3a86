using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Dishes.Champions;

public sealed class ChampionsTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_head_says_who_is_best_at_a_dish_and_members_see_it()
    {
        var dish = await app.NewDishAsync("Champion frankie");
        var one = await app.NewRoomAsync("Best room");
        var other = await app.NewRoomAsync("Second room");
        Assert.Equal(
            "Best cooks of Champion frankie: Best room, Second room.", (await (await ChooseAsync(dish, one, other)).FollowAsync()).Toast);
        Assert.Contains(
            "Best room", (await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/dishes/{dish}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Best room", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync($"/menus/dishes/{dish}")).Text,
            StringComparison.Ordinal);
        await ChooseAsync(dish, other);
        await ChooseAsync(dish, other);
        Assert.Equal([other], await RoomsAsync(dish));
        await ChooseAsync(dish);
        Assert.Empty(await RoomsAsync(dish));
    }

    [Fact]
    public async Task A_room_of_another_floor_is_no_choice()
    {
        var dish = await app.NewDishAsync("Champion poha");
        var foreign = await app.NewRoomAsync("Foreign room", floor: 2);
        foreach (var room in (Guid[])[foreign, Guid.NewGuid()])
            Assert.Equal(["Input_Rooms: One of your choices was removed in the meantime. The list below is up to date."],
                (await ChooseAsync(dish, room)).Errors);
        Assert.Empty(await RoomsAsync(dish));
    }

    [Fact]
    public async Task Merged_dishes_keep_their_champions_once()
    {
        var goes = await app.NewDishAsync("Champion upmaa");
        var stays = await app.NewDishAsync("Champion upma");
        var one = await app.NewRoomAsync("Merged one");
        var other = await app.NewRoomAsync("Merged other");
        await ChooseAsync(goes, one, other);
        await ChooseAsync(stays, one);
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<MergeDishes.Handler>().HandleAsync(goes, stays, CancellationToken.None));
        Assert.Equal(new[] { one, other }.Order(), (await RoomsAsync(stays)).Order());
        Assert.Empty(await RoomsAsync(goes));
    }

    [Fact]
    public async Task Only_those_who_plan_choose_and_only_for_a_dish_in_use()
    {
        var address = $"/menus/dishes/{await app.NewDishAsync("Champion door")}/champions";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{Guid.NewGuid()}/champions")).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
    }

    private async Task<WebPage> ChooseAsync(Guid dish, params Guid[] rooms)
    {
        var head = await app.SignInAsync(Cast.Head);
        var token = (await head.GetAsync($"/menus/dishes/{dish}/champions")).Value("__RequestVerificationToken")!;
        var fields = rooms.Select(room => new KeyValuePair<string, string>("Input.Rooms", room.ToString()))
            .Append(new("__RequestVerificationToken", token));
        var address = $"/menus/dishes/{dish}/champions";
        return await head.ReadAsync(address, await head.Client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    private Task<List<Guid>> RoomsAsync(Guid dish) =>
        app.ReadAsync(
            "North", db => db.DishChampions.Where(champion => champion.DishId == dish).Select(champion => champion.RoomId).ToListAsync());
}
