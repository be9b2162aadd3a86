using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>Two people who do something to the same thing in the same moment: one wins, and the other reads how it stands now.</summary>
public sealed class ShoppingRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Quicker = "Someone else changed this. Here is the latest.";
    private const string Overtaken =
        "Someone else changed this in the meantime. Their version is above. Save again to replace it.";

    private const string Gone = "It is no longer on the list, so it cannot be edited.";

    private FloorView _floor = null!;

    [Fact]
    public async Task Of_two_who_take_a_thing_one_has_it()
    {
        var id = await NeedAsync("Milk");
        var answers = await MeetAsync(id, await AssignAsync(Cast.Member, id), await AssignAsync(Cast.TeaManager, id));
        Assert.Equal([Meeting.Done, Quicker], answers);
        Assert.Equal(await app.IdAsync(Cast.Member), (await app.ItemAsync(id)).AssigneeId);
    }

    [Fact]
    public async Task Two_who_give_a_thing_to_the_same_person_tell_them_once()
    {
        var id = await NeedAsync("Ghee");
        var head = await AssignAsync(Cast.Head, id, Cast.Member);
        var admin = await AssignAsync(Cast.Admin, id, Cast.Member);
        Assert.Equal([Meeting.Done, Quicker], await MeetAsync(id, head, admin));
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id));
    }

    [Fact]
    public async Task Of_two_who_give_a_thing_to_two_people_the_first_counts()
    {
        var id = await NeedAsync("Paneer");
        var head = await AssignAsync(Cast.Head, id, Cast.Member);
        var admin = await AssignAsync(Cast.Admin, id, Cast.TeaManager);
        Assert.Equal([Meeting.Done, Quicker], await MeetAsync(id, head, admin));
        Assert.Equal(await app.IdAsync(Cast.Member), (await app.ItemAsync(id)).AssigneeId);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id));
    }

    [Fact]
    public async Task What_was_given_away_in_the_same_moment_is_not_ticked()
    {
        var id = await NeedAsync("Toor dal");
        var answers = await MeetAsync(id, await AssignAsync(Cast.Head, id, Cast.TeaManager), Buy(Cast.Member, id));
        Assert.Equal([Meeting.Done, "North Tea manager 1 is buying Toor dal."], answers);
        Assert.Equal(ShoppingState.Assigned, (await app.ItemAsync(id)).State);
    }

    [Fact]
    public async Task What_was_ticked_in_the_same_moment_is_not_given_away()
    {
        var id = await NeedAsync("Chana dal");
        Assert.Equal([Meeting.Done, Quicker], await MeetAsync(id, Buy(Cast.Member, id), await AssignAsync(Cast.Head, id, Cast.TeaManager)));
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Bought, item.State);
        Assert.Null(item.AssigneeId);
        Assert.Empty(await app.ToldAsync(id));
    }

    [Fact]
    public async Task Of_two_who_tick_a_thing_one_has_bought_it()
    {
        var id = await NeedAsync("Bread");
        var answers = await MeetAsync(id, Buy(Cast.Member, id), Buy(Cast.TeaManager, id));
        Assert.Equal([Meeting.Done, "North Member 1 has already bought Bread."], answers);
        Assert.Equal(await app.IdAsync(Cast.Member), (await app.ItemAsync(id)).BoughtById);
    }

    [Fact]
    public async Task Of_two_who_tick_several_the_second_ticks_nothing_when_they_share_a_thing()
    {
        var shared = await NeedAsync("Shared sugar");
        var other = await NeedAsync("Other sugar");
        var answers = await MeetAsync(shared, BuySeveral(Cast.Member, shared), BuySeveral(Cast.TeaManager, other, shared));
        Assert.Equal([Meeting.Done, "North Member 1 has already bought Shared sugar."], answers);
        Assert.Equal(await app.IdAsync(Cast.Member), (await app.ItemAsync(shared)).BoughtById);
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(other)).State);
    }

    [Fact]
    public async Task What_is_ticked_in_the_same_moment_is_not_cancelled()
    {
        var id = await NeedAsync("Salt");
        var answers = await MeetAsync(id, Buy(Cast.Member, id), Cancel(Cast.Head, id, "Enough is left"));
        Assert.Equal([Meeting.Done, "Salt is already bought. Put it back on the list first."], answers);
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Bought, item.State);
        Assert.Null(item.CancelReason);
    }

    [Fact]
    public async Task What_is_cancelled_in_the_same_moment_is_not_ticked()
    {
        var id = await NeedAsync("Pepper");
        var answers = await MeetAsync(id, Cancel(Cast.Head, id, "Enough is left"), Buy(Cast.Member, id));
        Assert.Equal([Meeting.Done, "Pepper is no longer needed: Enough is left"], answers);
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Cancelled, item.State);
        Assert.Null(item.BoughtAt);
    }

    [Fact]
    public async Task Of_two_who_cancel_the_reason_of_the_first_stands()
    {
        var id = await NeedAsync("Rusk");
        Assert.Equal(Meeting.Done, await (await AssignAsync(Cast.Head, id, Cast.Member))());
        var answers = await MeetAsync(id, Cancel(Cast.Head, id, "Enough is left"), Cancel(Cast.Admin, id, "Too dear"));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Equal("Enough is left", (await app.ItemAsync(id)).CancelReason);
        Assert.Single(await app.TrailAsync(id), entry => entry.Reason is not null);
        // Whoever was to buy it hears once that it is not needed.
        Assert.Equal(["N1-member"], await app.ToldAsync(id));
    }

    [Fact]
    public async Task Of_two_who_change_a_thing_the_second_is_asked_to_look_again()
    {
        var id = await NeedAsync("Atta");
        var answers = await MeetAsync(id, await EditAsync(Cast.Head, id, "5"), await EditAsync(Cast.Admin, id, "9"));
        Assert.Equal([Meeting.Done, Overtaken], answers);
        Assert.Equal(5, (await app.ItemAsync(id)).Quantity);
    }

    [Fact]
    public async Task What_is_cancelled_in_the_same_moment_is_not_changed()
    {
        var id = await NeedAsync("Poha");
        Assert.Equal([Meeting.Done, Overtaken], await MeetAsync(id, Cancel(Cast.Head, id, "No"), await EditAsync(Cast.Admin, id, "9")));
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Cancelled, item.State);
        Assert.Equal(2, item.Quantity);
        // Whoever looks again reads why.
        Assert.Equal(Gone, await (await EditAsync(Cast.Admin, id, "9"))());
    }

    [Fact]
    public async Task What_is_changed_in_the_same_moment_is_ticked_as_it_is_needed_now()
    {
        var id = await NeedAsync("Rava");
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, await EditAsync(Cast.Head, id, "5"), Buy(Cast.Member, id)));
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Bought, item.State);
        Assert.Equal(5, item.BoughtQuantity);
    }

    [Fact]
    public async Task What_is_ticked_in_the_same_moment_is_not_changed()
    {
        var id = await NeedAsync("Jeera");
        Assert.Equal([Meeting.Done, Overtaken], await MeetAsync(id, Buy(Cast.Member, id), await EditAsync(Cast.Head, id, "5")));
        var item = await app.ItemAsync(id);
        Assert.Equal(2, item.Quantity);
        Assert.Equal(2, item.BoughtQuantity);
    }

    private async Task<Guid> NeedAsync(string name)
    {
        _floor = await app.FloorAsync("North", 1);
        return await app.NeedAsync(name);
    }

    private Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("shopping_items", id, acts);

    /// <summary>Takes the thing, or gives it to somebody.</summary>
    private async Task<Func<Task<string>>> AssignAsync(Person person, Guid id, Person? to = null)
    {
        var input = new AssignItem.Input { Assignee = $"{await app.IdAsync(to ?? person)}" };
        return app.Act<AssignItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));
    }

    private Func<Task<string>> Buy(Person person, Guid id) =>
        app.Act<BuyItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, new(), default));

    private Func<Task<string>> BuySeveral(Person person, params Guid[] ids)
    {
        var input = new BuyItems.Input { Rows = [.. ids.Select(id => new BuyItems.Row { Id = $"{id}", Bought = true })] };
        return app.Act<BuyItems.Handler, BuyItems.Ticked>(
            person, _floor, async handler => await handler.HandleAsync(_floor.Id, input, default));
    }

    private Func<Task<string>> Cancel(Person person, Guid id, string reason)
    {
        var input = new CancelItem.Input { Reason = reason };
        return app.Act<CancelItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));
    }

    private async Task<Func<Task<string>>> EditAsync(Person person, Guid id, string quantity)
    {
        var item = await app.ItemAsync(id);
        var input = new EditItem.Input { Item = item.Name, Quantity = quantity, Unit = "kg", Version = item.Version };
        return app.Act<EditItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));
    }
}
