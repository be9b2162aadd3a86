using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

/// <summary>From the shop to the folder for the office: a bill and its receipts on a phone, a chosen report, and the pack.</summary>
public sealed class ReceiptJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_bill_gets_a_photo_and_a_pdf_and_goes_out_in_a_pack()
    {
        var page = await app.OpenAsAsync(Cast.Head);
        var inspection = await Inspection.OfAsync(page);
        await page.GotoAsync("/expenses/record");
        await page.GetByLabel("Shop", new() { Exact = true }).FillAsync("Shree Kirana");
        await page.GetByLabel("Item", new() { Exact = true }).Nth(0).FillAsync("Rice");
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(0).FillAsync("640");
        await page.GetByLabel("Item", new() { Exact = true }).Nth(1).FillAsync("Ghee");
        await page.GetByLabel("Amount (₹)", new() { Exact = true }).Nth(1).FillAsync("510.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add the receipt" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByLabel("Photograph the receipt")
            .SetInputFilesAsync(new FilePayload { Name = "camera.jpg", MimeType = "image/jpeg", Buffer = Uploads.Photo(900, 1600) });
        await page.GetByLabel("Choose photos or PDFs")
            .SetInputFilesAsync(new FilePayload { Name = "invoice.pdf", MimeType = "application/pdf", Buffer = Uploads.Pdf(2) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to the bill" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 receipts are added.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "2 receipts" })).ToBeVisibleAsync();
        await Expect(page.Locator(".receipts img")).ToHaveJSPropertyAsync("complete", true);
        await Inspection.PassAsync(page);

        await page.GotoAsync("/expenses/reports");
        await page.GetByRole(AriaRole.Link, new() { Name = "Custom report" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByLabel("Month", new() { Exact = true }).SelectOptionAsync("2026-03");
        await page.GetByLabel("Title (optional)").FillAsync("For the office");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose the bills" }).ClickAsync();
        var dock = page.Locator(".dock");
        await Expect(dock).ToContainTextAsync("2 items of 1 bill");
        await page.GetByText("2 items", new() { Exact = false }).Locator("xpath=self::summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ghee" }).UncheckAsync();
        await Expect(dock).ToContainTextAsync("1 item of 1 bill");
        await Expect(dock).ToContainTextAsync("₹640.00");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Print a voucher" }).CheckAsync();
        await Expect(dock).ToContainTextAsync("1 voucher");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("₹640.00 in 1 bill");
        await Expect(page.Locator("article.sheet")).ToContainTextAsync("Left out of this bill of ₹1,150.50: Ghee 510.50.");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the report" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The report is made.");
        await Inspection.PassAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "With receipts" })
            .ClickAsync());
        Assert.Equal("for-the-office-floor-1-2026-03-01-to-2026-03-31.zip", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var zip = new System.IO.Compression.ZipArchive(copy);
        Assert.Equal(7, zip.Entries.Count);
        Assert.Empty(inspection.Complaints);
    }
}
