using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

/// <summary>
/// Whoever closes a month can take that back until somebody else has confirmed it; and somebody else can always be found.
/// </summary>
public sealed class TwoPairsOfEyesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly February = ClosedMonthActs.February, January = ClosedMonthActs.January;

    private async Task<ClosingState> StateAsync(Guid closing) =>
        await app.ReadAsync("North", db => db.MonthClosings.Where(row => row.Id == closing).Select(row => row.State).SingleAsync());

    private async Task<string> TryToOpenAsync(FloorView floor, Guid closing, Person person, int months = 1)
    {
        var input = new ReopenMonth.Input { Reason = "A mistake", Months = months };
        var outcome = await app.ActingAsync(person,
            services => services.GetRequiredService<ReopenMonth.Handler>().HandleAsync(floor.Id, closing, input, CancellationToken.None));
        return outcome!.IsDone ? "done" : Assert.Single(outcome.Messages).Text.Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task A_head_takes_back_an_own_closing_that_nobody_confirmed()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.RecordAsync("North", 1, BillActs.One(10, "C-1", date: February));
        var closing = await app.CloseAsync(floor, February);
        var head = await app.SignInAsync(Cast.Head);
        var page = await head.GetAsync("/expenses/closing?month=2026-02");
        Assert.Contains("Until then you can reopen it.", page.Text, StringComparison.Ordinal);
        var form = await head.GetAsync(page.Document.QuerySelector("main .acts a[href*=reopen]")!.GetAttribute("href")!);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "One bill is missing" })).Status);
        Assert.Equal(ClosingState.Reopened, await StateAsync(closing));
        // The admin has nothing to look at any more.
        Assert.Empty(await app.ToldAsync(closing, "closed"));
    }

    [Fact]
    public async Task A_head_does_not_open_what_is_confirmed_or_what_somebody_else_closed()
    {
        var floor = await app.FloorAsync("North", 1);
        var confirmed = await app.CloseAsync(floor, January);
        await app.ConfirmAsync(floor, confirmed);
        var others = await app.CloseAsync(floor, February, Cast.Admin);
        Assert.Equal("Only an admin can reopen January 2026, because it is confirmed or someone else closed it.",
            await TryToOpenAsync(floor, confirmed, Cast.Head, 2));
        Assert.Equal("Only an admin can reopen February 2026, because it is confirmed or someone else closed it.",
            await TryToOpenAsync(floor, others, Cast.Head));
        var head = await app.SignInAsync(Cast.Head);
        Assert.Null((await head.GetAsync("/expenses/closing?month=2026-02")).Document.QuerySelector("main .acts a[href*=reopen]"));
        Assert.Equal(302, (await head.GetAsync($"/expenses/closing/{others}/reopen")).Status);
    }

    [Fact]
    public async Task A_head_does_not_open_a_month_before_another_closed_one()
    {
        var floor = await app.FloorAsync("North", 1);
        var january = await app.CloseAsync(floor, January);
        await app.CloseAsync(floor, February);
        Assert.Equal("February 2026 is closed too. Only an admin can reopen both.", await TryToOpenAsync(floor, january, Cast.Head, 2));
    }

    [Fact]
    public async Task What_an_admin_closed_the_floors_head_is_told_of_and_confirms()
    {
        var floor = await app.FloorAsync("North", 1);
        var closing = await app.CloseAsync(floor, February, Cast.Admin);
        Assert.Equal(["N1-head"], await app.ToldAsync(closing, "closed"));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/expenses/closing?month=2026-02");
        Assert.Equal("Please confirm February", page.Answer);
        Assert.Equal(302, (await page.SubmitAsync([], "form[action*=confirm]")).Status);
        Assert.Equal(ClosingState.Confirmed, await StateAsync(closing));
    }

    [Fact]
    public async Task What_a_head_closed_no_head_confirms()
    {
        var floor = await app.FloorAsync("North", 1);
        var closing = await app.CloseAsync(floor, February);
        var other = await app.ActingAsync(Cast.OtherFloorHead,
            services => services.GetRequiredService<ConfirmClosing>().HandleAsync(floor.Id, closing, CancellationToken.None));
        Assert.Equal("A pantry head closed this month, so an admin must confirm it.", Assert.Single(other!.Messages).Text);
        Assert.Equal(ClosingState.Closed, await StateAsync(closing));
    }

    [Fact]
    public async Task Nobody_is_said_to_be_told_when_there_is_nobody()
    {
        // A floor with no head, closed by the residence's only admin.
        var floor = await app.NewFloorAsync();
        await app.RecordAsync("North", floor.Number, BillActs.One(100, date: February));
        var admin = await app.SignInAsync(Cast.Admin);
        var page = await admin.GetAsync($"/expenses/closing?month=2026-02&floor={floor.Number}");
        var closed = await (await page.SubmitAsync([], "dialog form")).FollowAsync();
        Assert.Equal("February 2026 is closed.", closed.Toast);
        Assert.Equal("February is closed", closed.Answer);
    }
}
