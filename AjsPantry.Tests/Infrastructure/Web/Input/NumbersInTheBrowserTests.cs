using System.Globalization;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Procurement;
using CsCheck;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>The pages' scripts read what is typed as the server does.</summary>
public sealed class NumbersInTheBrowserTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Script =
        "async cases => { const { read } = await import('/js/money.js'); return cases.map(one => read(one.typed, one.decimals, one).join(' or ')); }";

    private static readonly string[] Pieces =
    [
        "0", "00", "1", "5", "12", "23", "234", "500", "1234", ".", ",", "'", "\u2019", " ", "\u00a0", "-", "\u2212", "\u20b9", "\u20ac",
        "Rs.", "r", "CHF ", "/-", ".-",
        "\u0967", "\u0ae8", "\uff13", "\u0664", "\u066b", "\u066c", "\uff0e", "\uff0c", "\u200e", "\ufeff", "\u202c", "x",
    ];

    private static readonly Gen<NumberCase> Anything = Gen.Select(
        Gen.Int[0, TenantChoices.Cultures.Count - 1], Gen.Int[0, 3], Gen.Int[0, Pieces.Length - 1].Array[1, 7],
        (culture, decimals,
            pieces) =>
                new NumberCase(TenantChoices.Cultures[culture].Value, decimals, string.Concat(pieces.Select(piece => Pieces[piece]))));

    [Fact]
    public async Task Script_and_server_read_the_same()
    {
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/expenses/record");
        List<NumberCase> cases = [.. NumberCases.All, .. Anything.Array[4000].Single()];
        var read = await page.EvaluateAsync<string[]>(Script, cases.Select(one =>
        {
            var format = CultureInfo.GetCultureInfo(one.Culture).NumberFormat;
            return new
            {
                typed = one.Typed,
                decimals = one.Decimals,
                point = format.NumberDecimalSeparator,
                group = format.NumberGroupSeparator,
                lakhs = format.NumberGroupSizes.Length > 1
            };
        }).ToArray());
        foreach (var (one, script) in cases.Zip(read))
        {
            var units = (decimal)Math.Pow(10, one.Decimals);
            var server = TypedNumber.Read(one.Typed, one.Decimals, one.Culture).Readings
                .Select(way => (way * units).ToString("0", CultureInfo.InvariantCulture));
            Assert.Equal($"{one.Typed} in {one.Culture}: {string.Join(" or ", server)}", $"{one.Typed} in {one.Culture}: {script}");
        }
    }

    [Fact]
    public async Task The_total_on_the_page_is_the_one_that_is_saved()
    {
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/expenses/record");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Corner shop");
        await page.GetByLabel("Item", new() { Exact = true }).First.FillAsync("Milk");
        var amount = page.GetByLabel("Amount (₹)", new() { Exact = true }).First;
        var total = page.Locator(".dock .fig");
        foreach (var (typed,
            shown) in new[] { ("₹500", "₹500.00"), ("૧૨૩", "₹123.00"), ("1'234.50", "₹1,234.50"), ("Rs. 500/-", "₹500.00"), ("12.345",
                "₹0.00"), ("12,50", "₹12.50") })
        {
            await amount.FillAsync(typed);
            await Expect(total).ToHaveTextAsync(shown);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();
        await Expect(page.Locator(".toast-line")).ToContainTextAsync("is recorded: ₹12.50.");
        Assert.Equal(12.5m, (await app.LatestBillAsync()).Total);
    }

    [Fact]
    public async Task A_price_without_a_quantity_is_the_price_of_one()
    {
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/expenses/record");
        await page.GetByText("Category and unit price").First.ClickAsync();
        await page.GetByLabel("Unit price (₹)").First.FillAsync("60");
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹60.00");
        await page.GetByLabel("Qty").First.FillAsync("1,5");
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹90.00");
    }

    [Fact]
    public async Task A_button_beside_a_quantity_leaves_alone_what_it_cannot_read()
    {
        await app.NeedAsync("Stepped rice", assignee: Cast.Head);
        var page = await app.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/shopping/bought");
        var quantity = page.GetByLabel("How much: Stepped rice, in kg");
        var more = page.GetByLabel("More: Stepped rice");
        await quantity.FillAsync("some");
        await more.ClickAsync();
        await Expect(quantity).ToHaveValueAsync("some");
        await quantity.FillAsync("૨");
        await more.ClickAsync();
        await Expect(quantity).Not.ToHaveValueAsync("૨");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_that_can_be_two_is_asked_about_and_one_press_answers(bool javaScript)
    {
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "UPDATE tenants SET culture = 'en-CH' WHERE code = 'north'");
        var page = await app.OpenAsAsync(Cast.Head, javaScript: javaScript);
        await page.GotoAsync("/expenses/record");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Corner shop");
        // A line that is left out must not move the question to another.
        await page.GetByLabel("Item", new() { Exact = true }).Nth(1).FillAsync("Rice");
        await page.GetByLabel("Qty").Nth(1).FillAsync("1,234");
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(1).FillAsync("99");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).Last.ClickAsync();
        await Expect(page.GetByText("This can be 1.234 or 1’234. Choose the one you mean.").Last).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1’234", Exact = true }).ClickAsync();
        await Expect(page.Locator(".toast-line")).ToContainTextAsync("is recorded: ₹99.00.");
        Assert.Equal(("Rice", 1234m), (await app.LatestBillAsync()).Lines.Select(line => (line.Item, line.Quantity)).Single());
    }
}
