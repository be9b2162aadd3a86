using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

/// <summary>
/// A month begins with what the one before left; so a closed month keeps those before it, and months are closed and opened in order.
/// </summary>
public sealed class MonthsInOrderTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly January = ClosedMonthActs.January, February = ClosedMonthActs.February;

    private static string At(FloorView floor) => $"?floor={floor.Number}";

    private async Task<FloorView> WithBillsAsync()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(10, "jan", date: January.AddDays(4)));
        await app.RecordAsync("North", floor.Number, BillActs.One(20, "feb", date: February.AddDays(4)));
        return floor;
    }

    [Fact]
    public async Task The_oldest_open_month_comes_first()
    {
        var floor = await WithBillsAsync();
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Contains("January is not closed.", (await admin.GetAsync($"/expenses{At(floor)}")).Text, StringComparison.Ordinal);
        var first = await admin.GetAsync($"/expenses/closing{At(floor)}");
        Assert.Equal("₹10.00 spent in January, still open", first.Answer);
        Assert.Equal(
            ["March no bills", "February open", "January open"],
            first.Document.QuerySelectorAll(".months li")
                .Select(month => string.Join(' ', month.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

        var february = await admin.GetAsync($"/expenses/closing?month=2026-02&floor={floor.Number}");
        Assert.Equal("Close January 2026 first", february.Answer);
        Assert.Null(february.Document.QuerySelector("main .acts form"));
        var posted = await admin.PostAsync($"/expenses/closing?month=2026-02&floor={floor.Number}");
        Assert.Contains(
            "January 2026 has bills and is still open. Close it first, then February 2026.", posted.Text, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync("North", db => db.MonthClosings.AnyAsync(closing => closing.FloorId == floor.Id)));

        Assert.Equal(302, (await first.SubmitAsync([], "dialog form")).Status);
        Assert.Equal("₹20.00 spent in February, still open", (await admin.GetAsync($"/expenses/closing{At(floor)}")).Answer);
    }

    [Fact]
    public async Task A_month_without_bills_needs_no_closing_and_is_kept_with_the_one_after_it()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(20, "feb", date: February.AddDays(4)));
        await app.CloseAsync(floor, February);
        var admin = await app.SignInAsync(Cast.Admin);
        var recorded = await admin.RecordAsync(
            BillActs.One(30, "new", date: January.AddDays(3)).Typed(), BillFormDriver.RecordAddress + At(floor));
        Assert.Equal(
            ["Input_Date: February 2026 is closed, so earlier months cannot change. Use a later day, or ask an admin to reopen February 2026."],
            recorded.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal("new", recorded.Value("Input.Number"));
    }

    [Fact]
    public async Task Before_the_first_bill_there_is_nothing_to_close()
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/closing{At(await app.NewFloorAsync())}");
        Assert.Equal("February has no bills", page.Answer);
        Assert.Contains("There is nothing to close.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[data-opens=close-month], #close-month"));
    }

    /// <summary>Books from before months were closed in order.</summary>
    [Fact]
    public async Task A_bill_of_a_month_left_open_before_a_closed_one_is_reversed_like_a_closed_one()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(20, "feb", date: February.AddDays(4)));
        var closing = await app.CloseAsync(floor, February);
        // The database takes no such bill any more; so it is written as it once was.
        var bill = await app.RecordAsync("North", floor.Number, BillActs.One(10, "march", date: ClosedMonthActs.March));
        await TestServer.ExecuteAsync(
            TestServer.AsSuperuser(app.Database),
            $"SET session_replication_role = replica; UPDATE bills SET date = '2026-01-05' WHERE id = '{bill}'");
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Equal(["Reverse"],
            (await admin.GetAsync($"/expenses/bill/{bill}{At(floor)}")).Document.QuerySelectorAll("main .acts a")
                .Select(link => link.TextContent.Trim()));
        var outcome = await app.ActingAsync(Cast.Admin,
            services => services.GetRequiredService<VoidBill.Handler>().HandleAsync(floor.Id, bill, "Twice", CancellationToken.None));
        Assert.Equal(
            "February 2026 is closed, so earlier months cannot change. Reverse the bill in an open month, or ask an admin to reopen February 2026.",
            Assert.Single(outcome!.Messages).Text.Replace('\u00a0', ' '));
        await app.ReverseAsync(floor, bill);
        Assert.Equal(20m, await app.SpentAsync(floor));

        // The way to get such a month closed: it is frozen anyway, and takes its report late.
        await app.CloseAsync(floor, January);
        Assert.Equal(ClosingState.Closed,
            await app.ReadAsync("North", db => db.MonthClosings.Where(row => row.Id == closing).Select(row => row.State).SingleAsync()));
    }

    [Fact]
    public async Task The_database_itself_keeps_the_months_before_a_closed_one()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(20, "feb", date: February.AddDays(4)));
        await app.CloseAsync(floor, February);
        var failure = await Assert.ThrowsAnyAsync<DbUpdateException>(() => app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Bills.Add(Bill.Record(floor.Id, Guid.NewGuid(), BillActs.One(1, "new", date: January), null, TestClock.Beginning));
            await db.SaveChangesAsync();
        }));
        Assert.Equal("ck_bills_month_closed", ((Npgsql.PostgresException)failure.InnerException!).ConstraintName);
    }

    [Fact]
    public async Task A_bill_of_an_earlier_month_that_comes_while_a_month_is_closed_is_before_it_or_refused()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(20, "feb", date: February.AddDays(4)));
        var bill = await app.RecordAsync("North", floor.Number, BillActs.One(1, "late", date: ClosedMonthActs.March));
        var outcomes = await app.WhileHeldAsync(
            $"UPDATE bills SET date = '2026-01-31' WHERE id = '{bill}'",
            () => app.ActingAsync(
                Cast.Admin, services => services.GetRequiredService<CloseMonth>().HandleAsync(floor, February, CancellationToken.None)));
        Assert.Contains("January 2026 has bills and is still open.",
            Assert.Single(Assert.Single(outcomes).Messages).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_month_opens_the_closed_ones_after_it_and_says_so()
    {
        var floor = await WithBillsAsync();
        var january = await app.CloseAsync(floor, January);
        var february = await app.CloseAsync(floor, February);
        await app.ConfirmAsync(floor, february);
        var admin = await app.SignInAsync(Cast.Admin);
        var form = await admin.GetAsync($"/expenses/closing/{january}/reopen{At(floor)}");
        Assert.Equal("Reopen January 2026 and February 2026?", form.Answer);
        Assert.Contains("Reopen 2 months", form.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "The milk is missing" })).Status);
        var states = await app.ReadAsync(
            "North", db => db.MonthClosings.Where(row => row.FloorId == floor.Id).Select(row => row.State).ToListAsync());
        Assert.Equal([ClosingState.Reopened, ClosingState.Reopened], states);
        await app.RecordAsync("North", floor.Number, BillActs.One(5, "late", date: January));
    }

    [Fact]
    public async Task A_month_that_was_closed_meanwhile_is_not_opened_unseen()
    {
        var floor = await WithBillsAsync();
        var january = await app.CloseAsync(floor, January);
        var admin = await app.SignInAsync(Cast.Admin);
        var form = await admin.GetAsync($"/expenses/closing/{january}/reopen{At(floor)}");
        await app.CloseAsync(floor, February);
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "The milk is missing" });
        Assert.Contains(
            "Another month was closed or reopened in the meantime. Check below which months will be reopened, then press the button again.",
            answer.Text, StringComparison.Ordinal);
        Assert.Equal(("The milk is missing", "2"), (answer.Value("Input.Reason"), answer.Value("Input.Months")));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
    }
}
