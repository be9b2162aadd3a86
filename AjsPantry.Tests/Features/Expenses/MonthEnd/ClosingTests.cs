using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Notices;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

public sealed class ClosingTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly January = ClosedMonthActs.January, February = ClosedMonthActs.February, March = ClosedMonthActs.March;

    private async Task<WebPage> PageAsync(FloorView floor, string month = "2026-02", Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Admin)).GetAsync($"/expenses/closing?month={month}&floor={floor.Number}");

    private Task<MonthClosing> ClosingAsync(Guid id) =>
        app.ReadAsync("North", db => db.MonthClosings.AsNoTracking().SingleAsync(closing => closing.Id == id));

    private Task<int> CountAsync(FloorView floor) =>
        app.ReadAsync("North", db => db.MonthClosings.CountAsync(closing => closing.FloorId == floor.Id));

    [Fact]
    public async Task A_head_closes_the_admin_is_told_and_confirms()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.RecordAsync("North", 1, BillActs.One(1234.50m, "C-1", date: February.AddDays(9)));
        var head = await app.SignInAsync(Cast.Head);
        var expenses = await head.GetAsync("/expenses");
        Assert.Contains("February is not closed.", expenses.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "still open", (await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses")).Text, StringComparison.Ordinal);

        var page = await head.GetAsync("/expenses/closing?month=2026-02");
        Assert.Equal("₹1,234.50 spent in February, still open", page.Answer);
        Assert.Contains("1 bill has no receipt", page.Text, StringComparison.Ordinal);
        Assert.Contains("₹1,234.50 was spent on days without a budget", page.Text, StringComparison.Ordinal);
        // Without scripts the link asks on a page of its own; with them the same words are in a dialog.
        Assert.False(page.Document.QuerySelector("dialog")!.HasAttribute("open"));
        var asked = await head.GetAsync(page.Document.QuerySelector("[data-opens=close-month]")!.GetAttribute("href")!);
        Assert.True(asked.Document.QuerySelector("dialog")!.HasAttribute("open"));
        Assert.Contains("Close February 2026 with ₹1,234.50?", asked.Text, StringComparison.Ordinal);
        Assert.Equal("₹1,234.50 spent in February, still open",
            (await head.GetAsync(asked.Document.QuerySelector("dialog a")!.GetAttribute("href")!)).Answer);
        var answer = await asked.SubmitAsync([]);
        Assert.Equal((302, "/expenses/closing?month=2026-02"), (answer.Status, answer.Location));
        var closed = await answer.FollowAsync();
        Assert.Equal(("February 2026 is closed. 1 person was asked to confirm it.", "February is closed"),
            (closed.Toast, closed.Answer));
        Assert.EndsWith("/closed", closed.Document.QuerySelector(".acts .btn-primary")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("still open", (await head.GetAsync("/expenses")).Text, StringComparison.Ordinal);
        Assert.Contains("Closed, not confirmed yet", (await head.GetAsync("/expenses?month=2026-02")).Text, StringComparison.Ordinal);

        var closing = await app.ReadAsync(
            "North", db => db.MonthClosings.Include(row => row.Report).SingleAsync(row => row.FloorId == floor.Id));
        Assert.Equal((1234.50m, 1), (closing.Report!.Spent, closing.Report.Bills));
        Assert.Equal(["N-admin"], await app.ToldAsync(closing.Id, "closed"));
        var admin = await PageAsync(floor);
        Assert.Equal("Please confirm February", admin.Answer);
        var confirmed = await admin.SubmitAsync([], "form[action*=confirm]");
        Assert.Equal("February is closed and confirmed", (await confirmed.FollowAsync()).Answer);
        Assert.Equal(["N1-head"], await app.ToldAsync(closing.Id, "confirmed"));
        Assert.Empty(await app.ToldAsync(closing.Id, "closed"));

        var audit = await app.CountAuditAsync();
        Assert.Equal(302, (await admin.SubmitAsync([], "form[action*=confirm]")).Status);
        Assert.Equal(302, (await page.SubmitAsync([])).Status);
        Assert.Equal((audit, 1), (await app.CountAuditAsync(), await CountAsync(floor)));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_closed()
    {
        var floor = await app.NewFloorAsync();
        var closing = await app.CloseAsync(floor, February, Cast.Admin);
        var page = await PageAsync(floor);
        Assert.Null(page.Document.QuerySelector("form[action*=confirm]"));
        Assert.Contains("Next, another admin or the pantry head confirms it.", page.Text, StringComparison.Ordinal);
        var answer = await (await app.SignInAsync(Cast.Admin)).PostAsync($"/expenses/closing/{closing}/confirm?floor={floor.Number}");
        Assert.Equal(200, answer.Status);
        Assert.Contains("You closed this month yourself. Another person must confirm it.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ClosingState.Closed, (await ClosingAsync(closing)).State);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/expenses/closing/{closing}/confirm")).Status);
    }

    [Fact]
    public async Task A_month_opened_again_tells_why_and_can_be_closed_anew()
    {
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(10, "R-1", date: February));
        var closing = await app.CloseAsync(floor, February);
        var admin = await app.SignInAsync(Cast.Admin);
        var form = await admin.GetAsync($"/expenses/closing/{closing}/reopen?floor={floor.Number}");
        Assert.Equal(["Input_Reason: Write the reason. The person who closed it can read it."],
            (await form.SubmitAsync(new() { ["Input.Reason"] = "" })).Errors);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "The milk is missing" })).Status);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "Twice" })).Status);
        Assert.Equal("The milk is missing", (await ClosingAsync(closing)).ReopenReason);
        Assert.Equal(["N1-head"], await app.ToldAsync(closing, "reopened"));
        await app.RecordAsync("North", floor.Number, BillActs.One(5, "R-2", date: February));
        var again = await app.CloseAsync(floor, February);
        Assert.NotEqual(closing, again);
        var page = await PageAsync(floor);
        Assert.Contains("2 bills, revision 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Reason: The milk is missing", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await admin.GetAsync($"/expenses/closing/{closing}/reopen?floor={floor.Number}")).Status);
        var late = await admin.PostAsync($"/expenses/closing/{closing}/confirm?floor={floor.Number}");
        Assert.Contains("was reopened in the meantime", late.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03", "March is not over yet")]
    public async Task A_month_that_is_not_over_is_not_closed(string month, string answer)
    {
        var floor = await app.NewFloorAsync();
        var page = await PageAsync(floor, month);
        Assert.Equal(answer, page.Answer);
        Assert.Null(page.Document.QuerySelector("main .acts form"));
        var posted = await (await app.SignInAsync(Cast.Admin)).PostAsync($"/expenses/closing?month={month}&floor={floor.Number}");
        Assert.Equal((200, 0), (posted.Status, await CountAsync(floor)));
        Assert.Contains(
            "March 2026 is not over. It can be closed from Wed 1 Apr 2026.", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_that_are_none_other_floors_tenants_and_ids_are_not_found()
    {
        var floor = await app.NewFloorAsync();
        var closing = await app.CloseAsync(floor, January);
        var admin = await app.SignInAsync(Cast.Admin);
        foreach (var month in new[] { "2026-04", "nothing", "1999-12", "2026-2" })
        {
            Assert.Equal(404, (await admin.GetAsync($"/expenses/closing?month={month}&floor={floor.Number}")).Status);
            Assert.Equal(404, (await admin.PostAsync($"/expenses/closing?month={month}&floor={floor.Number}")).Status);
        }

        foreach (var page in new[] { "confirm", "reopen" })
        {
            foreach (var id in new[] { closing, Guid.NewGuid() })
            {
                Assert.Equal(404, (await admin.GetAsync($"/expenses/closing/{id}/{page}?floor=1")).Status);
                Assert.Equal(
                    404, (await admin.PostAsync($"/expenses/closing/{id}/{page}?floor=1", new() { ["Input.Reason"] = "x" })).Status);
            }

            Assert.Equal(
                404, (await (await app.SignInAsync(Cast.OtherTenantAdmin)).GetAsync($"/expenses/closing/{closing}/{page}")).Status);
        }

        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses/closing")).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/closing")).Status);
    }

    [Fact]
    public async Task Confirming_and_opening_at_once_end_in_one_state_and_write_each_once()
    {
        for (var round = 0; round < 4; round++)
        {
            var floor = await app.NewFloorAsync();
            var closing = await app.CloseAsync(floor, February);
            var page = await PageAsync(floor);
            var reopen = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/closing/{closing}/reopen?floor={floor.Number}");
            var answers = await Task.WhenAll(
                page.SubmitAsync([], "form[action*=confirm]"), page.SubmitAsync([], "form[action*=confirm]"),
                reopen.SubmitAsync(new() { ["Input.Reason"] = "At once" }), reopen.SubmitAsync(new() { ["Input.Reason"] = "At once" }));
            Assert.All(answers, answer => Assert.True(answer.Status is 200 or 302));
            Assert.Equal(ClosingState.Reopened, (await ClosingAsync(closing)).State);
            Assert.InRange(await app.ReadAsync("North", db => db.AuditEntries.CountAsync(entry => entry.ThingId == closing)), 2, 3);
        }
    }
}
