using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Person;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.TeaTasks.Fairness;

/// <summary>Who joins, comes back or has not joined yet, as pages and drafts count them. Today is Sunday 15 March 2026.</summary>
public sealed class StandingsTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 3, 16);

    public async ValueTask InitializeAsync() => await app.SlotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_joins_after_a_rota_was_published_gets_no_mornings_in_a_row()
    {
        await PublishAsync("2026-03-16", "2026-04-17");
        var newcomer = await JoinAsync("New Comer");
        Assert.Equal(11, await CountAsync("New Comer"));
        await PublishAsync("2026-04-18", "2026-05-15");
        var days = await DaysAsync(newcomer);
        Assert.Equal(7, days.Count);
        Assert.All(days.Zip(days.Skip(1)), two => Assert.Equal(4, two.Second.DayNumber - two.First.DayNumber));
        Assert.Equal(18, await CountAsync("New Comer"));
        Assert.Equal("Everybody has 18 turns", (await (await app.SignInAsync(Cast.Member)).GetAsync("/tea/fairness")).Answer);
    }

    [Fact]
    public async Task A_person_has_one_number_of_turns_on_every_page()
    {
        await PublishAsync("2026-03-16", "2026-04-17");
        await JoinAsync("New Comer");
        await app.DutyAsync(new DateOnly(2026, 3, 1), Cast.Member, TeaState.Missed);
        var manager = await app.SignInAsync(Cast.TeaManager);
        foreach (var (name, count) in (IEnumerable<(string, int)>)[("New Comer", 11), ("North Member 1", 12)])
        {
            Assert.Equal(count, await CountAsync(name));
            var make = await manager.GetAsync("/tea/plan/make");
            Assert.Contains(make.Document.QuerySelectorAll("label.body"),
                label => label.TextContent.Contains($"{name}{count} turns in 180", StringComparison.Ordinal));
            Assert.Contains($"{name}, {count} turns", (await manager.GetAsync("/tea/add")).Text, StringComparison.Ordinal);
            var duty = await app.DutyAsync(new DateOnly(2026, 5, count), null);
            Assert.Contains(
                $"{name}, {count} turns", (await manager.GetAsync($"/tea/duty/{duty}/reassign")).Text, StringComparison.Ordinal);
        }

        var plan = await MakeAsync("2026-05-16", "2026-05-16");
        var place = await manager.GetAsync(plan.Document.QuerySelector("a.cell")!.GetAttribute("href")!);
        Assert.Contains("New Comer, 11 turns", place.Text, StringComparison.Ordinal);
        Assert.Contains("North Member 1, 12 turns", place.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_starts_level_like_one_who_joins()
    {
        await app.DutyAsync(new DateOnly(2026, 3, 1), Cast.Member, TeaState.Done);
        var id = await app.IdAsync(Cast.Member);
        await app.ChangeMemberAsync(Cast.Member, member => member.DeactivatedAt = TestClock.Beginning);
        await PublishAsync("2026-03-16", "2026-04-14");
        app.Clock.SetUtcNow(TestClock.Beginning.AddMinutes(2));
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<Reactivate>().HandleAsync(id, new(), CancellationToken.None));
        Assert.Equal(15, await CountAsync("North Member 1"));
        var make = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/tea/plan/make");
        Assert.Contains("15 turns in 180 days, 15 of them to start level", make.Text, StringComparison.Ordinal);
        await PublishAsync("2026-04-15", "2026-04-23");
        Assert.Equal(3, (await DaysAsync(id)).Count(day => day > Monday));
    }

    [Fact]
    public async Task Who_moves_to_a_floor_starts_level_and_leaves_the_turns_of_the_old_one()
    {
        await app.DutyAsync(new DateOnly(2026, 3, 1), Cast.OtherFloorMember, TeaState.Done, floor: 2);
        await PublishAsync("2026-03-16", "2026-04-14");
        var id = await app.IdAsync(Cast.OtherFloorMember);
        app.Clock.SetUtcNow(TestClock.Beginning.AddMinutes(2));
        await app.InTenantAsync("North",
            services => services.GetRequiredService<MoveFloor.Handler>().HandleAsync(id, new() { Floor = 1 }, CancellationToken.None));
        Assert.Equal(10, await CountAsync(Cast.OtherFloorMember.Name));
    }

    [Fact]
    public async Task Who_has_not_joined_yet_is_not_planned()
    {
        var invited = await JoinAsync("Not Here Yet", hasJoined: false);
        var manager = await app.SignInAsync(Cast.TeaManager);
        var make = await manager.GetAsync("/tea/plan/make");
        Assert.DoesNotContain("Not Here Yet", make.Text, StringComparison.Ordinal);
        Assert.Equal(["Input_People: Choose who takes part."], (await make.SubmitAsync(
            new() { ["Input.From"] = "2026-03-16", ["Input.Until"] = "2026-03-17", ["Input.People"] = $"{invited}" })).Errors);
        var plan = await MakeAsync("2026-03-16", "2026-03-20");
        var place = await manager.GetAsync(plan.Document.QuerySelector("a.cell")!.GetAttribute("href")!);
        const string NotJoined = "Input_Person: That person has not joined yet. Choose another.";
        Assert.Equal([NotJoined], (await place.SubmitAsync(new() { ["Input.Person"] = $"{invited}" })).Errors);
        var duty = await app.DutyAsync(Monday, Cast.Member);
        var give = await manager.GetAsync($"/tea/duty/{duty}/reassign");
        Assert.DoesNotContain("Not Here Yet", give.Text, StringComparison.Ordinal);
        Assert.Equal([NotJoined], (await give.SubmitAsync(new() { ["Input.Person"] = $"{invited}", ["Input.Reason"] = "Try" })).Errors);
        Assert.DoesNotContain(
            "Not Here Yet", (await (await app.SignInAsync(Cast.Member)).GetAsync($"/tea/duty/{duty}/swap")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not Here Yet", (await manager.GetAsync("/tea/fairness")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fairness_page_says_the_rule_and_why_each_was_chosen()
    {
        await PublishAsync("2026-03-16", "2026-03-18");
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/tea/fairness");
        Assert.Contains("Nobody makes tea two days in a row while somebody else is free", page.Text, StringComparison.Ordinal);
        Assert.Contains("people catch up by at most one extra turn a week", page.Text, StringComparison.Ordinal);
        Assert.Contains("People who join or come back start with as many turns as the others.", page.Text, StringComparison.Ordinal);
        var reasons = page.Document.QuerySelectorAll("details .item").Select(item => item.TextContent).ToList();
        Assert.Equal(3, reasons.Count);
        Assert.All(reasons, reason => Assert.Contains("No turns since", reason, StringComparison.Ordinal));
    }

    private async Task<Guid> JoinAsync(string name, bool hasJoined = true)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var number = $"N{Guid.NewGuid():N}"[..8];
            var template = await db.Members.AsNoTracking().FirstAsync(member => member.FloorId == floor.Id);
            var member = new AjsPantry.Infrastructure.Identity.Member
            {
                Number = number,
                Name = name,
                UserName = AjsPantry.Infrastructure.Identity.Member.UserNameOf(template.TenantId, number),
                FloorId = floor.Id,
                PasswordHash = hasJoined ? "set" : null,
                CreatedAt = app.Clock.GetUtcNow().AddMinutes(1),
            };
            db.Members.Add(member);
            await db.SaveChangesAsync();
            app.Clock.SetUtcNow(app.Clock.GetUtcNow().AddMinutes(2));
            return member.Id;
        });
    }

    /// <summary>The number of turns that the page of fairness shows.</summary>
    private async Task<int> CountAsync(string name)
    {
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/tea/fairness");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("bdi")!.TextContent == name);
        return int.Parse(row.QuerySelector("[data-l=Turns]")!.TextContent, null);
    }

    private Task<List<DateOnly>> DaysAsync(Guid member) =>
        app.ReadAsync("North",
            db => db.TeaDuties.Where(duty => duty.MemberId == member).OrderBy(duty => duty.Date).Select(duty => duty.Date).ToListAsync());

    private async Task PublishAsync(string from, string until) =>
        Assert.Equal(302, (await (await MakeAsync(from, until)).SubmitAsync([], "form.of-act")).Status);

    private async Task<WebPage> MakeAsync(string from, string until)
    {
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/tea/plan/make");
        return await (await page.SubmitAsync(new() { ["Input.From"] = from, ["Input.Until"] = until })).FollowAsync();
    }
}
