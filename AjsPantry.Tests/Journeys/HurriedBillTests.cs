using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class HurriedBillTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    /// <summary>From the home page to the saved bill, beside the letters and digits of the bill itself.</summary>
    private const int MostTaps = 8;

    [Fact]
    public async Task Two_items_from_a_known_shop_need_few_taps_and_nothing_but_shop_items_and_amounts()
    {
        await app.RecordAsync("North", 1, BillActs.One(60, "500", "Corner shop", new DateOnly(2026, 3, 14)));
        var page = await app.OpenAsAsync(Cast.Head);
        var taps = 0;
        async Task TapAsync(ILocator target)
        {
            taps++;
            await target.TapAsync();
        }

        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Record a bill" }));
        await page.ArrivedAsync("**/expenses/record*");
        await TapAsync(page.GetByLabel("Shop", new() { Exact = true }));
        Assert.Contains("Corner shop",
            await page.Locator("#shops option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)"));
        // Choosing from the browser's list of proposals is a tap that no script can make.
        taps++;
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Corner shop");
        await Expect(page.GetByLabel("Bill number")).ToHaveValueAsync("501");
        await Expect(page.GetByLabel("Date on the bill")).ToHaveValueAsync("2026-03-15");
        await TapAsync(page.GetByLabel("Item", new() { Exact = true }).Nth(0));
        await page.Keyboard.TypeAsync("Milk");
        await TapAsync(page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(0));
        await page.Keyboard.TypeAsync("60");
        taps++;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Item", new() { Exact = true }).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Bread");
        await TapAsync(page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(1));
        await page.Keyboard.TypeAsync("45");
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }));

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bill 501 from Corner shop is recorded: ₹105.00.");
        Assert.Equal(MostTaps, taps);
        await page.GetByRole(AriaRole.Link, new() { Name = "Corner shop" }).First.ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("Milk and dairy");
    }

    [Fact]
    public async Task Lines_come_and_go_by_buttons_and_by_enter_and_their_sum_follows()
    {
        var page = await app.OpenAsAsync(Cast.OtherFloorHead);
        await page.GotoAsync("/expenses/record");
        var items = page.GetByLabel("Item", new() { Exact = true });
        await Expect(items).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an item" }).ClickAsync();
        await Expect(items).ToHaveCountAsync(4);
        await Expect(items.Nth(3)).ToBeFocusedAsync();
        await items.Nth(3).FillAsync("Ghee");
        await page.GetByLabel("Qty").Nth(3).FillAsync("2");
        await page.GetByText("Category and unit price").Nth(3).ClickAsync();
        await page.GetByLabel("Unit price (₹)").Nth(3).FillAsync("310.25");
        await Expect(page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(3)).ToHaveValueAsync("620.50");
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(3).PressAsync("Enter");
        await Expect(items).ToHaveCountAsync(5);
        await Expect(items.Nth(4)).ToBeFocusedAsync();
        await items.Nth(4).FillAsync("Salt");
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(4).FillAsync("24");
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹644.50");
        for (var blank = 0; blank < 3; blank++)
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove this item" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Salt" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 item", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹620.50");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Depot");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is recorded: ₹620.50.");
    }

    [Fact]
    public async Task Without_javascript_a_line_is_added_and_the_bill_is_saved()
    {
        var page = await app.OpenAsAsync(Cast.OtherTenantHead, javaScript: false);
        await page.GotoAsync("/expenses/record");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Kirana");
        await page.Locator("[name='Input.Lines[0].Item']").FillAsync("Rice");
        await page.Locator("[name='Input.Lines[0].Amount']").FillAsync("250");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an item" }).ClickAsync();
        await page.Locator("[name='Input.Lines[3].Item']").FillAsync("Dal");
        await page.Locator("[name='Input.Lines[3].Amount']").FillAsync("142");
        await Expect(page.GetByLabel("Shop", new() { Exact = true })).ToHaveValueAsync("Kirana");
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹250.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();
        await Expect(page.Locator(".toast-line")).ToContainTextAsync("from Kirana is recorded: ₹392.00.");
    }

    /// <summary>
    /// Names fields of the first line that are not after the one before, in the order in which one tabs, and what does not fit into them.
    /// </summary>
    private const string WrongInLine = """
        values => {
          const line = document.querySelector(".line");
          const fields = [...line.querySelectorAll("input:not([type=hidden]), select, button, summary")].filter(field => field.getClientRects().length > 0 && !field.closest("details:not([open]) > .fields"));
          const found = [];
          for (const [name, value] of Object.entries(values)) {
            const field = line.querySelector(`[name$=".${name}"]`);
            field.value = value;
            if (field.scrollWidth > field.clientWidth) found.push(`${value} is cut off in ${field.clientWidth} px`);
          }
          fields.reduce((before, field) => {
            const [a, b] = [before.getBoundingClientRect(), field.getBoundingClientRect()];
            if (b.top < a.bottom - 2 && b.left < a.right - 2) found.push(`${field.name || field.tagName} is not after ${before.name || before.tagName}`);
            return field;
          });
          return found;
        }
        """;

    [Fact]
    public async Task A_line_is_seen_in_the_order_in_which_it_is_typed_and_its_words_fit_at_every_width()
    {
        var page = await app.OpenAsAsync(Cast.Head);
        List<string> wrong = [];
        foreach (var (address, values) in ((string, object)[])
        [
            ("/expenses/record", new { Item = "Garam masala", Quantity = "12.5", Unit = "dozen", Amount = "12,345.67" }),
            ("/shopping/add", new { Item = "Garam masala", Quantity = "12.5", Unit = "dozen", Note = "The yellow one" }),
        ])
        {
            await page.GotoAsync(address);
            await page.LoadedAsync();
            foreach (var width in (int[])[320, 390, 768, 1280])
            {
                await page.SetViewportSizeAsync(width, 844);
                foreach (var finding in await page.EvaluateAsync<string[]>(WrongInLine, values))
                    wrong.Add($"{address} at {width}: {finding}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
