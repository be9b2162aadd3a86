using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class HeadOnAPhoneTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_head_records_the_bill_corrects_it_and_hands_in_the_month()
    {
        await app.RecordAsync("North", 1, BillActs.One(412.00m, "TWICE-1", "City Bakery", new DateOnly(2025, 7, 20)));
        var page = await app.OpenAsAsync(Cast.Head);
        var inspection = await Inspection.OfAsync(page);

        await RecordTheBillAsync(page);
        await CorrectItAsync(page);
        await VoidTheOtherAsync(page);
        await MakeTheReportAsync(page);
        await MakeTheRevisionAsync(page);
        Assert.Empty(inspection.Complaints);
    }

    private static async Task RecordTheBillAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a bill" }).ClickAsync();
        await page.ArrivedAsync("**/expenses/record*");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync(BillActs.DMart.Shop);
        await page.GetByLabel("Bill number").FillAsync(BillActs.DMart.Number);
        await page.GetByLabel("Date on the bill").FillAsync("2025-07-17");
        await page.GetByLabel("Item", new() { Exact = true }).First.FocusAsync();
        foreach (var line in BillActs.DMart.Lines)
        {
            // As one types it: from field to field with Tab, to the next line with Enter.
            await page.Keyboard.TypeAsync(line.Item);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(line.Quantity.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(line.Unit);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(line.Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Enter");
        }

        var dock = page.Locator(".dock .fig");
        await Expect(dock).ToHaveTextAsync("₹741.00");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "10 items" })).ToBeVisibleAsync();
        await page.GetByLabel("Discount").FillAsync("50");
        await Expect(dock).ToHaveTextAsync("₹691.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bill DM-2291 from D-Mart is recorded: ₹691.00.");
        await Expect(page.Locator(".page-head")).ToContainTextAsync("July 2025");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "DM-2291" })).ToContainTextAsync("₹691.00");
    }

    private static async Task CorrectItAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "D-Mart" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(6).FillAsync("30");
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹697.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the changes" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bill DM-2291 is saved: ₹697.00.");
    }

    private static async Task VoidTheOtherAsync(IPage page)
    {
        await page.GotoAsync("/expenses?month=2025-07");
        await page.GetByRole(AriaRole.Link, new() { Name = "City Bakery" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Void" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Void the bill" }).ClickAsync();
        await Expect(page.GetByLabel("Reason")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Reason").FillAsync("Recorded twice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Void the bill" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await page.GotoAsync("/expenses?month=2025-07");
        await page.GetByText("1 voided bill").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "City Bakery" })).ToContainTextAsync("Voided");
        await Expect(page.Locator(".answer")).ToContainTextAsync("₹697.00 spent in July");
    }

    private static async Task MakeTheReportAsync(IPage page)
    {
        // The month in sight has its report one tap away; all of them stand behind the last tab.
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Monthly report" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Quick" }).GetByRole(AriaRole.Link, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Reports" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2025" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "July 2025" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The report for July 2025 is made.");

        Assert.StartsWith("%PDF-", await DownloadAsync(page, "Download PDF", "expenses-floor-1-2025-07.pdf"), StringComparison.Ordinal);
        Assert.StartsWith("PK", await DownloadAsync(page, "XLSX", "expenses-floor-1-2025-07.xlsx"), StringComparison.Ordinal);
        Assert.StartsWith("\u00ef\u00bb\u00bf", await DownloadAsync(page, "CSV", "expenses-floor-1-2025-07.csv"), StringComparison.Ordinal);
    }

    private static async Task MakeTheRevisionAsync(IPage page)
    {
        await page.GotoAsync("/expenses?month=2025-07");
        await page.GetByRole(AriaRole.Link, new() { Name = "D-Mart" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Papad" }).ClickAsync();
        await Expect(page.Locator(".dock .fig")).ToHaveTextAsync("₹622.00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the changes" }).ClickAsync();
        await page.GotoAsync("/expenses/report?month=2025-07");
        await Expect(page.Locator(".callout").First).ToContainTextAsync("This report is out of date.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make revision 2" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Revision 2 of the report for July 2025 is made.");
        await Expect(page.Locator(".sheet")).ToContainTextAsync("₹622.00");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Revision 1, PDF" })).ToBeVisibleAsync();
    }

    /// <summary>The file, one letter for each byte.</summary>
    private static async Task<string> DownloadAsync(IPage page, string link, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
