using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>Lists and bills that meet somebody who changes a thing of theirs in the same moment.</summary>
public sealed class ListRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private FloorView _floor = null!;

    [Fact]
    public async Task A_list_that_is_sent_twice_at_once_is_added_once_and_its_buyer_told_once()
    {
        var floor = await FloorAsync();
        var submission = Guid.NewGuid();
        var buyer = $"{await app.IdAsync(Cast.Member)}";
        AddItems.Input Form() => new() { SubmissionId = submission, Assignee = buyer, Rows = [Row("Rice"), Row("Oil")] };
        Assert.Equal([Meeting.Done, Meeting.Done], await app.MeetAsync("floors", floor.Id, Add(Cast.Head, Form()), Add(Cast.Head, Form())));
        var items = await app.ReadAsync("North", db => db.ShoppingItems.CountAsync(item => item.SubmissionId == submission));
        Assert.Equal(2, items);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(submission));
    }

    [Fact]
    public async Task Of_two_who_add_more_of_a_thing_the_second_is_asked_again()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Sugar");
        var seen = $"{(await app.ItemAsync(id)).Version}";
        var more = Row("Sugar") with { Same = AddItems.Merge, Seen = seen };
        var three = Add(Cast.Head, new() { Rows = [more with { Quantity = "3" }] });
        var answers = await MeetAsync(id, three, Add(Cast.Admin, new() { Rows = [more] }));
        Assert.Equal([Meeting.Done, "Sugar is on the list already: 5 kg. Add this to it?"], answers.Select(Plain));
        Assert.Equal(5, (await app.ItemAsync(id)).Quantity);
    }

    [Fact]
    public async Task More_of_what_is_cancelled_in_the_same_moment_is_a_thing_of_its_own()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Flour");
        var seen = $"{(await app.ItemAsync(id)).Version}";
        var input = new AddItems.Input { Rows = [Row("Flour") with { Same = AddItems.Merge, Seen = seen, Quantity = "3" }] };
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, Cancel(Cast.Admin, id), Add(Cast.Head, input)));
        Assert.Equal(2, (await app.ItemAsync(id)).Quantity);
        var added = await app.ReadAsync("North", db => db.ShoppingItems.SingleAsync(item => item.SubmissionId == input.SubmissionId));
        Assert.Equal(3, added.Quantity);
        Assert.Equal(ShoppingState.Needed, added.State);
    }

    [Fact]
    public async Task What_is_billed_in_the_same_moment_is_not_put_back()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Billed rice", boughtBy: Cast.Member, price: 80);
        var answers = await MeetAsync(id, Bill(Cast.Head, id), PutBack(Cast.Member, id));
        Assert.Equal([Meeting.Done, "Billed rice is on a bill. Remove it from the bill, or void the bill."], answers);
        Assert.Equal(ShoppingState.Billed, (await app.ItemAsync(id)).State);
        Assert.Equal(1, await LinesAsync(id));
    }

    [Fact]
    public async Task What_is_put_back_and_cancelled_in_the_same_moment_stands_on_no_bill()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Put back rice", boughtBy: Cast.Member, price: 80);
        var answers = await MeetAsync(id, PutBack(Cast.Member, id), Cancel(Cast.Admin, id), Bill(Cast.Head, id));
        Assert.Equal([Meeting.Done, "Put back rice is already bought. Put it back on the list first."], answers[..2]);
        Assert.Equal("Put back rice is not bought yet. Mark it as bought first.", answers[2]);
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Needed, item.State);
        Assert.Null(item.Price);
        Assert.Equal(0, await LinesAsync(id));
    }

    [Fact]
    public async Task What_the_buyer_puts_right_in_the_same_moment_is_billed_all_the_same()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Priced rice", boughtBy: Cast.Member);
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, Buy(Cast.Member, id, "75"), Bill(Cast.Head, id)));
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Billed, item.State);
        Assert.Equal(80, item.Price);
        Assert.Equal(1, await LinesAsync(id));
    }

    [Fact]
    public async Task What_is_billed_in_the_same_moment_is_not_ticked_anew()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Late rice", boughtBy: Cast.Member);
        var answers = await MeetAsync(id, Bill(Cast.Head, id), Buy(Cast.Member, id, "75"));
        Assert.Equal([Meeting.Done, "Late rice is already on a bill."], answers);
        Assert.Equal(80, (await app.ItemAsync(id)).Price);
    }

    [Fact]
    public async Task A_thing_that_two_put_on_bills_stands_on_one()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Twice rice", boughtBy: Cast.Member, price: 80);
        var answers = await MeetAsync(id, Bill(Cast.Head, id), Bill(Cast.Admin, id));
        Assert.Equal([Meeting.Done, "Twice rice is already on another bill."], answers);
        Assert.Equal(1, await LinesAsync(id));
    }

    [Fact]
    public async Task Two_who_put_a_thing_back_put_it_back_once()
    {
        await FloorAsync();
        var id = await app.NeedAsync("Back twice", assignee: Cast.Member, boughtBy: Cast.Member, price: 80);
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, PutBack(Cast.Member, id), PutBack(Cast.Head, id)));
        var item = await app.ItemAsync(id);
        Assert.Equal(ShoppingState.Assigned, item.State);
        Assert.Null(item.BoughtAt);
    }

    private async Task<FloorView> FloorAsync() => _floor = await app.FloorAsync("North", 1);

    private Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("shopping_items", id, acts);

    private Task<int> LinesAsync(Guid id) => app.ReadAsync("North", db => db.BillLines.CountAsync(line => line.ShoppingItemId == id));

    private static AddItems.Row Row(string item) => new() { Item = item, Quantity = "1", Unit = "kg" };

    private static string Plain(string words) => words.Replace('\u00a0', ' ');

    private Func<Task<string>> Add(Person person, AddItems.Input input) =>
        app.Act<AddItems.Handler, AddItems.Added>(person, _floor, async handler => await handler.HandleAsync(_floor.Id, input, default));

    private Func<Task<string>> Buy(Person person, Guid id, string price)
    {
        var input = new BuyItem.Input { Price = price };
        return app.Act<BuyItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));
    }

    private Func<Task<string>> Cancel(Person person, Guid id)
    {
        var input = new CancelItem.Input { Reason = "Enough is left" };
        return app.Act<CancelItem.Handler, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));
    }

    private Func<Task<string>> PutBack(Person person, Guid id) =>
        app.Act<PutBackItem, ShoppingItem>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, default));

    private Func<Task<string>> Bill(Person person, Guid id)
    {
        var line = new BillDraftLine("Rice", 2, "kg", null, 80, null, id);
        var draft = new BillDraft(person.Number, TestClock.Today, "Corner shop", 0, 0, [line]);
        return app.Act<RecordBill, Bill>(
            person, _floor, async handler => await handler.HandleAsync(_floor.Id, Guid.NewGuid(), draft, anotherBill: true, default));
    }
}
