using AjsPantry.Features.Procurement;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>What becomes of a thing that is on the list.</summary>
public sealed class BuyingTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_member_takes_what_nobody_has_ticks_it_and_puts_it_back()
    {
        var one = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.NeedAsync("Taken milk");
        var member = await app.SignInAsync(one);
        var mine = $"{await app.IdAsync(one)}";
        Assert.Equal(302, (await member.PostAsync($"/shopping/{id}", new() { ["Input.Assignee"] = mine })).Status);
        Assert.Contains("Someone else changed this.",
            (await (await app.SignInAsync(other)).PostAsync(
                $"/shopping/{id}", new() { ["Input.Assignee"] = $"{await app.IdAsync(other)}" })).Text, StringComparison.Ordinal);
        Assert.Contains("is buying Taken milk", (await (await app.SignInAsync(other)).PostAsync($"/shopping/{id}/bought")).Text,
            StringComparison.Ordinal);
        // One tap, and the same tap once more after a bad network.
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal("/shopping", (await member.PostAsync($"/shopping/{id}/bought")).Location);
        var item = await app.ItemAsync(id);
        Assert.Equal((ShoppingState.Bought, 2m, TestClock.Today), (item.State, item.BoughtQuantity!.Value, item.BoughtOn!.Value));
        var page = await member.GetAsync($"/shopping/{id}/bought");
        Assert.StartsWith(
            "Input_Price: ", Assert.Single((await page.SubmitAsync(new() { ["Input.Price"] = "cheap" })).Errors), StringComparison.Ordinal);
        Assert.Single((await page.SubmitAsync(new() { ["Input.On"] = "2026-03-16" })).Errors);
        Assert.Equal(302,
            (await page.SubmitAsync(
                new() { ["Input.Quantity"] = "1.5", ["Input.Price"] = "90.50", ["Input.Shop"] = "Corner shop" })).Status);
        item = await app.ItemAsync(id);
        Assert.Equal((1.5m, 90.50m, "Corner shop"), (item.BoughtQuantity!.Value, item.Price!.Value, item.Shop));
        Assert.Equal(403, (await (await app.SignInAsync(other)).PostAsync($"/shopping/{id}?handler=Back")).Status);
        Assert.Equal(302, (await member.PostAsync($"/shopping/{id}?handler=Back")).Status);
        Assert.Equal((ShoppingState.Assigned, (decimal?)null), ((await app.ItemAsync(id)).State, (await app.ItemAsync(id)).Price));
        Assert.Equal(302, (await member.PostAsync($"/shopping/{id}", new() { ["Input.Assignee"] = "" })).Status);
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(id)).State);
    }

    [Fact]
    public async Task Whoever_gets_a_thing_a_second_time_is_told_again()
    {
        var one = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.NeedAsync("Handed ghee");
        foreach (var person in (Person[])[one, other, one])
            Assert.Equal(302,
                (await (await Head).PostAsync($"/shopping/{id}", new() { ["Input.Assignee"] = $"{await app.IdAsync(person)}" })).Status);
        // Nobody had read the earlier ones, so they are taken back.
        Assert.Equal([one.Number], await app.ToldAsync(id));
        var member = await app.SignInAsync(one);
        var notice = await app.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Notices.Notice>().Where(notice => notice.SubjectId == id).Select(notice => notice.Id)
                .SingleAsync());
        await member.PostAsync($"/inbox/{notice}/open");
        foreach (var person in (Person[])[other, one])
            await (await Head).PostAsync($"/shopping/{id}", new() { ["Input.Assignee"] = $"{await app.IdAsync(person)}" });
        Assert.Equal([one.Number, one.Number], await app.ToldAsync(id));
    }

    [Fact]
    public async Task Two_who_tick_at_once_buy_it_once()
    {
        var one = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.NeedAsync("Raced bread");
        var visitors = new[] { await app.SignInAsync(one), await app.SignInAsync(other) };
        var answers = await Task.WhenAll(visitors.Select(visitor => visitor.PostAsync($"/shopping/{id}/bought")));
        Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
        Assert.Contains("has already bought Raced bread", answers.Single(answer => answer.Status == 200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thing_is_changed_by_one_at_a_time_and_cancelled_with_a_reason()
    {
        var id = await app.NeedAsync("Changed dal");
        var page = await (await Head).GetAsync($"/shopping/{id}/edit");
        var late = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/shopping/{id}/edit?floor=1");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Quantity"] = "4", ["Input.Note"] = "The yellow one" })).Status);
        var overtaken = await late.SubmitAsync(new() { ["Input.Quantity"] = "9" });
        Assert.Contains(
            "Their version: 4 kg Changed dal, The yellow one.", overtaken.Text, StringComparison.Ordinal);
        Assert.Equal("9", overtaken.Value("Input.Quantity"));
        Assert.Equal(4, (await app.ItemAsync(id)).Quantity);
        Assert.Equal(302, (await overtaken.SubmitAsync([])).Status);
        Assert.Equal(9, (await app.ItemAsync(id)).Quantity);

        var cancel = await (await Head).GetAsync($"/shopping/{id}/cancel");
        Assert.Equal(["Input_Reason: Write why it is not needed."], (await cancel.SubmitAsync([])).Errors);
        Assert.Equal("Changed dal is removed from the list.",
            (await (await cancel.SubmitAsync(new() { ["Input.Reason"] = "Enough is left" })).FollowAsync()).Toast);
        Assert.Contains("Changed dal", (await (await Head).GetAsync("/shopping/done")).Text, StringComparison.Ordinal);
        Assert.Contains("no longer needed", (await (await Head).PostAsync($"/shopping/{id}/bought")).Text, StringComparison.Ordinal);
        Assert.Equal("Enough is left", (await app.TrailAsync(id))[^1].Reason);
    }
}
