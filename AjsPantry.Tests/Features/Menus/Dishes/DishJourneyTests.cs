using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.Menus.Dishes;

/// <summary>In a real browser: a head fills the library, and every page of it may be shipped.</summary>
public sealed class DishJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    [Fact]
    public async Task A_head_adds_a_dish_reckons_it_and_merges_a_duplicate()
    {
        const string name = "Journey phone curry";
        const string twice = "Jurney phone curry";
        var page = await app.OpenAsAsync(Cast.Head);
        await CheckAsync(page, "/menus/dishes");
        await CheckAsync(page, "/menus/dishes/common");
        await page.GotoAsync("/menus/dishes/add");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Ingredient", new() { Exact = true }).First.FillAsync("Onions");
        await page.GetByLabel("Quantity").First.FillAsync("1500");
        await page.GetByLabel("Unit").First.SelectOptionAsync("g");
        await Button(page, "Add an ingredient").ClickAsync();
        await page.GetByLabel("Ingredient", new() { Exact = true }).Nth(4).FillAsync("Eggs");
        await page.GetByLabel("Quantity").Nth(4).FillAsync("many");
        await Inspection.PassAsync(page);
        await Button(page, "Add the dish").ClickAsync();
        await Assertions.Expect(page.GetByText("Please check the fields in red")).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        await Button(page, "Remove Eggs").ClickAsync();
        await Button(page, "Add the dish").ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync($"{name} is in the library.");
        await page.GetByLabel("How many people eat?").FillAsync("60");
        await Button(page, "Recalculate").ClickAsync();
        await Assertions.Expect(page.Locator(".recipe dd")).ToHaveTextAsync("3 kg");
        await Inspection.PassAsync(page);
        await AddTwinAsync(page, twice, name);
        await MergeAsync(page, name);
    }

    /// <summary>While one types the near dish is shown; saving asks once.</summary>
    private static async Task AddTwinAsync(IPage page, string twice, string name)
    {
        await page.GotoAsync("/menus/dishes/add");
        await page.GetByLabel("Name").PressSequentiallyAsync(twice);
        await Assertions.Expect(page.Locator("#alike")).ToContainTextAsync(name);
        await Inspection.PassAsync(page);
        await Button(page, "Add the dish").ClickAsync();
        await page.GetByLabel("Yes, this is another dish").CheckAsync();
        await Inspection.PassAsync(page);
        await Button(page, "Add the dish").ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync($"{twice} is in the library.");
    }

    private static async Task MergeAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Merge" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("The dish that stays")).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        await page.GetByLabel("The dish that stays").SelectOptionAsync(name);
        await Button(page, "See what will happen").ClickAsync();
        await Assertions.Expect(Button(page, "Merge the two")).ToBeVisibleAsync();
        await Inspection.PassAsync(page);
        await Button(page, "Merge the two").ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync($"is now {name}.");
    }

    [Fact]
    public async Task Dishes_may_be_shipped_in_every_state()
    {
        var one = await app.NewDishAsync("Shipped", ingredients: DishLookups.SomeIngredients);
        var gone = await app.NewDishAsync("Gone");
        var taken = await app.NewDishAsync("Planned");
        await app.NewMenuAsync(TestClock.Today.AddDays(9), taken, one);
        var page = await app.OpenAsAsync(Cast.Admin);
        await page.GotoAsync($"/menus/dishes/{gone}/archive");
        await Button(page, "Archive the dish").ClickAsync();
        await Assertions.Expect(page.Locator(".toast-line")).ToContainTextAsync("is archived.");
        foreach (var address in (string[])["?q=nothing+fits", "?state=archived", $"/{one}?for=none", $"/{gone}", $"/{taken}/archive"])
            await CheckAsync(page, "/menus/dishes" + address);
    }

    private static async Task CheckAsync(IPage page, string address)
    {
        Assert.Equal(200, (await page.GotoAsync(address))!.Status);
        await Inspection.PassAsync(page);
    }
}
