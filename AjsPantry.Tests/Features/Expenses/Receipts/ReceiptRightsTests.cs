using AjsPantry.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>Who may add and remove receipts, and when nobody may.</summary>
public sealed class ReceiptRightsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Guid> BillAsync(DateOnly? date = null) =>
        app.RecordAsync("North", 1, BillActs.One(10, Guid.NewGuid().ToString("N")[..12], date: date));

    [Fact]
    public async Task Receipts_of_a_closed_month_can_be_added_and_not_removed()
    {
        var month = new DateOnly(2025, 4, 1);
        var bill = await BillAsync(month.AddDays(3));
        var id = await app.AddReceiptAsync(bill);
        var report = await app.MakeReportAsync("North", 1, month);
        var floor = (await app.FloorAsync("North", 1)).Id;
        var by = await app.ReadAsync(
            "North", db => db.Members.Where(member => member.Number == Cast.Head.Number).Select(member => member.Id).SingleAsync());
        await app.ReadAsync("North", async db =>
        {
            db.MonthClosings
                .Add(new MonthClosing
                {
                    FloorId = floor,
                    Month = month,
                    ReportId = report.Id,
                    ClosedById = by,
                    ClosedAt = TestClock.Beginning
                });
            return await db.SaveChangesAsync();
        });
        var answer = await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/receipt/{id}/remove"))
            .SubmitAsync(new() { ["Input.Reason"] = "Wrong" });
        Assert.Contains("April 2025 is closed, so receipts up to its end cannot be removed.",
            string.Join(' ', answer.Errors).Replace('\u00a0', ' '), StringComparison.Ordinal);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}");
        Assert.NotNull(page.Document.QuerySelector("input[type=file]"));
        Assert.Null(page.Document.QuerySelector("main a[href*='/remove']"));
        await app.AddReceiptAsync(bill);
        Assert.Equal(2, (await app.ReceiptsAsync(bill)).Count(receipt => receipt.RemovedAt is null));
    }

    [Fact]
    public async Task Nobody_sees_adds_or_removes_receipts_of_another_floor_or_tenant()
    {
        var bill = await BillAsync();
        var id = await app.AddReceiptAsync(bill);
        foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead, Cast.OtherTenantAdmin])
        {
            var visitor = await app.SignInAsync(person);
            Assert.Equal(
                (404, 404, 404, 404, 404),
                ((await visitor.GetAsync($"/expenses/receipt/{id}")).Status,
                    (await visitor.GetAsync($"/expenses/receipt/{id}/remove")).Status,
                        (await visitor.PostAsync($"/expenses/receipt/{id}/remove", new() { ["Input.Reason"] = "x" })).Status,
                (await visitor.GetAsync($"/expenses/bill/{bill}/receipts")).Status,
                    (await visitor.SendAsync(bill, ("x.jpg", Uploads.Photo()))).Status));
        }

        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal(404, (await head.GetAsync($"/expenses/receipt/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await head.SendAsync(Guid.NewGuid(), ("x.jpg", Uploads.Photo()))).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/receipt/{id}?floor=2")).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/receipt/{id}?floor=1")).Status);
        Assert.Single(await app.ReceiptsAsync(bill));
    }

    [Fact]
    public async Task Members_see_and_do_not_add_and_visitors_sign_in()
    {
        var bill = await BillAsync();
        var id = await app.AddReceiptAsync(bill);
        var member = await app.SignInAsync(Cast.Member);
        Assert.Equal(200, (await member.GetAsync($"/expenses/receipt/{id}")).Status);
        Assert.Equal((403, 403, 403),
            ((await member.GetAsync($"/expenses/bill/{bill}/receipts")).Status,
                (await member.GetAsync($"/expenses/receipt/{id}/remove")).Status,
                    (await member.SendAsync(bill, ("x.jpg", Uploads.Photo()))).Status));
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync($"/expenses/receipt/{id}")).Location, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_void_bill_takes_no_more_receipts()
    {
        var bill = await BillAsync();
        var id = await app.AddReceiptAsync(bill);
        var head = await app.SignInAsync(Cast.Head);
        await (await head.GetAsync($"/expenses/bill/{bill}/void")).SubmitAsync(new() { ["Input.Reason"] = "Wrong" });
        Assert.Equal($"/expenses/bill/{bill}", (await head.SendAsync(bill, ("x.jpg", Uploads.Photo()))).Location);
        Assert.Equal(404, (await head.PostAsync($"/expenses/receipt/{id}/remove", new() { ["Input.Reason"] = "x" })).Status);
        Assert.Single(await app.ReceiptsAsync(bill));
    }
}
