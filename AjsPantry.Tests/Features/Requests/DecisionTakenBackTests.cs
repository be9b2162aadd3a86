using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.Extensions.DependencyInjection;
using static AjsPantry.Tests.Features.Requests.Asking;

namespace AjsPantry.Tests.Features.Requests;

/// <summary>Decisions that are taken back, and those that nobody makes.</summary>
public sealed class DecisionTakenBackTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task A_decision_is_taken_back_with_a_word_and_decided_anew()
    {
        var person = await app.NewAsync(name: "Rehana");
        var id = await app.AskedAsync(person, Today.AddDays(4), Today.AddDays(5));
        await app.DecideAsync(Cast.Head, id, "approve", "Fine");
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}/reopen");
        Assert.Equal(["Input_Reason: Write the reason for the person who asked."], (await page.SubmitAsync([])).Errors);
        Assert.Equal(["Input_Reason: That is 301 characters. Use 300 at most."],
            (await page.SubmitAsync(new() { ["Input.Reason"] = new string('x', 301) })).Errors);
        Assert.Equal("The request waits for a new decision. Rehana gets a notification.",
            (await (await page.SubmitAsync(new() { ["Input.Reason"] = "Two others asked" })).FollowAsync()).Toast);
        var request = await app.FindAsync(id);
        Assert.Equal((RequestState.Open, (Guid?)null, (string?)null), (request.State, request.DecidedById, request.Comment));
        Assert.Equal([person.Number], await app.ToldAsync(id, "reopened"));
        Assert.Contains("Someone else changed this request", (await page.SubmitAsync(new() { ["Input.Reason"] = "Once more" })).Text,
            StringComparison.Ordinal);
        Assert.Equal(302, (await app.DecideAsync(Cast.Admin, id, "decline", "Too many are away")).Status);
        Assert.Contains(person.Number, await app.ToldAsync(id, "decided"));
        Assert.Equal("Declined", (await (await app.SignInAsync(person)).GetAsync($"/requests/{id}")).Answer);
    }

    [Fact]
    public async Task A_decision_is_taken_back_by_whoever_may_decide_and_while_its_days_last()
    {
        var person = await app.NewAsync();
        var head = await app.NewAsync(role: Role.PantryHead);
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(2));
        await app.DecideAsync(Cast.Head, id, "decline", "No");
        var own = await app.AskedAsync(head, Today.AddDays(1), Today.AddDays(2));
        await app.DecideAsync(Cast.Admin, own, "approve");
        Assert.Equal(302, (await app.Visit().GetAsync($"/requests/{id}/reopen")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(person)).GetAsync($"/requests/{id}/reopen")).Status);
        Assert.Equal(404,
            (await (await app.SignInAsync(Cast.OtherTenantHead)).PostAsync(
                $"/requests/{id}/reopen", new() { ["Input.Reason"] = "Mine now" })).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{Guid.NewGuid()}/reopen")).Status);
        Assert.Equal($"/requests/{own}", (await (await app.SignInAsync(head)).GetAsync($"/requests/{own}/reopen")).Location);
        var mine = await (await app.SignInAsync(head)).PostAsync($"/requests/{own}/reopen", new() { ["Input.Reason"] = "I stay" });
        Assert.Contains("You cannot decide on your own request. An admin decides on it.", mine.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.Approved, (await app.FindAsync(own)).State);

        // Declined days may be asked for anew; then the old request cannot come back.
        var again = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(2), "A funeral");
        Assert.Contains("asked for another absence on these days",
            (await (await app.SignInAsync(Cast.Head)).PostAsync($"/requests/{id}/reopen", new() { ["Input.Reason"] = "Perhaps" })).Text,
            StringComparison.Ordinal);
        Assert.Equal(RequestState.Open, (await app.FindAsync(again)).State);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_decided_any_more()
    {
        var person = await app.NewAsync(name: "Zahra");
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}/decision");
        await (await app.SignInAsync(person)).PostAsync($"/requests/{id}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Decision"] = "approve" });
        Assert.Contains("Zahra withdrew this request. There is nothing left to decide.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Those_who_decide_are_reminded_once_after_two_days_in_the_morning()
    {
        var person = await app.NewAsync();
        // Asked on Sunday 14:30; at nine on Tuesday that is not two days yet.
        var id = await app.AskedAsync(person, Today.AddDays(9), Today.AddDays(9));
        await RemindAsync("2026-03-17");
        Assert.Empty(await app.ToldAsync(id, "reminder"));
        foreach (var day in (string[])["2026-03-18", "2026-03-18", "2026-03-19"])
            await RemindAsync(day);
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(id, "reminder"));
        // Nobody is reminded of what is over.
        var over = await app.AskedAsync(await app.NewAsync(), Today, Today.AddDays(1));
        await RemindAsync("2026-03-19");
        Assert.Empty(await app.ToldAsync(over, "reminder"));
    }

    [Fact]
    public async Task Reminding_of_many_requests_reads_no_more_than_reminding_of_one()
    {
        await app.AskedAsync(await app.NewAsync(), Today.AddDays(9), Today.AddDays(9));
        var one = await ReadsAsync();
        foreach (var _ in Enumerable.Range(0, 5))
            await app.AskedAsync(await app.NewAsync(), Today.AddDays(9), Today.AddDays(9));
        Assert.Equal(one, await ReadsAsync());
    }

    private async Task<int> ReadsAsync()
    {
        app.Commands.Clear();
        await RemindAsync("2026-03-18");
        return app.Commands.Reads;
    }

    [Theory]
    [InlineData("2026-03-18T03:29:00Z", "2026-03-17", "2026-03-18 09:00")]
    [InlineData("2026-03-18T03:30:00Z", "2026-03-18", "2026-03-19 09:00")]
    public async Task Reminders_are_due_at_nine_on_the_tenants_clock(
        string instant, string period, string next) => await app.InTenantAsync("North", async services =>
    {
        var tenant = await NoticeActs.TenantAsync(services);
        var job = services.GetServices<TenantJob>().OfType<RemindOfRequests>().Single();
        var local = tenant.Local(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(period, job.DuePeriod(local));
        Assert.Equal(next, job.NextRun(local).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    });

    private Task<string> RemindAsync(string period) => app.InTenantAsync("North", async services =>
        await services.GetServices<TenantJob>().OfType<RemindOfRequests>().Single()
            .RunAsync(period, CancellationToken.None));
}
