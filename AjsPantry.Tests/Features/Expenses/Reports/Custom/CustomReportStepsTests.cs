namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

/// <summary>The first steps of a report of chosen bills: its days, and what is ticked.</summary>
public sealed class CustomReportStepsTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("month", "2026-02", "", "", "from=2026-02-01&until=2026-02-28")]
    [InlineData("days", "", "2026-02-07", "2026-03-06", "from=2026-02-07&until=2026-03-06")]
    public async Task Days_and_title_lead_to_the_bills(string by, string month, string from, string until, string address)
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/reports/choose");
        var answer = await form.SubmitAsync(
            new()
            {
                ["Input.By"] = by,
                ["Input.Month"] = month,
                ["Input.From"] = from,
                ["Input.Until"] = until,
                ["Input.Title"] = " Kitchen ",
                ["Input.Figure"] = "1,900.50"
            });
        Assert.Equal(302, answer.Status);
        Assert.Contains(address, answer.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await answer.FollowAsync()).Status);
    }

    [Theory]
    [InlineData("days", "", "", "Input_From: Choose the first day.", "Input_Until: Choose the last day.")]
    [InlineData("days", "2026-03-10", "2026-03-01", "Input_Until: That is before the first day. Choose Tue 10 Mar 2026 or later.")]
    [InlineData("days", "2026-03-16", "2026-03-20", "Input_From: Mon 16 Mar 2026 has not come yet.")]
    [InlineData("days", "2024-01-01", "2025-06-01", "Input_Until: A report covers 366 days at most. Make two reports.")]
    [InlineData("days", "1999-01-01", "1999-02-01", "Input_From: There are no bills from before 2000.")]
    [InlineData("nonsense", "", "", "Input_By: Choose a month, a budget period or days.")]
    public async Task Days_that_make_no_report_are_answered_in_words(string by, string from, string until, params string[] messages)
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/reports/choose");
        var answer = await form.SubmitAsync(
            new() { ["Input.By"] = by, ["Input.From"] = from, ["Input.Until"] = until, ["Input.Title"] = "Kept title" });
        Assert.Equal((200, "Kept title", from), (answer.Status, answer.Value("Input.Title"), answer.Value("Input.From")));
        Assert.Equal(messages,
            answer.Errors.Where(error => !error.StartsWith(": ", StringComparison.Ordinal)).Select(error => error.Replace('\u00a0', ' ')));
    }

    [Fact]
    public async Task Without_a_title_the_days_are_the_title_and_a_figure_is_read()
    {
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/reports/choose");
        var answer = await form.SubmitAsync(new() { ["Input.Title"] = new string('x', 151), ["Input.Figure"] = "a lot" });
        Assert.Contains("Input_Title: Use 150 characters at most.", answer.Errors);
        Assert.Contains(answer.Errors, error => error.StartsWith("Input_Figure:", StringComparison.Ordinal));
        var days = await form.SubmitAsync(
            new() { ["Input.Title"] = " ", ["Input.By"] = "days", ["Input.From"] = "2026-03-01", ["Input.Until"] = "2026-03-10" });
        Assert.Contains("title=Expenses,%20Sun%201%20Mar%202026", days.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=soon&until=2026-03-01&title=x")]
    [InlineData("?from=2026-03-01&until=2026-03-31&title=")]
    [InlineData("?from=2026-03-01&until=2026-03-31&title=x&budget=lots")]
    [InlineData("?from=2026-03-01&until=9999-12-31&title=x")]
    public async Task A_step_without_days_leads_back_to_the_first(string query)
    {
        var head = await app.SignInAsync(Cast.Head);
        foreach (var step in new[] { "bills", "preview" })
        {
            Assert.StartsWith("/expenses/reports/choose", (await head.GetAsync($"/expenses/reports/choose/{step}{query}")).Location,
                StringComparison.Ordinal);
            Assert.Equal("/expenses/reports/choose", (await head.PostAsync($"/expenses/reports/choose/{step}{query}")).Location);
        }
    }

    [Fact]
    public async Task A_whole_bill_goes_with_its_own_box_and_a_line_that_is_ticked_counts_in_any_case()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month });
        await app.RecordAsync("North", 1, BillActs.One(10, "ONE", date: month));
        var head = await app.SignInAsync(Cast.Head);
        var page = await head.GetAsync(CustomReportActs.Address(month));
        var without = await CustomReportActs.TickAsync(head, page, CustomReportActs.Address(month),
            box => box.IsChecked
                && !(box.Name == "bill" && box.Closest("[data-bill]")!.TextContent.Contains("D-Mart", StringComparison.Ordinal)));
        Assert.Contains("1 item of 1 bill", without.Text, StringComparison.Ordinal);
        var one = await CustomReportActs.TickAsync(head, without, CustomReportActs.Address(month),
            box => box.IsChecked || (box.Name == "line" && box.Closest("li")!.TextContent.Contains("Poha", StringComparison.Ordinal)));
        Assert.Contains("2 items of 2 bills", one.Text, StringComparison.Ordinal);
        var back = await CustomReportActs.TickAsync(
            head, without, CustomReportActs.Address(month), box => box.IsChecked || box.Name == "bill");
        Assert.Contains("11 items of 2 bills", back.Text, StringComparison.Ordinal);
    }
}
