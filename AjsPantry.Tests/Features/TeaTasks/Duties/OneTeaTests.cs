using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>One tea beside the rota, and marks that are taken back. Today is Sunday 15 March 2026.</summary>
public sealed class OneTeaTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    public async ValueTask InitializeAsync() => await app.SlotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_tea_of_a_past_day_is_added_as_made_and_leaves_the_draft_alone()
    {
        var place = await app.DraftPlaceAsync(Today.AddDays(1));
        var answer = await AddAsync("2026-03-10", Cast.Member);
        var duty = await app.ReadAsync("North", db => db.TeaDuties.SingleAsync());
        Assert.Equal($"/tea/duty/{duty.Id}", answer.Location);
        Assert.Equal("The tea of Tue 10 Mar is added as done.", (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '));
        Assert.Equal((TeaState.Done, 1, await app.IdAsync(Cast.TeaManager)), (duty.State, duty.Place, duty.ConfirmedById));
        Assert.Equal(["Your tea of Tue 10 Mar, Morning is added"], await app.NewsAsync(Cast.Member));
        Assert.True(await app.ReadAsync("North", db => db.TeaDraftPlaces.AnyAsync(row => row.Id == place)));
    }

    [Fact]
    public async Task A_tea_that_is_to_come_is_added_to_the_first_place_that_nobody_has()
    {
        await app.DutyAsync(Today.AddDays(1), Cast.Head);
        await app.DutyAsync(Today.AddDays(1), Cast.TeaManager, place: 3);
        Assert.Equal(302, (await AddAsync("2026-03-16", Cast.Member)).Status);
        var member = await app.IdAsync(Cast.Member);
        var day = Today.AddDays(1);
        var duty = await app.ReadAsync("North", db => db.TeaDuties.SingleAsync(duty => duty.MemberId == member));
        Assert.Equal((TeaState.Planned, 2, day, null), (duty.State, duty.Place, duty.Date, duty.MarkedById));
        Assert.Equal(["You make tea on Mon 16 Mar, Morning"], await app.NewsAsync(Cast.Member));
        Assert.Equal(
            ["Input_Person: That person already makes this tea. Choose another."], (await AddAsync("2026-03-16", Cast.Member)).Errors);
    }

    [Fact]
    public async Task Who_adds_an_own_past_tea_leaves_it_to_somebody_else_to_confirm()
    {
        Assert.Equal(302, (await AddAsync("2026-03-10", Cast.TeaManager)).Status);
        var duty = await app.ReadAsync("North", db => db.TeaDuties.SingleAsync());
        Assert.Equal((TeaState.Done, null), (duty.State, duty.ConfirmedById));
    }

    [Theory]
    [InlineData("Date", "soon", "Input_Date: Choose the day.")]
    [InlineData("Date", "2027-03-16", "Input_Date: That is too far ahead. Choose a day within the next year.")]
    [InlineData("Date", "2025-03-13", "Input_Date: That is too long ago. Choose a later day.")]
    [InlineData("Slot", "", "Input_Slot: Choose which tea it is.")]
    [InlineData("Slot", "x", "Input_Slot: That time for tea is no longer in use. Choose another.")]
    [InlineData("Person", "", "Input_Person: Choose who makes it.")]
    [InlineData("Person", "x", "Input_Person: That person no longer lives here. Choose another.")]
    public async Task A_tea_that_cannot_be_added_is_said_at_its_field(string field, string typed, string message)
    {
        var page = await (await Manager).GetAsync("/tea/add");
        Dictionary<string, string> values = new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Member)}" };
        values[$"Input.{field}"] = typed;
        Assert.Equal([message], (await page.SubmitAsync(values)).Errors);
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaDuties.CountAsync()));
    }

    [Fact]
    public async Task Who_shares_a_first_name_with_somebody_of_the_floor_is_told_apart_on_every_page()
    {
        var zoya = await app.AddSomebodyAsync();
        var other = await app.AddSomebodyAsync();
        await app.ChangeAsync(zoya, member => member.Name = "Zoya Khan");
        await app.ChangeAsync(other, member => member.Name = "Zoya Ali");
        // The other one has no tea at all in this month.
        var id = await app.DutyAsync(new DateOnly(2026, 7, 8), zoya);
        var member = await app.SignInAsync(Cast.Member);
        Assert.Equal("Zoya K. makes this tea", (await member.GetAsync($"/tea/duty/{id}")).Answer);
        Assert.Contains("Tea: Zoya K.", (await member.GetAsync("/calendar?day=2026-07-08")).Text, StringComparison.Ordinal);
        foreach (var address in (string[])["/tea?month=2026-07", "/calendar?month=2026-07"])
            Assert.Contains(
                "Zoya K.", (await member.GetAsync(address)).Document.QuerySelectorAll(".month bdi").Select(name => name.TextContent));
        var swap = await app.AskedTeaSwapAsync(id);
        Assert.Equal("Can you make tea instead of Zoya K.?", (await (await Manager).GetAsync($"/tea/swap/{swap}")).Answer);
    }

    [Fact]
    public async Task A_mark_is_taken_back_by_who_made_it()
    {
        var today = await app.DutyAsync(Today, Cast.Member);
        var past = await app.DutyAsync(Today.AddDays(-2), Cast.Member, TeaState.NotConfirmed);
        foreach (var (id, state) in (IEnumerable<(Guid, TeaState)>)[(today, TeaState.Planned), (past, TeaState.NotConfirmed)])
        {
            var member = await app.SignInAsync(Cast.Member);
            Assert.Equal(302, (await (await member.GetAsync($"/tea/duty/{id}")).SubmitAsync([], "form[action*=completion]")).Status);
            var answer = await (await member.GetAsync($"/tea/duty/{id}")).SubmitAsync([], "form[action*=Unmark]");
            Assert.Equal("Undone. Mark it again as done or missed.", (await answer.FollowAsync()).Toast);
            var duty = await app.ReadDutyAsync(id);
            Assert.Equal((state, null, null), (duty.State, duty.MarkedAt, duty.MarkedById));
            Assert.Equal(302, (await (await member.GetAsync($"/tea/duty/{id}")).SubmitAsync([], "form[action*=completion]")).Status);
        }
    }

    [Fact]
    public async Task A_mark_of_somebody_else_is_taken_back_by_whoever_manages_tea_alone()
    {
        var id = await app.DutyAsync(Today.AddDays(-1), Cast.Member);
        var mark = await (await Manager).GetAsync($"/tea/duty/{id}/completion");
        Assert.Equal(302, (await mark.SubmitAsync(new() { ["Input.Result"] = "missed", ["Input.Reason"] = "Overslept" })).Status);
        var mine = await (await app.SignInAsync(Cast.Member)).GetAsync($"/tea/duty/{id}");
        Assert.Null(mine.Document.QuerySelector("form[action*=Unmark]"));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/duty/{id}");
        Assert.Contains("Undo “missed”", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.SubmitAsync([], "form[action*=Unmark]")).Status);
        var duty = await app.ReadDutyAsync(id);
        Assert.Equal((TeaState.NotConfirmed, null, null, null), (duty.State, duty.Reason, duty.ConfirmedAt, duty.MarkedById));
        Assert.Equal(["Your tea of Sat 14 Mar, Morning is no longer marked"], await app.NewsAsync(Cast.Member));
        var texts = await app.ReadAsync(
            "North", db => db.Set<AjsPantry.Features.Notices.Notice>().Select(notice => notice.Text).ToListAsync());
        Assert.Contains($"{Cast.Head.Name} removed the mark “missed”.", texts);
        Assert.Equal(
            "Undone. Mark it again as done or missed.", (await (await page.SubmitAsync([], "form[action*=Unmark]")).FollowAsync()).Toast);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, null, false)]
    public void An_own_mark_is_taken_back_until_somebody_else_agreed(bool markedByMe, bool? confirmedByMe, bool may)
    {
        var me = Guid.NewGuid();
        var other = Guid.NewGuid();
        Guid? confirmed = confirmedByMe is { } mine ? mine ? me : other : null;
        Assert.Equal(may, TeaStates.MayUnmarkOwn(markedByMe ? me : other, confirmed, me));
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(0, 14, false)]
    [InlineData(0, 15, true)]
    [InlineData(1, 6, true)]
    [InlineData(-1, 23, false)]
    [InlineData(-1, null, false)]
    public void A_tea_is_to_come_until_its_time(int days, int? hour, bool isToCome) =>
        Assert.Equal(isToCome,
            TeaStates.IsToCome(Today.AddDays(days), hour is { } at ? new TimeOnly(at, 0) : null, Today.ToDateTime(new TimeOnly(14, 0))));

    [Fact]
    public async Task A_swap_offers_only_teas_that_are_to_come_and_is_not_agreed_once_the_time_is_past()
    {
        var dawn = await app.SlotAsync("Dawn", new TimeOnly(6, 30));
        var soon = await app.SlotAsync("Soon", new TimeOnly(14, 40));
        var past = await app.DutyAsync(Today, Cast.Member, slot: dawn);
        var mine = await app.DutyAsync(Today.AddDays(1), Cast.TeaManager, slot: soon);
        var ask = await (await Manager).GetAsync($"/tea/duty/{mine}/swap");
        Assert.DoesNotContain($"duty:{past}", ask.Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(["Input_Of: That choice is no longer possible. Choose another."],
            (await ask.SubmitAsync(new() { ["Input.Of"] = $"duty:{past}" })).Errors);
        var member = await app.SignInAsync(Cast.Member);
        var late = await (await member.GetAsync($"/tea/duty/{past}/swap")).SubmitAsync([]);
        Assert.Contains("This tea is over, so nobody can take it over. Mark it as done or missed.", late.Text, StringComparison.Ordinal);
        var swap = await app.AskedTeaSwapAsync(await app.DutyAsync(Today, Cast.TeaManager, slot: soon));
        var answer = await member.GetAsync($"/tea/swap/{swap}");
        app.Clock.SetUtcNow(TestClock.Beginning.AddMinutes(11));
        var over = await answer.SubmitAsync([]);
        Assert.Contains("This tea is over, so nobody can take it over.", over.Text, StringComparison.Ordinal);
        Assert.Equal("The question has expired", over.Answer);
        Assert.Equal(SwapState.Lapsed,
            await app.ReadAsync("North", db => db.TeaSwaps.Where(row => row.Id == swap).Select(row => row.State).SingleAsync()));
    }

    [Fact]
    public async Task Days_of_news_have_the_year_of_the_residence()
    {
        // In Kolkata the new year has begun, in Greenwich it has not.
        var id = await app.DutyAsync(new DateOnly(2027, 1, 1), Cast.Member);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/duty/{id}/reassign");
        Assert.Equal(302,
            (await page.SubmitAsync(
                new() { ["Input.Person"] = $"{await app.IdAsync(Cast.TeaManager)}", ["Input.Reason"] = "Ill" })).Status);
        Assert.Equal(["You make tea on Fri 1 Jan, Morning"], await app.NewsAsync(Cast.TeaManager));
    }

    private async Task<WebPage> AddAsync(string day, Person person)
    {
        var page = await (await Manager).GetAsync("/tea/add");
        return await page.SubmitAsync(new() { ["Input.Date"] = day, ["Input.Person"] = $"{await app.IdAsync(person)}" });
    }
}
