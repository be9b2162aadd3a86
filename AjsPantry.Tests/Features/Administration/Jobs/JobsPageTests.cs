using AjsPantry.Tests.Infrastructure.Jobs;

namespace AjsPantry.Tests.Features.Administration.Jobs;

public sealed class JobsPageTests : IAsyncLifetime
{
    private const string Address = "/administration/jobs";
    private static readonly Guid North = Cast.TenantId("North");

    private readonly PantryApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Before_the_first_run_the_page_says_when_it_will_be()
    {
        var page = await OpenAsync();
        Assert.Contains("Not yet", Row(page), StringComparison.Ordinal);
        Assert.Contains("Wed 1 Apr 06:00", Row(page), StringComparison.Ordinal);
        Assert.Equal("No job has run yet", page.Answer);
    }

    [Fact]
    public async Task A_run_by_hand_is_done_and_shown_with_who_asked_for_it()
    {
        var page = await OpenAsync();
        var answer = await (await page.SubmitAsync([], Form)).FollowAsync();
        Assert.Equal("Monthly expense report runs now.", answer.Toast);
        Assert.Contains("Waiting to start", Row(answer), StringComparison.Ordinal);
        await _app.WorkAsync();
        var row = Row(await OpenAsync());
        foreach (var part in (string[])["Today 14:30", "0.0 s, 2 reports made", "Done", $"started by {Cast.Admin.Name}"])
            Assert.Contains(part, row, StringComparison.Ordinal);
        Assert.Equal("2026-02", Assert.Single(await _app.RunsAsync(North)).Period);
    }

    [Fact]
    public async Task A_run_that_failed_says_why_and_the_page_says_so_first()
    {
        await _app.QueueAsync("North", Work.Reports, change: run =>
        {
            run.Start(TestClock.Beginning.AddDays(-1));
            run.Fail(TestClock.Beginning.AddDays(-1).AddSeconds(65), "Out of paper");
        });
        var page = await OpenAsync();
        Assert.Equal("Monthly expense report failed", page.Answer);
        foreach (var part in (string[])["Yesterday 14:30", "1 min 05 s", "Failed", "Out of paper"])
            Assert.Contains(part, Row(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_many_times_at_once_it_runs_once()
    {
        var admins = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _app.SignInAsync(Cast.Admin, fresh: true)));
        var pages = await Task.WhenAll(admins.Select(admin => admin.GetAsync(Address)));
        var answers = await Task.WhenAll(pages.Select(page => Task.Run(() => page.SubmitAsync([], Form))));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single(await _app.RunsAsync(North));
        Assert.Single(_app.Waiting());
    }

    [Fact]
    public async Task What_has_run_can_be_run_again()
    {
        for (var i = 0; i < 2; i++)
        {
            await (await OpenAsync()).SubmitAsync([], Form);
            await _app.WorkAsync();
        }

        Assert.Equal(["2 reports made", "2 reports were up to date"], (await _app.RunsAsync(North)).Select(run => run.Result));
    }

    [Fact]
    public async Task A_job_that_does_not_exist_is_not_found()
    {
        var admin = await _app.SignInAsync(Cast.Admin);
        Assert.Equal(404, (await admin.PostAsync(Address + "?handler=Run", new() { ["kind"] = "nothing" })).Status);
        Assert.Equal(404, (await admin.PostAsync(Address + "?handler=Run")).Status);
    }

    [Fact]
    public async Task Only_the_tenants_admins_see_and_run_jobs()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.Head, Cast.TeaManager, Cast.Operator])
        {
            var visitor = await _app.SignInAsync(person);
            Assert.Equal(403, (await visitor.GetAsync(Address)).Status);
            Assert.Equal(403, (await visitor.PostAsync(Address + "?handler=Run", new() { ["kind"] = Work.Reports })).Status);
        }

        Assert.StartsWith("/sign-in", (await _app.Visit().GetAsync(Address)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await _app.Visit().PostAsync(Address + "?handler=Run", new() { ["kind"] = Work.Reports })).Location,
            StringComparison.Ordinal);
        Assert.Empty(_app.Waiting());
    }

    [Fact]
    public async Task Another_tenants_runs_are_not_shown()
    {
        await _app.QueueAsync("South", Work.Reports, change: run =>
        {
            run.Start(TestClock.Beginning);
            run.Fail(TestClock.Beginning, "South is out of paper");
        });
        var page = await OpenAsync();
        Assert.Contains("Not yet", Row(page), StringComparison.Ordinal);
        Assert.DoesNotContain("South", page.Text, StringComparison.Ordinal);
        Assert.Equal("No job has run yet", page.Answer);
    }

    [Fact]
    public async Task The_table_alone_can_be_asked_for_while_something_runs()
    {
        var page = await OpenAsync();
        Assert.Null(page.Document.QuerySelector("#jobs[hx-get]"));
        await page.SubmitAsync([], Form);
        var address = (await OpenAsync()).Document.QuerySelector("#jobs")!.GetAttribute("hx-get")!;
        var table = await (await _app.SignInAsync(Cast.Admin)).GetAsync(address);
        Assert.Equal(200, table.Status);
        Assert.Null(table.Document.QuerySelector("nav"));
        Assert.Contains("Waiting to start", table.Document.QuerySelector("#jobs")!.TextContent, StringComparison.Ordinal);
    }

    private static string Form => $"form:has(input[value='{Work.Reports}'])";

    private async Task<WebPage> OpenAsync() => await (await _app.SignInAsync(Cast.Admin)).GetAsync(Address);

    private static string Row(WebPage page) => string.Join(' ', page.Document.QuerySelectorAll("#jobs tbody tr")
        .Single(row => row.TextContent.Contains("Monthly expense report", StringComparison.Ordinal)).TextContent.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
