using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

/// <summary>What a closed month refuses.</summary>
public sealed class ClosedMonthTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly February = ClosedMonthActs.February, March = ClosedMonthActs.March;

    [Fact]
    public async Task Nothing_of_a_closed_month_is_recorded_moved_changed_or_voided_and_nothing_typed_is_lost()
    {
        var floor = await app.NewFloorAsync();
        var inside = await app.RecordAsync("North", floor.Number, BillActs.One(10, "in", date: February));
        var outside = await app.RecordAsync("North", floor.Number, BillActs.One(20, "out", date: March));
        var admin = await app.SignInAsync(Cast.Admin);
        var edit = await admin.GetAsync($"/expenses/bill/{inside}/edit?floor={floor.Number}");
        var voiding = await admin.GetAsync($"/expenses/bill/{inside}/void?floor={floor.Number}");
        await app.CloseAsync(floor, February);
        var at = $"?floor={floor.Number}";
        var audit = await app.CountAuditAsync();

        var recorded = await admin.RecordAsync(
            BillActs.One(30, "new", date: February.AddDays(3)).Typed(), BillFormDriver.RecordAddress + at);
        Assert.Equal(["Input_Date: February 2026 is closed. Use a day of an open month, or ask an admin to reopen it."], Plain(recorded));
        Assert.Equal(("new", "2026-02-04"), (recorded.Value("Input.Number"), recorded.Value("Input.Date")));
        var changed = await edit.SubmitAsync(new() { ["Input.Shop"] = "Another shop" });
        Assert.Equal(
            ["Input_Date: February 2026 is closed. Reverse the bill in an open month, or ask an admin to reopen it."], Plain(changed));
        Assert.Equal("Another shop", changed.Value("Input.Shop"));
        Assert.NotEmpty(Plain(await edit.SubmitAsync(new() { ["Input.Date"] = "2026-03-02" })));
        var moved = await (await admin.GetAsync($"/expenses/bill/{outside}/edit{at}")).SubmitAsync(new() { ["Input.Date"] = "2026-02-28" });
        Assert.Equal(["Input_Date: February 2026 is closed. Use a day of an open month, or ask an admin to reopen it."], Plain(moved));
        var voided = await voiding.SubmitAsync(new() { ["Input.Reason"] = "Paid twice" });
        Assert.Equal((200, "Paid twice"), (voided.Status, voided.Value("Input.Reason")));
        Assert.Contains("Reverse the bill in an open month, or ask an admin to reopen it.", voided.Text, StringComparison.Ordinal);
        Assert.Equal(audit, await app.CountAuditAsync());

        foreach (var page in new[] { "edit", "void" })
            Assert.Equal((302, $"/expenses/bill/{inside}{at}"),
                (await admin.GetAsync($"/expenses/bill/{inside}/{page}{at}")) is var answer ? (answer.Status, answer.Location) : default);
        var bill = await admin.GetAsync($"/expenses/bill/{inside}{at}");
        Assert.Contains("February 2026 is closed.", bill.Text, StringComparison.Ordinal);
        Assert.Equal(["Reverse"], bill.Document.QuerySelectorAll("main .acts a").Select(link => link.TextContent.Trim()));
    }

    private static IEnumerable<string> Plain(WebPage page) => page.Errors.Select(error => error.Replace('\u00a0', ' '));

    [Fact]
    public async Task The_database_itself_keeps_a_closed_month()
    {
        var floor = await app.NewFloorAsync();
        var bill = await app.RecordAsync("North", floor.Number, BillActs.One(10, "kept", date: February));
        await app.CloseAsync(floor, February);
        Func<PantryDb, Task>[] writes =
        [
            db => db.Bills.Where(row => row.Id == bill).ExecuteUpdateAsync(set => set.SetProperty(row => row.Shop, "Elsewhere")),
            db => db.Bills.Where(row => row.Id == bill).ExecuteUpdateAsync(set => set.SetProperty(row => row.Date, March)),
            db => db.BillLines.Where(row => row.BillId == bill).ExecuteUpdateAsync(set => set.SetProperty(row => row.Item, "Else")),
            async db => { db.Bills
                .Add(Bill.Record(floor.Id, Guid.NewGuid(), BillActs.One(1, "new", date: February), null,
                    TestClock.Beginning)); await db.SaveChangesAsync(); },
        ];
        foreach (var write in writes)
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
                app.InTenantAsync("North", services => write(services.GetRequiredService<PantryDb>())));
            Assert.Equal("ck_bills_month_closed",
                ((failure as Npgsql.PostgresException) ?? (Npgsql.PostgresException)failure.InnerException!).ConstraintName);
        }
    }

    [Fact]
    public async Task A_bill_that_comes_while_the_month_is_closed_is_in_the_report_or_refused()
    {
        for (var round = 0; round < 4; round++)
        {
            var floor = await app.NewFloorAsync();
            await app.RecordAsync("North", floor.Number, BillActs.One(1, "first", date: February));
            var start = new TaskCompletionSource();
            var number = 0;
            var records = Enumerable.Range(0, 12).Select(at => app.InTenantAsync("North", async services =>
            {
                await start.Task;
                await Task.Yield();
                var draft = BillActs.One(at + 1, $"P-{Interlocked.Increment(ref number)}", $"Shop {at}", February.AddDays(at));
                return (await services.GetRequiredService<RecordBill>()
                    .HandleAsync(floor.Id, Guid.CreateVersion7(), draft, true, CancellationToken.None)).IsDone ? at + 1m : 0;
            })).ToList();
            var closes = Enumerable.Range(0, 3).Select(_ => CloseAfterAsync(start.Task, floor)).ToList();
            start.SetResult();
            var recorded = await Task.WhenAll(records);
            var closings = await Task.WhenAll(closes);
            Assert.Single(closings.Distinct());
            var kept = await app.ReadAsync(
                "North", db => db.MonthClosings.Where(row => row.FloorId == floor.Id).Select(row => row.Report!.Spent).SingleAsync());
            Assert.Equal((1 + recorded.Sum(), 1 + recorded.Sum()), (kept, await app.SpentAsync(floor)));
        }
    }

    private async Task<Guid> CloseAfterAsync(Task start, FloorView floor)
    {
        await start;
        return await app.CloseAsync(floor, February);
    }
}
