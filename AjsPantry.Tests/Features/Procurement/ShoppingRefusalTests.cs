using AjsPantry.Features.Procurement;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>What the list refuses, in words, and without a change.</summary>
public sealed class ShoppingRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Theory]
    [InlineData("Input.NeededBy", "soon", "Input_NeededBy: Choose a day, or leave it empty.")]
    [InlineData("Input.NeededBy", "2026-03-14", "Input_NeededBy: Sat 14 Mar 2026 is over. Choose today or a later day, or leave it empty.")]
    [InlineData("Input.Rows[0].Unit", "furlong", "Input_Rows_0__Unit: Choose a unit from the list.")]
    [InlineData("Input.Assignee", "x", "Input_Assignee: That person no longer lives here. Choose another.")]
    public async Task A_list_with_something_wrong_is_refused_at_its_field(string field, string typed, string error)
    {
        var page = await (await Head).GetAsync("/shopping/add");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Rows[0].Item"] = "Refused rice", [field] = typed });
        Assert.Equal([error], answer.Errors);
        Assert.Equal(field.StartsWith("Input.Rows", StringComparison.Ordinal),
            Assert.Single(answer.Summary).StartsWith("Line 1, ", StringComparison.Ordinal));
        Assert.Equal("Refused rice", answer.Value("Input.Rows[0].Item"));
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("add", "Input.Priority", "Input_Priority: ")]
    [InlineData("add", "Input.Rows[0].Category", "Input_Rows_0__Category: ")]
    [InlineData("add", "Input.Rows[0].Priority", "Input_Rows_0__Priority: ")]
    [InlineData("edit", "Input.Category", "Input_Category: ")]
    [InlineData("edit", "Input.Priority", "Input_Priority: ")]
    public async Task What_is_not_among_the_choices_is_refused(string form, string field, string error)
    {
        var address = form == "add" ? "/shopping/add" : $"/shopping/{await app.NeedAsync("Refused rice")}/edit";
        var page = await (await Head).GetAsync(address);
        var before = await Rows.ReadAsync(app.Database);
        foreach (var typed in (string[])["99", "-1", "Soon"])
        {
            var answer = await page.SubmitAsync(new() { ["Input.Rows[0].Item"] = "Refused rice", [field] = typed });
            Assert.StartsWith(error, Assert.Single(answer.Errors), StringComparison.Ordinal);
        }

        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task More_than_a_hundred_things_are_a_second_form()
    {
        var visitor = await Head;
        var rows = Enumerable.Range(0, 101).ToDictionary(row => $"Input.Rows[{row}].Item", row => $"Many {row}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await visitor.PostAsync("/shopping/add", rows);
        Assert.Equal(["Input_Rows: Add up to 100 things at once, and the rest afterwards."], answer.Errors);
        Assert.Equal("Many 100", answer.Value("Input.Rows[100].Item"));
        Assert.Empty(await before.ChangesAsync());
        rows.Remove("Input.Rows[100].Item");
        Assert.Equal(302, (await visitor.PostAsync("/shopping/add", rows)).Status);
    }

    [Theory]
    [InlineData("2026-03-16")]
    [InlineData("soon")]
    public async Task Nothing_is_bought_on_a_day_to_come(string day)
    {
        var id = await app.NeedAsync("Early milk");
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/shopping/{id}/bought");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.On"] = day });
        Assert.Equal(["Input_On: Choose today or the day on which it was bought."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_somebody_else_buys_is_theirs_to_tick()
    {
        var id = await app.NeedAsync("Theirs", assignee: Cast.Head);
        var member = await app.SignInAsync(Cast.Member);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await member.PostAsync($"/shopping/{id}/bought");
        Assert.Contains("North Pantry head 1 is buying Theirs.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_is_on_a_bill_is_neither_ticked_nor_changed_nor_cancelled_nor_put_back()
    {
        var id = await app.NeedAsync("Billed rice", boughtBy: Cast.Head, price: 80);
        await BillAsync(id);
        var head = await Head;
        var before = await Rows.ReadAsync(app.Database);
        var tick = await head.PostAsync($"/shopping/{id}/bought", new() { ["Input.Price"] = "1" });
        Assert.Contains("Billed rice is already on a bill.", tick.Text, StringComparison.Ordinal);
        var several = new Dictionary<string, string> { ["Input.Rows[0].Id"] = $"{id}", ["Input.Rows[0].Bought"] = "true" };
        var answer = await head.PostAsync("/shopping/bought", several);
        Assert.Equal(["Input_Rows_0__Bought: Billed rice is already on a bill."], answer.Errors);
        var edit = await head.PostAsync($"/shopping/{id}/edit", Edited);
        Assert.Contains("It is no longer on the list, so it cannot be edited.", edit.Text, StringComparison.Ordinal);
        var cancel = await head.PostAsync($"/shopping/{id}/cancel", new() { ["Input.Reason"] = "No" });
        Assert.Contains("Billed rice is already bought. Put it back on the list first.", cancel.Text, StringComparison.Ordinal);
        var back = await head.PostAsync($"/shopping/{id}?handler=Back");
        Assert.Contains("Billed rice is on a bill. Remove it from the bill, or void the bill.", back.Text, StringComparison.Ordinal);
        var give = await head.PostAsync($"/shopping/{id}", new() { ["Input.Assignee"] = $"{await app.IdAsync(Cast.Member)}" });
        Assert.Contains("Someone else changed this. Here is the latest.", give.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_is_not_on_the_floors_list_cannot_be_ticked_among_several()
    {
        var here = await app.NeedAsync("Here");
        Guid[] strangers = [await app.NeedAsync("Upstairs", floor: 2), await app.NeedAsync("Next door", tenant: "South"), Guid.NewGuid()];
        var member = await app.SignInAsync(Cast.Member);
        var before = await Rows.ReadAsync(app.Database);
        foreach (var id in (string[])[.. strangers.Select(id => $"{id}"), "junk"])
        {
            var answer = await member.PostAsync("/shopping/bought", new()
            {
                ["Input.Rows[0].Id"] = $"{here}",
                ["Input.Rows[0].Bought"] = "true",
                ["Input.Rows[1].Id"] = id,
                ["Input.Rows[1].Bought"] = "true",
            });
            Assert.Equal(["Input_Rows_1__Bought: This is no longer on the list."], answer.Errors);
        }

        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task What_is_bought_is_not_cancelled_and_not_changed()
    {
        var id = await app.NeedAsync("In the trolley", boughtBy: Cast.Member);
        var head = await Head;
        var before = await Rows.ReadAsync(app.Database);
        var cancel = await head.PostAsync($"/shopping/{id}/cancel", new() { ["Input.Reason"] = "No" });
        Assert.Contains("In the trolley is already bought. Put it back on the list first.", cancel.Text, StringComparison.Ordinal);
        var edit = await head.PostAsync($"/shopping/{id}/edit", Edited);
        Assert.Contains("It is no longer on the list, so it cannot be edited.", edit.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
        Assert.Equal(ShoppingState.Bought, (await app.ItemAsync(id)).State);
    }

    [Theory]
    [InlineData("needed", "Bill thing is not bought yet. Mark it as bought first.")]
    [InlineData("billed", "Bill thing is already on another bill.")]
    [InlineData("upstairs", "One shopping item no longer exists. Remove its line and type it again.")]
    [InlineData("next door", "One shopping item no longer exists. Remove its line and type it again.")]
    [InlineData("nowhere", "One shopping item no longer exists. Remove its line and type it again.")]
    public async Task A_bill_takes_only_what_the_floor_has_bought(string where, string refusal)
    {
        var id = where switch
        {
            "upstairs" => await app.NeedAsync("Bill thing", boughtBy: Cast.OtherFloorMember, floor: 2),
            "next door" => await app.NeedAsync("Bill thing", boughtBy: Cast.OtherTenantMember, tenant: "South"),
            "nowhere" => Guid.NewGuid(),
            "billed" => await app.NeedAsync("Bill thing", boughtBy: Cast.Member),
            _ => await app.NeedAsync("Bill thing"),
        };
        if (where == "billed")
            await BillAsync(id);
        var page = await (await Head).GetAsync("/expenses/record");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new()
        {
            ["Input.Number"] = "RF-1",
            ["Input.Shop"] = "Refused shop",
            ["Input.Lines[0].Item"] = "Smuggled",
            ["Input.Lines[0].Amount"] = "10",
            ["Input.Lines[0].ShoppingItemId"] = $"{id}",
        });
        Assert.Contains(refusal, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Smuggled", answer.Value("Input.Lines[0].Item"));
        Assert.Empty(await before.ChangesAsync());
    }

    private Task<Guid> BillAsync(Guid id)
    {
        var line = BillActs.Line("Rice", 2, "kg", 80) with { ShoppingItemId = id };
        return app.RecordAsync("North", 1, BillActs.One(80) with { Lines = [line] });
    }

    private static Dictionary<string, string> Edited => new() { ["Input.Item"] = "Other", ["Input.Quantity"] = "9", ["Input.Unit"] = "kg" };
}
