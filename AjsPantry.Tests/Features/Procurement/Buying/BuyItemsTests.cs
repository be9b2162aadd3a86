using AjsPantry.Features.Procurement;

namespace AjsPantry.Tests.Features.Procurement.Buying;

/// <summary>After the shop: several things at once, and what one's own tick said put right.</summary>
public sealed class BuyItemsTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>The form with a tick, a quantity and a price for the things of some ids, and no tick elsewhere.</summary>
    private static Dictionary<string, string> Ticked(WebPage page, params (Guid Id, string Quantity, string Price)[] things)
    {
        var values = page.Document.QuerySelectorAll("input[name$='.Bought']").ToDictionary(box => box.GetAttribute("name")!, _ => "false");
        foreach (var (id, quantity, price) in things)
        {
            var row = page.Document.QuerySelectorAll("input[name$='.Id']").Single(input => input.GetAttribute("value") == $"{id}")
                .GetAttribute("name")!.Replace(".Id", "", StringComparison.Ordinal);
            values[$"{row}.Bought"] = "true";
            values[$"{row}.Quantity"] = quantity;
            values[$"{row}.Price"] = price;
        }

        return values;
    }

    [Fact]
    public async Task Several_things_of_one_shop_are_ticked_at_once_with_what_they_cost()
    {
        var mine = await app.NeedAsync("Several mine", assignee: Cast.Member);
        var free = await app.NeedAsync("Several free");
        var theirs = await app.NeedAsync("Several theirs", assignee: Cast.Head);
        var member = await app.SignInAsync(Cast.Member);
        Assert.NotNull((await member.GetAsync("/shopping")).Document.QuerySelector("a[href='/shopping/bought']"));
        var page = await member.GetAsync("/shopping/bought");
        Assert.DoesNotContain("Several theirs", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelectorAll(".tick")
            .Single(row => row.TextContent.Contains("Several mine", StringComparison.Ordinal))
                .QuerySelector("input[type=checkbox][checked]"));
        Assert.Null(page.Document.QuerySelectorAll(".tick")
            .Single(row => row.TextContent.Contains("Several free", StringComparison.Ordinal))
                .QuerySelector("input[type=checkbox][checked]"));

        var values = Ticked(page, (mine, "2.5", "120"), (free, "", ""));
        values["Input.Shop"] = "Corner shop";
        values["Input.On"] = "2026-03-14";
        Assert.Equal("2 things are marked as bought.", (await (await page.SubmitAsync(values)).FollowAsync()).Toast);
        var one = await app.ItemAsync(mine);
        var other = await app.ItemAsync(free);
        Assert.Equal((ShoppingState.Bought, 2.5m, 120m, "Corner shop", new DateOnly(2026, 3, 14)),
            (one.State, one.BoughtQuantity!.Value, one.Price!.Value, one.Shop, one.BoughtOn!.Value));
        Assert.Equal((ShoppingState.Bought, 2m, null, "Corner shop"), (other.State, other.BoughtQuantity!.Value, other.Price, other.Shop));
        // Sent a second time it is the same tick.
        Assert.Equal(302, (await page.SubmitAsync(values)).Status);
        Assert.Equal(one.Version, (await app.ItemAsync(mine)).Version);
        Assert.Equal(ShoppingState.Assigned, (await app.ItemAsync(theirs)).State);
    }

    [Fact]
    public async Task Where_nothing_is_needed_there_is_nothing_to_tick()
    {
        var text = (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/shopping/bought")).Text;
        Assert.Contains("Things to buy show here when they are on the list.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tick what you bought.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_one_cannot_be_ticked_none_is_and_nothing_typed_is_lost()
    {
        var good = await app.NeedAsync("All good");
        var gone = await app.NeedAsync("All gone");
        var member = await app.SignInAsync(Cast.Member);
        var page = await member.GetAsync("/shopping/bought");
        await (await app.SignInAsync(Cast.Head)).PostAsync($"/shopping/{gone}/cancel", new() { ["Input.Reason"] = "Found some" });
        var answer = await page.SubmitAsync(Ticked(page, (good, "3", "10.50"), (gone, "1", "")));
        Assert.Contains("All gone is no longer needed: Found some", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Contains("10.50", answer.Document.QuerySelectorAll("input[name$='.Price']").Select(input => input.GetAttribute("value")));
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(good)).State);

        Assert.Contains("Tick what you bought.", (await page.SubmitAsync(Ticked(page))).Text, StringComparison.Ordinal);
        foreach (var (quantity, price) in ((string, string)[])[("much", ""), ("0", ""), ("1", "-4"), ("1", "dear"), ("99999999", "")])
            Assert.Single((await page.SubmitAsync(Ticked(page, (good, quantity, price)))).Errors);
        foreach (var (field, typed) in ((string, string)[])[("Input.Shop", new string('x', 200)), ("Input.On", "2026-03-16"),
            ("Input.On", "soon")])
            Assert.Single((await page.SubmitAsync(new(Ticked(page, (good, "1", ""))) { [field] = typed })).Errors);
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(good)).State);
    }

    [Fact]
    public async Task Nobody_ticks_what_others_buy_or_another_floor_needs()
    {
        var theirs = await app.NeedAsync("Wall theirs", assignee: Cast.Head);
        var elsewhere = await app.NeedAsync("Wall elsewhere", floor: 2);
        var abroad = await app.NeedAsync("Wall abroad", tenant: "South");
        await app.NeedAsync("Wall here");
        var member = await app.SignInAsync(Cast.Member);
        foreach (var id in (Guid[])[theirs, elsewhere, abroad, Guid.NewGuid()])
        {
            var answer = await member.PostAsync(
                "/shopping/bought", new() { ["Input.Rows[0].Id"] = $"{id}", ["Input.Rows[0].Bought"] = "true" });
            Assert.Matches("is buying Wall theirs|no longer on the list", Assert.Single(answer.Errors));
        }

        Assert.Equal(302, (await app.Visit().GetAsync("/shopping/bought")).Status);
        Assert.DoesNotContain("Wall elsewhere", (await member.GetAsync("/shopping/bought")).Text, StringComparison.Ordinal);
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(elsewhere)).State);
        Assert.Equal(ShoppingState.Needed, (await app.ItemAsync(abroad, "South")).State);
    }

    [Fact]
    public async Task A_step_more_or_less_puts_ones_own_tick_right()
    {
        var id = await app.NeedAsync("Stepped ghee", boughtBy: Cast.Member, price: 80, quantity: 1);
        var member = await app.SignInAsync(Cast.Member);
        async Task PressAsync(string label)
        {
            var button = (await member.GetAsync("/shopping")).Document.QuerySelector($"button[aria-label='{label}: Stepped ghee']")!;
            await member.PostAsync($"/shopping/{id}/bought", new() { [button.GetAttribute("name")!] = button.GetAttribute("value")! });
        }

        await PressAsync("More");
        Assert.Equal((1.5m, 80m), ((await app.ItemAsync(id)).BoughtQuantity!.Value, (await app.ItemAsync(id)).Price!.Value));
        await PressAsync("Less");
        await PressAsync("Less");
        Assert.Equal(0.5m, (await app.ItemAsync(id)).BoughtQuantity);
        // Nothing at all is not bought: it goes back to the list instead.
        Assert.NotNull((await member.GetAsync("/shopping")).Document.QuerySelector("button[aria-label='Less: Stepped ghee'][disabled]"));
        Assert.Null((await (await app.SignInAsync(Cast.Head)).GetAsync("/shopping")).Document
            .QuerySelector("button[aria-label='More: Stepped ghee']"));
    }

    [Fact]
    public async Task What_waits_for_a_bill_stands_on_the_expenses_page_of_those_who_record_bills()
    {
        await app.NeedAsync("Waiting for a bill", boughtBy: Cast.Member, price: 80);
        Assert.Matches("ha(s|ve) no bill yet, known prices ₹", (await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses")).Text);
        Assert.DoesNotContain(
            "for a bill", (await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_leads_to_the_list_in_one_tap()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.Head])
            Assert.Contains("/shopping",
                (await (await app.SignInAsync(person)).GetAsync("/")).Document.QuerySelectorAll(".tabs a")
                    .Select(link => link.GetAttribute("href")));
    }
}
