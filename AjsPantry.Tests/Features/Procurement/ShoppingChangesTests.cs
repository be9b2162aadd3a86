using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>What becomes of a thing on the list when it is changed, and who hears of it.</summary>
public sealed class ShoppingChangesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> EditAsync(Guid id, Dictionary<string, string> values) =>
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/shopping/{id}/edit")).SubmitAsync(values);

    private async Task<List<string>> ToldAsync(Guid id)
    {
        var told = await app.ReadAsync("North", db => db.Notices.Where(notice => notice.SubjectId == id).ToListAsync());
        return [.. told.OrderBy(notice => notice.Id).Select(notice => $"{notice.Title} / {notice.Text}".Replace('\u00a0', ' '))];
    }

    [Fact]
    public async Task A_price_and_a_shop_that_are_emptied_are_gone_and_a_step_of_the_quantity_keeps_them()
    {
        var id = await app.NeedAsync("Cleared ghee", boughtBy: Cast.Head, price: 90);
        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal(302, (await head.PostAsync($"/shopping/{id}/bought", new() { ["Input.Quantity"] = "3" })).Status);
        var stepped = await app.ItemAsync(id);
        Assert.Equal((3m, 90m, "Trolley shop"), (stepped.BoughtQuantity, stepped.Price, stepped.Shop));
        var form = await head.GetAsync($"/shopping/{id}/bought");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Price"] = "", ["Input.Shop"] = "" })).Status);
        var cleared = await app.ItemAsync(id);
        Assert.Equal((3m, null, null), (cleared.BoughtQuantity, cleared.Price, cleared.Shop));
    }

    [Fact]
    public async Task Nothing_is_needed_by_a_day_that_is_over_unless_it_was_before()
    {
        var id = await app.NeedAsync("Dated salt");
        var refused = await EditAsync(id, new() { ["Input.NeededBy"] = "2026-03-14", ["Input.Note"] = "coarse" });
        Assert.Equal(
            "Input_NeededBy: Sat 14 Mar 2026 is over. Choose today or a later day, or leave it empty.",
            Assert.Single(refused.Errors).Replace('\u00a0', ' '));
        Assert.Equal("coarse", refused.Value("Input.Note"));
        await TestServer.WriteAsync(app.Database, $"UPDATE shopping_items SET needed_by = '2026-03-10' WHERE id = '{id}'");
        Assert.Equal(302, (await EditAsync(id, new() { ["Input.Note"] = "coarse" })).Status);
        Assert.Equal(new DateOnly(2026, 3, 10), (await app.ItemAsync(id)).NeededBy);
    }

    [Fact]
    public async Task Whoever_is_to_buy_it_hears_what_changed_and_that_it_is_not_needed()
    {
        var buyer = await app.NewAsync();
        var id = await app.NeedAsync("Changing rice", buyer);
        Assert.Equal(302, (await EditAsync(id, [])).Status);
        Assert.Empty(await ToldAsync(id));
        var changes = new Dictionary<string,
            string>
        { ["Input.Quantity"] = "5", ["Input.NeededBy"] = "2026-03-18", ["Input.Note"] = "long" };
        Assert.Equal(302, (await EditAsync(id, changes)).Status);
        Assert.Equal(
            [$"Changing rice: {Cast.Head.Name} changed your shopping / 5 kg Changing rice, needed by Wed 18 Mar. long"],
            await ToldAsync(id));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/shopping/add");
        var more = new Dictionary<string, string>
        {
            ["Input.Rows[0].Item"] = "changing rice",
            ["Input.Rows[0].Quantity"] = "1",
            ["Input.Rows[0].Unit"] = "kg",
        };
        var asked = await page.SubmitAsync(more);
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.Rows[0].Same"] = "merge" })).Status);
        Assert.Equal(2, (await ToldAsync(id)).Count);
        var cancelling = await (await app.SignInAsync(Cast.Head)).GetAsync($"/shopping/{id}/cancel");
        Assert.Equal(302, (await cancelling.SubmitAsync(new() { ["Input.Reason"] = "Found a sack" })).Status);
        Assert.Equal([$"Changing rice is no longer needed / {Cast.Head.Name}: Found a sack"], await ToldAsync(id));
    }
}
