using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Tests.Features.People;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>The list, and what people do with the things on it. Every test has things of its own.</summary>
public sealed class ShoppingTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private static Dictionary<string, string> Rows(params (string Item, string Quantity, string Unit)[] rows) =>
        rows.Index()
            .SelectMany(row =>
                new[] { ($"Input.Rows[{row.Index}].Item", row.Item.Item), ($"Input.Rows[{row.Index}].Quantity",
                    row.Item.Quantity), ($"Input.Rows[{row.Index}].Unit", row.Item.Unit) })
                        .ToDictionary(field => field.Item1, field => field.Item2);

    private async Task<List<ShoppingItem>> NamedAsync(string name) =>
        await app.ReadAsync("North", db => db.ShoppingItems.AsNoTracking().Where(item => item.Name == name).ToListAsync());

    [Fact]
    public async Task A_head_adds_several_things_at_once_and_whoever_buys_them_is_told_once()
    {
        var buyer = await app.NewAsync();
        var page = await (await Head).GetAsync("/shopping/add");
        var values = Rows(("Added rice", "5", "kg"), ("Added oil", "", "ltr"), ("", "", ""));
        values["Input.Assignee"] = $"{await app.IdAsync(buyer)}";
        values["Input.NeededBy"] = "2026-03-20";
        Assert.Equal("2 things added.", (await (await page.SubmitAsync(values)).FollowAsync()).Toast);
        // Sent a second time it adds nothing.
        Assert.Equal(302, (await page.SubmitAsync(values)).Status);
        var rice = Assert.Single(await NamedAsync("Added rice"));
        Assert.Equal((5m, "kg", ShoppingState.Assigned, Category.Grains), (rice.Quantity, rice.Unit, rice.State, rice.Category));
        Assert.Equal((1m, "ltr"), (Assert.Single(await NamedAsync("Added oil")).Quantity, (await NamedAsync("Added oil"))[0].Unit));
        var told = await app.ReadAsync("North",
            async db =>
                await db.Set<AjsPantry.Features.Notices.Notice>()
                    .Where(notice => notice.Kind == AjsPantry.Features.Notices.NoticeKind.Shopping && notice.Text.Contains("Added"))
                        .ToListAsync());
        Assert.Equal(("2 things are yours to buy", "5 kg Added rice, 1 ltr Added oil."),
            (Assert.Single(told).Title, told[0].Text.Replace('\u00a0', ' ')));
        var list = await (await app.SignInAsync(buyer)).GetAsync("/shopping");
        Assert.Matches("2 of them yours|2 things to buy, all yours", list.Answer);
        Assert.Equal("Yours", list.Document.QuerySelector(".aisle h2")!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_with_a_row_is_said_at_it_and_nothing_typed_is_lost()
    {
        var page = await (await Head).GetAsync("/shopping/add");
        Assert.Contains("Nothing is written yet", (await page.SubmitAsync([])).Text, StringComparison.Ordinal);
        var wrong = await page.SubmitAsync(Rows(("Wrong rice", "much", "kg"), ("", "3", "kg"), (new string('x', 201), "1", "box")));
        Assert.Equal(
            ["Input_Rows_0__Quantity: Write the quantity in digits, with three decimals at most, such as 1.5.",
                "Input_Rows_1__Item: Write what is needed.", "Input_Rows_2__Item: That is 201 characters. Use 200 at most."],
                wrong.Errors.Order());
        Assert.Equal(("Wrong rice", "much"), (wrong.Value("Input.Rows[0].Item"), wrong.Value("Input.Rows[0].Quantity")));
        Assert.Empty(await NamedAsync("Wrong rice"));
        foreach (var quantity in (string[])["0", "-1", "10000000", "1.2345"])
            Assert.Single((await page.SubmitAsync(Rows(("Wrong oil", quantity, "ltr")))).Errors);
    }

    [Fact]
    public async Task What_is_on_the_list_already_is_asked_about()
    {
        var id = await app.NeedAsync("Same sugar");
        var page = await (await Head).GetAsync("/shopping/add");
        var asked = await page.SubmitAsync(Rows(("same SUGAR", "3", "kg")));
        Assert.Equal(["Input_Rows_0__Same: Same sugar is on the list already: 2 kg. Add this to it?"], asked.Errors);
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.Rows[0].Same"] = "merge" })).Status);
        Assert.Equal(5, (await app.ItemAsync(id)).Quantity);
        // The same form once more is asked anew and adds nothing.
        Assert.Single((await asked.SubmitAsync(new() { ["Input.Rows[0].Same"] = "merge" })).Errors);
        Assert.Equal(5, (await app.ItemAsync(id)).Quantity);
        var again = await (await (await Head).GetAsync("/shopping/add")).SubmitAsync(Rows(("Same sugar", "1", "kg")));
        Assert.Equal(302, (await again.SubmitAsync(new() { ["Input.Rows[0].Same"] = "apart" })).Status);
        Assert.Equal(2, (await NamedAsync("Same sugar")).Count);
        // Another unit is another thing.
        Assert.Equal(302, (await (await (await Head).GetAsync("/shopping/add")).SubmitAsync(Rows(("Same sugar", "1", "pkt")))).Status);
    }

    [Fact]
    public async Task What_is_written_twice_in_one_form_is_asked_about_too()
    {
        var page = await (await Head).GetAsync("/shopping/add");
        var values = Rows(("Twice flour", "3", "kg"), ("Twice salt", "1", "kg"), ("twice  flour", "2", "kg"));
        values["Input.Rows[1].Category"] = "Household";
        values["Input.Rows[1].Priority"] = "High";
        var asked = await page.SubmitAsync(values);
        Assert.Equal(["Input_Rows_2__Same: Twice flour is written above already: 3 kg. Add this to it?"], asked.Errors);
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.Rows[2].Same"] = "merge" })).Status);
        Assert.Equal(5, Assert.Single(await NamedAsync("Twice flour")).Quantity);
        Assert.Equal((Category.Household, Priority.High),
            (Assert.Single(await NamedAsync("Twice salt")).Category, (await NamedAsync("Twice salt"))[0].Priority));
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    public async Task What_is_none_of_the_choices_is_refused_in_words(string priority)
    {
        var values = Rows(("Chosen flour", "3", "kg"));
        values["Input.Priority"] = priority;
        var answer = await (await (await Head).GetAsync("/shopping/add")).SubmitAsync(values);
        Assert.Equal(["Choose one from the list."],
            answer.Document.QuerySelectorAll(".callout.bad p").Select(line => line.TextContent.Trim())
                .Concat(answer.Errors.Select(error => error.Split(": ", 2)[1])).Distinct());
        Assert.Empty(await NamedAsync("Chosen flour"));
    }

    [Fact]
    public async Task The_list_is_the_floors_own()
    {
        var id = await app.NeedAsync("Door flour", assignee: Cast.Head);
        foreach (var address in (string[])["/shopping", "/shopping/done", $"/shopping/{id}"])
        {
            Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
            Assert.Equal(200, (await (await app.SignInAsync(Cast.Member)).GetAsync(address)).Status);
        }

        foreach (var part in (string[])["/edit", "/cancel"])
            Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/shopping/{id}{part}")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync("/shopping/add")).Status);
        foreach (var part in (string[])["", "/bought", "/edit", "/cancel"])
        {
            Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).PostAsync($"/shopping/{id}{part}")).Status);
            Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/shopping/{id}{part}?floor=2")).Status);
            Assert.Equal(404, (await (await Head).GetAsync($"/shopping/{Guid.NewGuid()}{part}")).Status);
        }

        // Nobody of another floor is given anything.
        Assert.Single(
            (await (await Head).PostAsync(
                $"/shopping/{id}", new() { ["Input.Assignee"] = $"{await app.IdAsync(Cast.OtherFloorMember)}" })).Errors);
        Assert.DoesNotContain(
            "Door flour", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/shopping")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_shows_ones_own_first_then_what_nobody_has_and_the_urgent_before_the_rest()
    {
        var me = Guid.NewGuid();
        Guid?[] people = [me, null, Guid.NewGuid(), Guid.NewGuid()];
        var rows = Gen.Select(Gen.Int[0, 3], Gen.Enum<Priority>(), Gen.Int[0, 5], Gen.Int[0, 100])
            .Select((who, priority, day, added) => new ShoppingRow(
            Guid.NewGuid(), "Item", 1, "kg", Category.Other, priority, day == 0 ? null : TestClock.Today.AddDays(day), null,
            people[who] is null ? ShoppingState.Needed : ShoppingState.Assigned, people[who], people[who]?.ToString(), null,
            TestClock.Beginning.AddMinutes(added), null, null, null, null, null, null, null, null, 0)).List[0, 30];
        rows.Sample(some =>
        {
            var list = ShoppingList.Of(some, me);
            var items = list.Groups.SelectMany(group => group.Items).ToList();
            return items.Count == some.Count && items.Select(item => item.Id).ToHashSet().SetEquals(some.Select(row => row.Id))
                && list.Groups.Skip(1).All(group => !group.Mine)
                && list.Groups.SkipWhile(group => group.Mine).Skip(1).All(group => group.AssigneeId is not null)
                && list.Groups
                    .All(group => group.Items.Zip(group.Items.Skip(1))
                        .All(pair => pair.First.Priority < pair.Second.Priority
                            || (pair.First.Priority == pair.Second.Priority
                                && (pair.First.NeededBy ?? DateOnly.MaxValue) <= (pair.Second.NeededBy ?? DateOnly.MaxValue))));
        }, iter: 200);
    }

    [Fact]
    public void An_estimate_takes_the_last_price_of_the_same_thing_and_guesses_nothing_else()
    {
        BoughtBefore[] history = [new("Rice", 10, "kg", 550, Category.Grains, TestClock.Today),
            new("rice", 5, "kg", 300, Category.Grains, TestClock.Today.AddDays(-30)),
            new("Milk", 2, "ltr", 115, Category.Dairy, TestClock.Today)];
        // 3 kg at 55 and 1 ltr at 57.50; ghee was never bought, and rice in packets is another thing.
        Assert.Equal(new Estimate(222.50m, 2, 4),
            Estimate.For([("RICE", "kg", 3), ("Milk", "ltr", 1), ("Ghee", "kg", 1), ("Rice", "pkt", 1)], history));
        Assert.Equal(new Estimate(0, 0, 0), Estimate.For([], history));
    }

    [Fact]
    public async Task The_list_costs_the_same_however_long_it_is()
    {
        var member = await app.SignInAsync(Cast.Member);
        await member.GetAsync("/shopping");
        for (var item = 0; item < 30; item++)
            await app.NeedAsync($"Counted {item}");
        app.Commands.Clear();
        await member.GetAsync("/shopping");
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }
}
