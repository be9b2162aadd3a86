using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys;

public sealed class ClosingTheMonthTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_head_closes_the_month_and_has_its_pdf_in_four_taps_the_admin_confirms_it_and_a_mistake_is_taken_back()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.AllocateAsync(floor, 5000, ClosedMonthActs.March, new(2026, 3, 31));
        await app.RecordAsync("North", 1, BillActs.One(412.00m, "FEB-1", "City Bakery", ClosedMonthActs.February.AddDays(10)));
        await app.MakeReportAsync("North", 1, ClosedMonthActs.February);
        var phone = await app.OpenAsAsync(Cast.Head);
        var inspection = await Inspection.OfAsync(phone);

        await phone.Locator("main a[href*='/expenses/closing']").First.ClickAsync();
        await phone.ArrivedAsync("**/expenses/closing*");
        await Inspection.PassAsync(phone);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Close February" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Dialog, new() { Name = "Close February 2026 with ₹412.00?" })).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Close February" }).ClickAsync();
        await Expect(phone.Locator(".toast-line").First).ToContainTextAsync("is closed. 1 person was asked to confirm it.");
        await Expect(phone.Locator(".answer")).ToHaveTextAsync("February is closed");
        var download = await phone.RunAndWaitForDownloadAsync(() => phone.GetByRole(AriaRole.Link, new() { Name = "Download PDF" })
            .ClickAsync());
        Assert.Equal("expenses-floor-1-2026-02-closed.pdf", download.SuggestedFilename);

        var desk = await app.OpenAsAsync(Cast.Admin, 1280);
        await desk.GotoAsync("/inbox");
        await desk.GetByRole(AriaRole.Button, new() { Name = "please confirm February" })
            .Or(desk.GetByRole(AriaRole.Link, new() { Name = "please confirm February" })).First.ClickAsync();
        await Expect(desk.Locator(".answer")).ToHaveTextAsync("Please confirm February");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Confirm February" }).ClickAsync();
        await Expect(desk.Locator(".answer")).ToHaveTextAsync("February is closed and confirmed");

        await phone.GotoAsync("/expenses?month=2026-02");
        await phone.GetByRole(AriaRole.Link, new() { Name = "City Bakery" }).ClickAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Reverse" }).ClickAsync();
        await phone.GetByLabel("What was wrong?").FillAsync("It was 214.00");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Reverse the bill" }).ClickAsync();
        await Expect(phone.Locator(".answer")).ToContainTextAsync("−₹412.00");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Record the right bill" }).ClickAsync();
        await phone.GetByLabel("Shop", new() { Exact = true }).FillAsync("City Bakery");
        await phone.GetByLabel("Bill number").FillAsync("FEB-1");
        await phone.GetByLabel("Item", new() { Exact = true }).First.FillAsync("Pav");
        await phone.GetByLabel("Amount").First.FillAsync("214");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Save the bill" }).ClickAsync();
        await Expect(phone.Locator(".answer")).ToHaveTextAsync("₹5,198.00 left until Tue 31 Mar");
        Assert.Empty(inspection.Complaints);
    }
}
