using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Requests;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>The tests' today is Sunday 15 March 2026. Every test begins with a tea every morning.</summary>
public sealed class RotaTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    public async ValueTask InitializeAsync() => await app.SlotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_tea_manager_makes_a_draft_that_nobody_else_sees_and_publishes_it()
    {
        var plan = await MakeAsync("2026-03-16", "2026-03-21");
        Assert.Equal("A fair 16–21 Mar is ready", plan.Answer);
        Assert.Equal(6, plan.Document.QuerySelectorAll("a.cell").Length);
        var member = await app.SignInAsync(Cast.Member);
        Assert.Equal("No tea rota for March yet", (await member.GetAsync("/tea")).Answer);
        Assert.Equal(403, (await member.GetAsync("/tea/plan")).Status);

        var answer = await plan.SubmitAsync([], "form.of-act");
        Assert.Equal("/tea?month=2026-03", answer.Location);
        Assert.Contains("3 people get a notification", (await answer.FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Equal(["The tea rota of 16–21 Mar is published"], await app.NewsAsync(Cast.Member));
        Assert.Equal([2, 2, 2],
            await app.ReadAsync("North", db => db.TeaDuties.GroupBy(duty => duty.MemberId).Select(group => group.Count()).ToListAsync()));
        Assert.Equal("You make tea tomorrow", (await member.GetAsync("/tea")).Answer);
        Assert.DoesNotContain(
            "a.cell", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync("/tea")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_away_is_passed_over_and_keeps_the_turn()
    {
        await app.AwayAsync(Cast.Member, new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 17));
        var plan = await MakeAsync("2026-03-16", "2026-03-18");
        Assert.Contains("Away on Mon 16 Mar, so it is on Wed 18 Mar", plan.Text, StringComparison.Ordinal);
        await plan.SubmitAsync([], "form.of-act");
        var member = await app.IdAsync(Cast.Member);
        Assert.Equal(new DateOnly(2026, 3, 18),
            await app.ReadAsync(
                "North", db => db.TeaDuties.Where(duty => duty.MemberId == member).Select(duty => duty.Date).SingleAsync()));
    }

    [Fact]
    public async Task An_absence_approved_after_the_draft_is_marked_and_named_with_its_day()
    {
        var plan = await MakeAsync("2026-03-16", "2026-03-18");
        var place = plan.Document.QuerySelectorAll("a.cell")[1];
        var person = Cast.All
            .Single(person => person.Tenant == "North" && person.Floor == 1
                && place.TextContent.Contains(person.Name, StringComparison.Ordinal));
        await app.AwayAsync(person, new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 17));
        var page = await (await Manager).GetAsync("/tea/plan");
        Assert.Equal("1 tea needs somebody else", page.Answer);
        Assert.Contains("away on this day", page.Document.QuerySelectorAll("a.cell")[1].TextContent, StringComparison.Ordinal);
        var link = page.Document.QuerySelector(".callout.bad li a")!;
        Assert.Equal(($"Tue 17 Mar, Morning: {person.Name} is away", place.GetAttribute("href")),
            (link.TextContent.Replace('\u00a0', ' '), link.GetAttribute("href")));
        // One box says it, before and after somebody tries to publish.
        var refused = await page.SubmitAsync([], "form.of-act");
        var box = Assert.Single(refused.Document.QuerySelectorAll(".callout.bad"));
        Assert.Equal("alert", box.GetAttribute("role"));
        Assert.Contains("Somebody is away on a day of this draft. Give the tea to somebody else, or make the draft again.", box.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_of_the_draft_is_changed_by_hand_with_reasons_in_sight()
    {
        await app.AwayAsync(Cast.Head, new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 16));
        var plan = await MakeAsync("2026-03-16", "2026-03-17");
        var place = await (await Manager).GetAsync(plan.Document.QuerySelector("a.cell")!.GetAttribute("href")!);
        Assert.Contains("without this one: the fewest", place.Text, StringComparison.Ordinal);
        Assert.Equal(["Input_Person: That person is away on the day. Choose another."],
            (await place.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}" })).Errors);
        foreach (var stranger in (string[])["x", $"{Guid.NewGuid()}", $"{await app.IdAsync(Cast.OtherFloorMember)}",
            $"{await app.IdAsync(Cast.Admin)}"])
            Assert.Equal(["Input_Person: That person no longer lives here. Choose another."],
                (await place.SubmitAsync(new() { ["Input.Person"] = stranger })).Errors);
        Assert.Equal("/tea/plan", (await place.SubmitAsync(new() { ["Input.Person"] = "" })).Location);
        Assert.Equal("1 tea has nobody yet", (await (await Manager).GetAsync("/tea/plan")).Answer);
        Assert.Equal(302, (await place.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.TeaManager)}" })).Status);
        Assert.Contains(
            await app.ReadAsync("North", db => db.TeaDraftPlaces.Select(row => row.Why).ToListAsync()), why => why == "Chosen by hand.");
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_wins_and_the_other_is_told()
    {
        await MakeAsync("2026-03-16", "2026-03-20");
        var pages = new[] { await (await Manager).GetAsync("/tea/plan"), await (await app.SignInAsync(Cast.Head)).GetAsync("/tea/plan"),
            await (await app.SignInAsync(Cast.Admin)).GetAsync("/tea/plan?floor=1") };
        var answers = await Task.WhenAll(pages.Select(page => Task.Run(() => page.SubmitAsync([], "form.of-act"))));
        var toasts = await Task.WhenAll(answers.Select(async answer => (await answer.FollowAsync()).Toast));
        Assert.Single(toasts, toast => toast.Contains("is published", StringComparison.Ordinal));
        Assert.Equal(2, toasts.Count(toast => toast.Contains("has already published this rota, at 14:30.", StringComparison.Ordinal)));
        Assert.Equal(5, await app.ReadAsync("North", db => db.TeaDuties.CountAsync()));
    }

    [Fact]
    public async Task Nobody_publishes_what_they_have_not_seen()
    {
        var seen = await MakeAsync("2026-03-16", "2026-03-17");
        var place = await (await app.SignInAsync(Cast.Head)).GetAsync(seen.Document.QuerySelector("a.cell")!.GetAttribute("href")!);
        Assert.Equal(302, (await place.SubmitAsync(new() { ["Input.Person"] = "" })).Status);
        var answer = await seen.SubmitAsync([], "form.of-act");
        Assert.Contains("Someone else changed the draft.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await answer.SubmitAsync([], "form.of-act")).Status);
    }

    [Fact]
    public async Task What_changed_in_the_world_stops_the_publishing_with_a_word()
    {
        var plan = await MakeAsync("2026-03-16", "2026-03-20");
        await app.AwayAsync(Cast.Member, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));
        Assert.Contains(": North Member 1 is away", (await plan.SubmitAsync([], "form.of-act")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaDuties.CountAsync()));
    }

    [Fact]
    public async Task What_is_published_stays_when_more_is_planned()
    {
        var duty = await app.DutyAsync(new DateOnly(2026, 3, 17), Cast.Member);
        var plan = await MakeAsync("2026-03-16", "2026-03-18");
        Assert.Equal(2, plan.Document.QuerySelectorAll("a.cell").Length);
        Assert.Equal(302, (await plan.SubmitAsync([], "form.of-act")).Status);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(duty)).State);
        Assert.Equal(["Input_Until: All teas of those days are already published. Choose other days."],
            (await MakeAsync("2026-03-16", "2026-03-18")).Errors);
    }

    [Fact]
    public async Task A_draft_is_made_again_and_thrown_away()
    {
        await MakeAsync("2026-03-16", "2026-03-20");
        var again = await MakeAsync("2026-03-16", "2026-03-18");
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaRotas.CountAsync()));
        Assert.Equal("/tea", (await again.SubmitAsync([], "form[action*=Discard]")).Location);
        Assert.Equal("/tea/plan/make", (await (await Manager).GetAsync("/tea/plan")).Location);
        Assert.Equal(404, (await again.SubmitAsync([], "form.of-act")).Status);
    }

    [Theory]
    [InlineData("2026-03-14", "2026-03-20", "Input_From: Choose today or a later day.")]
    [InlineData("2026-03-20", "2026-03-16", "Input_Until: The last day comes before the first. Choose a later one.")]
    [InlineData("2026-03-16", "2026-06-16", "Input_Until: That is more than 62 days. Plan the rest later.")]
    [InlineData("2027-05-01", "2027-05-02", "Input_From: That is too far ahead. Choose a day within the next year.")]
    [InlineData("soon", "2026-03-16", "Input_From: Choose the first day.")]
    public async Task Days_that_cannot_be_are_said_at_their_field(string from, string until, string error)
    {
        var answer = await MakeAsync(from, until);
        Assert.Equal([error], answer.Errors);
        Assert.Equal(from, answer.Value("Input.From"));
    }

    [Fact]
    public async Task Several_make_one_tea_and_nobody_twice()
    {
        await app.SlotAsync("Evening", people: 2);
        var plan = await MakeAsync("2026-03-16", "2026-03-20");
        Assert.Equal(302, (await plan.SubmitAsync([], "form.of-act")).Status);
        var duties = await app.ReadAsync("North", db => db.TeaDuties.ToListAsync());
        Assert.Equal((15, 15), (duties.Count, duties.DistinctBy(duty => (duty.Date, duty.SlotId, duty.MemberId)).Count()));
        Assert.All(duties.CountBy(duty => duty.MemberId!.Value), count => Assert.Equal(5, count.Value));
    }

    [Fact]
    public async Task Absences_that_nobody_decided_are_named_before_a_rota_is_published()
    {
        await MakeAsync("2026-03-16", "2026-03-18");
        Assert.DoesNotContain("asked for an absence", (await (await Manager).GetAsync("/tea/plan")).Text, StringComparison.Ordinal);
        await app.AskedAsync(Cast.Member, new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 20));
        Assert.Contains("1 person asked for an absence on these days and has no answer yet.",
            (await (await Manager).GetAsync("/tea/plan")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tea")]
    [InlineData("/tea/plan")]
    [InlineData("/tea/fairness")]
    [InlineData("/tea/plan/make")]
    public async Task Pages_ask_the_database_a_few_times_however_much_is_planned(string address)
    {
        await (await Manager).GetAsync(address);
        await app.DutyAsync(new DateOnly(2026, 3, 2), Cast.Head, TeaState.Done);
        await MakeAsync("2026-03-16", "2026-04-30");
        app.Commands.Clear();
        await (await Manager).GetAsync(address);
        Assert.InRange(app.Commands.All.Count, 1, 5);
    }

    /// <summary>Makes a draft of the whole floor and opens it; the form with its messages when it was refused.</summary>
    private async Task<WebPage> MakeAsync(string from, string until)
    {
        var answer = await (await (await Manager).GetAsync("/tea/plan/make"))
            .SubmitAsync(new() { ["Input.From"] = from, ["Input.Until"] = until });
        return answer.Status == 302 ? await answer.FollowAsync() : answer;
    }
}
