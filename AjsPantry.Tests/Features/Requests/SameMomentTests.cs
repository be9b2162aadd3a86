using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AjsPantry.Tests.Features.Requests.Asking;

namespace AjsPantry.Tests.Features.Requests;

/// <summary>What those read whom somebody else, or time, was quicker than.</summary>
public sealed class SameMomentTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Who_asks_for_days_that_are_taken_back_in_the_same_moment_is_told_to_look()
    {
        var person = await app.NewAsync();
        var first = await app.AskedAsync(person, Today.AddDays(10), Today.AddDays(12));
        var id = await app.IdAsync(person);
        AskRequest.Input input = new() { Kind = "Absence", From = "2026-03-26", Until = "2026-03-28", Reason = "Again" };
        input.SubmissionId = Guid.NewGuid();
        var floor = await app.FloorAsync("North", 1);
        var outcome = await app.ActingAsync(person, services =>
        {
            services.GetRequiredService<PantryDb>().AfterFailing(() => TakeBackAsync(person, first));
            return services.GetRequiredService<AskRequest.Handler>().HandleAsync(floor.Id, input, CancellationToken.None);
        });
        Assert.Equal([new("From", "You have just asked for some of these days. Look at your requests.")], outcome.Messages);
        var asked = Assert.Single(await app.ReadAsync("North", db => db.Requests.Where(request => request.MemberId == id).ToListAsync()));
        Assert.Equal((first, RequestState.Cancelled), (asked.Id, asked.State));
    }

    [Fact]
    public async Task Who_decides_on_what_is_taken_back_in_the_same_moment_is_told_and_nobody_hears_of_a_decision()
    {
        var person = await app.NewAsync(name: "Maria");
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        var floor = await app.FloorAsync("North", 1);
        var outcome = await app.ActingAsync(Cast.Head, services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(() => TakeBackAsync(person, id));
            return services.GetRequiredService<DecideRequest.Handler>().HandleAsync(
                floor.Id, id, new() { Decision = DecideRequest.Approve }, CancellationToken.None);
        });
        Assert.Equal([new("", "Maria withdrew this request. There is nothing left to decide.")], outcome!.Messages);
        Assert.Equal(RequestState.Cancelled, (await app.FindAsync(id)).State);
        Assert.Empty(await app.ToldAsync(id, "decided"));
    }

    [Fact]
    public async Task Who_takes_back_what_is_declined_in_the_same_moment_is_told()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        var outcome = await app.ActingAsync(person, services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(
                () => app.DecideAsync(Cast.Head, id, DecideRequest.Decline, "Too few are here"));
            return services.GetRequiredService<CancelRequest>().HandleAsync(id, CancellationToken.None);
        });
        Assert.Equal([new("", "It is already decided, so you cannot withdraw it.")], outcome!.Messages);
        Assert.Equal(RequestState.Declined, (await app.FindAsync(id)).State);
    }

    [Fact]
    public async Task Of_two_who_take_a_decision_back_in_the_same_moment_the_second_is_told()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        await app.DecideAsync(Cast.Head, id, DecideRequest.Approve);
        var outcome = await app.ActingAsync(Cast.Head, services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(() => ReopenAsync(Cast.Admin, id));
            return ReopenAsync(services, id);
        });
        Assert.Equal([new("", "Someone else changed this request. Open it again to see the latest.")], outcome!.Messages);
        Assert.Equal([person.Number], await app.ToldAsync(id, "reopened"));
    }

    [Fact]
    public async Task A_decision_on_days_that_are_over_stays()
    {
        var id = await app.DecidedRequestAsync();
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}/reopen");
        await TestServer.WriteAsync(app.Database, $"UPDATE requests SET \"from\" = '2026-03-12', until = '2026-03-14' WHERE id = '{id}'");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Reason"] = "We were wrong" });
        Assert.Contains("Its days are over, so the decision cannot be undone.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    private Task<Outcome<Request>?> TakeBackAsync(Person person, Guid id) =>
        app.ActingAsync(person, services => services.GetRequiredService<CancelRequest>().HandleAsync(id, CancellationToken.None));

    private Task<Outcome<Request>?> ReopenAsync(Person by, Guid id) => app.ActingAsync(by, services => ReopenAsync(services, id));

    private async Task<Outcome<Request>?> ReopenAsync(IServiceProvider services, Guid id)
    {
        var floor = await app.FloorAsync("North", 1);
        return await services.GetRequiredService<ReopenRequest.Handler>().HandleAsync(
            floor.Id, id, new() { Reason = "Once more" }, CancellationToken.None);
    }
}
