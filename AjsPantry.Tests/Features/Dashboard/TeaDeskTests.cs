using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.TeaTasks;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>The card of those who look after tea, on a tea manager's home page and on a pantry head's.</summary>
public sealed class TeaDeskTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string NothingPlanned = "No tea is planned Make a fair rota. People see it when you publish it. Plan tea";

    private static readonly DateOnly Today = TestClock.Today;

    private static readonly Person[] Those = [Cast.TeaManager, Cast.Head];

    [Fact]
    public async Task Where_no_tea_is_made_there_is_no_card_and_where_none_is_planned_it_says_so()
    {
        foreach (var person in Those)
            Assert.DoesNotContain("tea", (await app.HomeAsync(person)).Headings());
        await app.SlotAsync();
        foreach (var person in Those)
        {
            var home = await app.HomeAsync(person);
            Assert.StartsWith("No tea today or tomorrow", home.Card("tea"), StringComparison.Ordinal);
            Assert.Equal([NothingPlanned], home.Lines("tea"));
        }

        var make = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/tea/plan/make");
        Assert.Equal(302, (await make.SubmitAsync([])).Status);
        foreach (var person in Those)
            Assert.Equal(["No tea is planned A draft is ready. People see it when you publish it. Open the draft"],
                (await app.HomeAsync(person)).Lines("tea"));
        await TestServer.WriteAsync(app.Database, "DELETE FROM tea_rotas");
        Assert.DoesNotContain("tea", (await app.HomeAsync(Cast.Member)).Headings());
        await app.DutyAsync(Today.AddDays(-1), Cast.Member);
        Assert.Contains(NothingPlanned, (await app.HomeAsync(Cast.TeaManager)).Lines("tea"));
    }

    [Fact]
    public async Task Tea_of_today_and_tomorrow_is_told_with_what_its_maker_says()
    {
        await app.DutyAsync(Today, Cast.TeaManager, TeaState.Planned, await app.SlotAsync("A"));
        await app.DutyAsync(Today, Cast.Member, TeaState.Accepted, await app.SlotAsync("B"));
        await app.DutyAsync(Today, Cast.Head, TeaState.Done, await app.SlotAsync("C"));
        await app.DutyAsync(Today, Cast.Member, TeaState.Missed, await app.SlotAsync("D"));
        foreach (var slot in (string[])["A", "B", "C", "D"])
            await app.DutyAsync(Today.AddDays(1), Cast.Member, slot: await app.SlotAsync(slot));
        var home = await app.HomeAsync(Cast.TeaManager);
        Assert.StartsWith("Tea Rota", home.Card("tea"), StringComparison.Ordinal);
        var lines = home.Lines("tea");
        Assert.Contains(lines, line => line.EndsWith("You Today, A, not accepted yet", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($"{Cast.Member.Name} Today, B, will make it", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($"{Cast.Head.Name} Today, C, made it Made", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith($"{Cast.Member.Name} Today, D, missed it", StringComparison.Ordinal));
        Assert.Equal(4, lines.Count(line => line.Contains("Tomorrow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tea_that_nobody_has_is_counted_and_the_first_four_are_named()
    {
        await app.DutyAsync(Today, null);
        await app.DutyAsync(Today.AddDays(5), Cast.Member);
        foreach (var person in Those)
        {
            var home = await app.HomeAsync(person);
            Assert.StartsWith("5 teas without a person", home.Card("tea"), StringComparison.Ordinal);
            Assert.Equal(
                [
                    "? Nobody today Morning Choose somebody, Sun 15 Mar", "? Nobody tomorrow Morning, not planned Plan it, Mon 16 Mar",
                    "? Nobody on Tue 17 Mar Morning, not planned Plan it, Tue 17 Mar",
                    "? Nobody on Wed 18 Mar Morning, not planned Plan it, Wed 18 Mar",
                    "No tea is planned after Fri 20 Mar Make a fair rota. People see it when you publish it. Plan tea",
                ],
                home.Lines("tea"));
        }
    }

    [Fact]
    public async Task A_rota_of_two_weeks_needs_no_other()
    {
        for (var day = 0; day < 14; day++)
            await app.DutyAsync(Today.AddDays(day), Cast.Member, TeaState.Accepted);
        var lines = (await app.HomeAsync(Cast.TeaManager)).Lines("tea");
        Assert.Equal(
            [$"N1 {Cast.Member.Name} Today, Morning, will make it", $"N1 {Cast.Member.Name} Tomorrow, Morning, will make it"], lines);
    }

    [Fact]
    public async Task Questions_of_others_and_what_is_to_confirm_wait_here()
    {
        await app.DutyAsync(Today.AddDays(-2), Cast.Member, TeaState.Done);
        await app.AskedTeaSwapAsync(await app.DutyAsync(Today.AddDays(1), Cast.Member));
        await app.AskedTeaSwapAsync(await app.DutyAsync(Today.AddDays(2), Cast.TeaManager));
        var lines = (await app.HomeAsync(Cast.TeaManager)).Lines("tea");
        Assert.Contains($"{Cast.Member.Name} asks everybody to take over Tea on Mon 16 Mar, not answered yet", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith(Cast.TeaManager.Name, StringComparison.Ordinal));
        Assert.Contains("1 tea to confirm Marked as made, not confirmed yet Confirm", lines);
        Assert.Contains(
            $"{Cast.TeaManager.Name} asks everybody to take over Tea on Tue 17 Mar, not answered yet",
            (await app.HomeAsync(Cast.Head)).Lines("tea"));
    }
}
