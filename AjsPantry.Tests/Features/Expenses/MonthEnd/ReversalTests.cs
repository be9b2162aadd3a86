using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

public sealed class ReversalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly February = ClosedMonthActs.February, March = ClosedMonthActs.March;

    private static readonly BillDraft Dear = new("DM-1", February.AddDays(3), "D-Mart", 12.50m, 2.25m,
        [BillActs.Line("Toor dal", 1.5m, "kg", 142.00m), BillActs.Line("Sugar", 2, "kg", 88.00m)]);

    [Fact]
    public async Task A_bill_of_a_closed_month_is_taken_back_and_the_right_one_recorded()
    {
        var floor = await app.NewFloorAsync();
        var at = $"?floor={floor.Number}";
        var wrong = await app.RecordAsync("North", floor.Number, Dear);
        await app.CloseAsync(floor, February);
        var admin = await app.SignInAsync(Cast.Admin);
        var form = await admin.GetAsync($"/expenses/bill/{wrong}/reverse{at}");
        Assert.Equal("Reverse ₹240.25 from D-Mart?", form.Answer);
        Assert.Equal("2026-03-15", form.Value("Input.Date"));
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "  Paid by floor 2  " });
        Assert.Equal(302, answer.Status);
        var reversal = await app.LatestBillAsync();
        Assert.Equal((wrong, -240.25m, -230m, -12.50m, -2.25m, TestClock.Today),
            (reversal.ReversesId, reversal.Total, reversal.LinesTotal, reversal.Charges, reversal.Discount, reversal.Date));
        Assert.Equal([(1.5m, -142.00m), (2m, -88.00m)], reversal.Lines.Select(line => (line.Quantity, line.Amount)));
        Assert.All(reversal.Lines, line => Assert.Null(line.UnitPrice));

        var page = await answer.FollowAsync();
        Assert.Contains(
            "Reverses bill DM-1 of Wed 4 Feb 2026. Reason: Paid by floor 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("−₹240.25 at D-Mart", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Record the right bill", "Void"], page.Document.QuerySelectorAll("main .acts a").Select(link => link.TextContent.Trim()));
        var original = await admin.GetAsync($"/expenses/bill/{wrong}{at}");
        Assert.Contains("Reversed by Reversal DM-1 of Sun 15 Mar 2026.", original.Text, StringComparison.Ordinal);
        Assert.Null(original.Document.QuerySelector("main .acts"));

        var right = await admin.GetAsync(page.Document.QuerySelectorAll("main .acts a")[0].GetAttribute("href")!);
        Assert.Equal(("DM-1", "D-Mart", "2026-03-15", "12.50", "2.25"),
            (right.Value("Input.Number"), right.Value("Input.Shop"), right.Value("Input.Date"), right.Value("Input.Charges"),
                right.Value("Input.Discount")));
        Assert.Equal(("Toor dal", "1.5", "kg", "142", "88"),
            (right.Value("Input.Lines[0].Item"), right.Value("Input.Lines[0].Quantity"), right.Value("Input.Lines[0].Unit"),
                right.Value("Input.Lines[0].Amount"), right.Value("Input.Lines[1].Amount")));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/record?instead={wrong}")).Status);

        // The right bill has the number and the shop of the wrong one, and is no twin of what was taken back.
        Assert.Equal(302,
            (await admin.RecordAsync(new(Dear.Typed()) { ["Input.Date"] = "2026-03-15", ["Input.Discount"] = "22.25" },
                BillFormDriver.RecordAddress + at)).Status);
        Assert.Equal(-20m + 240.25m, await app.SpentAsync(floor));
        var report = await app.ReadAsync(
            "North", db => db.Reports.Where(row => row.FloorId == floor.Id && row.Month == February).SingleAsync());
        Assert.Equal(240.25m, report.Spent);
    }

    [Fact]
    public async Task It_is_taken_back_once_however_often_it_is_asked()
    {
        for (var round = 0; round < 3; round++)
        {
            var floor = await app.NewFloorAsync();
            var bill = await app.RecordAsync("North", floor.Number, Dear);
            await app.CloseAsync(floor, February);
            var form = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/bill/{bill}/reverse?floor={floor.Number}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync(new() { ["Input.Reason"] = "Once" })));
            Assert.All(answers, answer => Assert.Equal((302, answers[0].Location), (answer.Status, answer.Location)));
            Assert.Equal(0, await app.SpentAsync(floor));
            Assert.Equal(
                302, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/bill/{bill}/reverse?floor={floor.Number}")).Status);
        }
    }

    [Theory]
    [InlineData("Date", "2026-02-20", "Input_Date: February 2026 is closed. Use a day of an open month, or ask an admin to reopen it.")]
    [InlineData("Date", "2026-02-03", "Input_Date: The bill is dated Wed 4 Feb 2026. Choose that day or a later one.")]
    [InlineData("Date", "2026-03-16", "Input_Date: Mon 16 Mar 2026 has not come yet. Use today or an earlier day.")]
    [InlineData("Date", "someday", "Input_Date: Choose the date of the reversal.")]
    [InlineData("Reason", "", "Input_Reason: Write what was wrong with the bill.")]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept(string field, string typed, string message)
    {
        var floor = await app.NewFloorAsync();
        var bill = await app.RecordAsync("North", floor.Number, Dear);
        await app.CloseAsync(floor, February);
        var form = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/bill/{bill}/reverse?floor={floor.Number}");
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "Why", [$"Input.{field}"] = typed });
        Assert.Equal([message], answer.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal((200, typed), (answer.Status, answer.Value($"Input.{field}")));
        Assert.Equal(240.25m, await app.SpentAsync(floor));
    }

    [Fact]
    public async Task Only_what_counts_in_a_closed_month_is_taken_back()
    {
        var floor = await app.NewFloorAsync();
        var at = $"?floor={floor.Number}";
        var open = await app.RecordAsync("North", floor.Number, BillActs.One(5, "open", date: March));
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Equal((302, $"/expenses/bill/{open}{at}"),
            await admin.GetAsync($"/expenses/bill/{open}/reverse{at}") is var asked ? (asked.Status, asked.Location) : default);
        Assert.Contains("March 2026 is open. Edit or void the bill instead.",
            (await admin.PostAsync($"/expenses/bill/{open}/reverse{at}",
                new() { ["Input.Date"] = "2026-03-15", ["Input.Reason"] = "x" })).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var voided = await app.RecordAsync("North", floor.Number, BillActs.One(6, "void", date: February));
        await app.ActingAsync(Cast.Admin,
            services => services.GetRequiredService<VoidBill.Handler>().HandleAsync(floor.Id, voided, "x", CancellationToken.None));
        var bill = await app.RecordAsync("North", floor.Number, Dear);
        await app.CloseAsync(floor, February);
        Assert.Contains("there is nothing to reverse",
            (await admin.PostAsync($"/expenses/bill/{voided}/reverse{at}",
                new() { ["Input.Date"] = "2026-03-15", ["Input.Reason"] = "x" })).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await admin.GetAsync($"/expenses/bill/{voided}/reverse{at}")).Status);

        foreach (var person in new[] { Cast.Head, Cast.OtherTenantHead, Cast.OtherTenantAdmin })
        {
            Assert.Equal(404, (await (await app.SignInAsync(person)).GetAsync($"/expenses/bill/{bill}/reverse")).Status);
            Assert.Equal(404,
                (await (await app.SignInAsync(person)).PostAsync(
                    $"/expenses/bill/{bill}/reverse", new() { ["Input.Date"] = "2026-03-15", ["Input.Reason"] = "x" })).Status);
        }

        Assert.Equal(404, (await admin.GetAsync($"/expenses/bill/{Guid.NewGuid()}/reverse{at}")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/expenses/bill/{bill}/reverse")).Status);
    }

    [Fact]
    public async Task A_reversal_is_not_changed_but_voided_and_then_the_bill_can_be_taken_back_again()
    {
        var floor = await app.NewFloorAsync();
        var at = $"?floor={floor.Number}";
        var bill = await app.RecordAsync("North", floor.Number, Dear);
        var closing = await app.CloseAsync(floor, February);
        var reversal = await app.ReverseAsync(floor, bill);
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Equal(302, (await admin.GetAsync($"/expenses/bill/{reversal}/edit{at}")).Status);
        Assert.Equal(302, (await admin.GetAsync($"/expenses/bill/{reversal}/reverse{at}")).Status);
        var outcome = await app.ActingAsync(Cast.Admin, async services =>
        {
            var handler = services.GetRequiredService<EditBill>();
            var found = (await handler.FindAsync(floor.Id, reversal, CancellationToken.None))!;
            return await handler.HandleAsync(found, found.Version, Dear with { Date = March }, true, CancellationToken.None);
        });
        Assert.Contains("cannot be changed", Assert.Single(outcome.Messages).Text, StringComparison.Ordinal);

        // While it stands, the bill behind it stays as well, even when its month is opened again.
        await app.ReopenAsync(floor, closing);
        var kept = await (await admin.GetAsync($"/expenses/bill/{bill}/void{at}")).SubmitAsync(new() { ["Input.Reason"] = "x" });
        Assert.Contains("Another bill reverses this one. Void that one first.", kept.Text, StringComparison.Ordinal);
        Assert.Equal(302,
            (await (await admin.GetAsync($"/expenses/bill/{reversal}/void{at}"))
                .SubmitAsync(new() { ["Input.Reason"] = "Was right" })).Status);
        Assert.Equal(240.25m, await app.SpentAsync(floor));
        await app.CloseAsync(floor, February);
        Assert.NotEqual(reversal, await app.ReverseAsync(floor, bill));
    }

    [Fact]
    public async Task Lists_charts_reports_and_files_stay_right_with_amounts_below_nothing()
    {
        var floor = await app.NewFloorAsync();
        var bill = await app.RecordAsync("North", floor.Number, Dear);
        await app.CloseAsync(floor, February);
        await app.AllocateAsync(floor, 1000, March, new(2026, 3, 31));
        await app.RecordAsync("North", floor.Number, BillActs.One(40.25m, "NEXT-7", "Dairy", March));
        await app.ReverseAsync(floor, bill, March.AddDays(5));
        var admin = await app.SignInAsync(Cast.Admin);
        var page = await admin.GetAsync($"/expenses?floor={floor.Number}");
        Assert.Equal("₹1,200.00 left until Tue 31 Mar", page.Answer);
        Assert.Contains("Reversal",
            Assert.Single(page.Document.QuerySelectorAll("li.item"),
                row => row.TextContent.Contains("Reversal", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("−₹200.00", page.Document.QuerySelector(".panel-foot")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("rect[width]"),
            bar => Assert.InRange(int.Parse(bar.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture), 0, 1000));
        Assert.DoesNotContain("V-", page.Document.QuerySelector(".chart .line")!.GetAttribute("d")!, StringComparison.Ordinal);
        Assert.Equal(200, (await admin.GetAsync($"/expenses?floor={floor.Number}&month=2026-02")).Status);
        Assert.Equal(200, (await admin.GetAsync("/")).Status);

        var kept = await app.MakeReportAsync("North", floor.Number, March);
        var report = await admin.GetAsync($"/expenses/report?month=2026-03&floor={floor.Number}");
        Assert.Contains("−200.00", report.Text, StringComparison.Ordinal);
        Assert.Contains("Dairy", report.Document.QuerySelector(".facts div:nth-child(4) dd")!.TextContent, StringComparison.Ordinal);
        var csv = await (await admin.GetAsync($"/expenses/report/{kept.Id}/csv?floor={floor.Number}")).Content.ReadAsStringAsync();
        Assert.Contains("Total,,,,-200.00", csv, StringComparison.Ordinal);
        Assert.Equal(200, (await admin.GetAsync($"/expenses/report/{kept.Id}/pdf?floor={floor.Number}")).Status);

        var form = await admin.GetAsync($"{BillFormDriver.RecordAddress}?floor={floor.Number}");
        Assert.Equal("NEXT-8", form.Value("Input.Number"));
    }
}
