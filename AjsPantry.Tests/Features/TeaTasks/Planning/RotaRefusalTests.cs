using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>What is refused to those who plan the tea, in words, and without a change. The tests' today is Sunday 15 March 2026.</summary>
public sealed class RotaRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    [Fact]
    public async Task Without_a_time_for_tea_there_is_nothing_to_plan()
    {
        var manager = await Manager;
        Assert.Equal("/tea/slots", (await manager.GetAsync("/tea/plan/make")).Location);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await manager.PostAsync("/tea/plan/make", new()
        {
            ["Input.From"] = "2026-04-01",
            ["Input.Until"] = "2026-04-02",
            ["Input.People"] = $"{await app.IdAsync(Cast.Member)}",
        });
        Assert.Contains("Add the times for tea first.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_makes_a_tea_already_gets_no_second_place_of_it()
    {
        await app.DutyAsync(Day, Cast.Member, place: 2);
        var page = await (await Manager).GetAsync($"/tea/plan/place/{await app.DraftPlaceAsync(Day)}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Member)}" });
        Assert.Equal(["Input_Person: That person already makes this tea. Choose another."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("past", "Some of these days are over. Make the draft again, from today on.")]
    [InlineData("left", "Somebody in this draft no longer lives here. Make the draft again, or give their days to others.")]
    [InlineData("away", "Give the tea to somebody else, or make the draft again.")]
    [InlineData("given", "Some of these days were given to others in the meantime. Make the draft again.")]
    [InlineData("has it", "Some of these days were given to others in the meantime. Make the draft again.")]
    [InlineData("empty", "There is nothing to publish. Make a draft again.")]
    public async Task A_draft_that_the_world_has_overtaken_is_not_published(string what, string refusal)
    {
        var place = await app.DraftPlaceAsync(what == "past" ? TestClock.Today.AddDays(-1) : Day);
        await GiveAsync(place, Cast.Member);
        if (what == "left")
            await app.ChangeMemberAsync(Cast.Member, member => member.DeactivatedAt = TestClock.Beginning);
        if (what == "away")
            await app.AwayAsync(Cast.Member, Day, Day);
        if (what == "given")
            await app.DutyAsync(Day, Cast.Head);
        if (what == "has it")
            await app.DutyAsync(Day, Cast.Member, place: 2);
        if (what == "empty")
            await (await Manager).PostAsync($"/tea/slots/{await app.SlotAsync()}/archive");
        var plan = await (await Manager).GetAsync("/tea/plan");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Contains(refusal, (await plan.SubmitAsync([], "form.of-act")).Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_draft_is_the_business_of_its_own_floor()
    {
        var place = await app.DraftPlaceAsync(Day);
        var draft = await app.ReadAsync("North", db => db.TeaRotas.AsNoTracking().SingleAsync());
        var fields = new Dictionary<string, string> { ["id"] = $"{draft.Id}", ["version"] = $"{draft.Version}" };
        foreach (var stranger in (Person[])[Cast.OtherFloorTeaManager, Cast.OtherTenantTeaManager])
        {
            var visitor = await app.SignInAsync(stranger);
            var before = await Rows.ReadAsync(app.Database);
            Assert.Equal(404, (await visitor.PostAsync("/tea/plan", fields)).Status);
            Assert.Equal(404, (await visitor.PostAsync($"/tea/plan/place/{place}", new() { ["Input.Person"] = "" })).Status);
            Assert.Equal("/tea", (await visitor.PostAsync("/tea/plan?handler=Discard", fields)).Location);
            Assert.Empty(await before.ChangesAsync());
        }
    }

    [Theory]
    [InlineData("Input.At", "late", "Input_At: Write the time as 06:30, or leave it empty.")]
    [InlineData("Input.People", "0", "Input_People: 1 to 10 people make tea together.")]
    [InlineData("Input.People", "11", "Input_People: 1 to 10 people make tea together.")]
    [InlineData("Input.People", "two", "Input_People: 1 to 10 people make tea together.")]
    [InlineData("Input.Weekdays", "7", "Input_Weekdays: Choose the days.")]
    public async Task A_time_that_cannot_be_is_refused_at_its_field(string field, string typed, string error)
    {
        var slot = await app.SlotAsync();
        foreach (var address in (string[])["/tea/slots/new", $"/tea/slots/{slot}"])
        {
            var page = await (await Manager).GetAsync(address);
            var before = await Rows.ReadAsync(app.Database);
            Assert.Equal([error], (await page.SubmitAsync(new() { ["Input.Name"] = "Evening", [field] = typed })).Errors);
            Assert.Empty(await before.ChangesAsync());
        }
    }

    [Fact]
    public async Task A_time_on_no_day_of_the_week_is_refused()
    {
        var slot = await app.SlotAsync();
        var manager = await Manager;
        var before = await Rows.ReadAsync(app.Database);
        foreach (var address in (string[])["/tea/slots/new", $"/tea/slots/{slot}"])
        {
            var answer = await manager.PostAsync(address, new() { ["Input.Name"] = "Evening", ["Input.People"] = "1" });
            Assert.Equal(["Input_Weekdays: Choose the days."], answer.Errors);
        }

        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("29")]
    [InlineData("367")]
    [InlineData("half a year")]
    [InlineData("")]
    public async Task Turns_count_for_a_month_to_a_year(string days)
    {
        var page = await (await Manager).GetAsync("/tea/slots");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_Days: Write 30 to 366 days."], (await page.SubmitAsync(new() { ["Input.Days"] = days })).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_time_of_another_floor_or_one_out_of_use_is_not_there()
    {
        var slot = await app.SlotAsync();
        var fields = new Dictionary<string, string> { ["Input.Name"] = "Theirs", ["Input.People"] = "1", ["Input.Weekdays"] = "1" };
        var strangers = await Task.WhenAll(app.SignInAsync(Cast.OtherFloorTeaManager), app.SignInAsync(Cast.OtherTenantTeaManager));
        var manager = await Manager;
        async Task RefuseAsync(Visitor visitor)
        {
            var before = await Rows.ReadAsync(app.Database);
            Assert.Equal(404, (await visitor.PostAsync($"/tea/slots/{slot}", fields)).Status);
            Assert.Equal(404, (await visitor.PostAsync($"/tea/slots/{slot}/archive")).Status);
            Assert.Empty(await before.ChangesAsync());
        }

        foreach (var stranger in strangers)
            await RefuseAsync(stranger);
        Assert.Equal(302, (await manager.PostAsync($"/tea/slots/{slot}/archive")).Status);
        await RefuseAsync(manager);
    }

    private async Task GiveAsync(Guid place, Person person)
    {
        var id = await app.IdAsync(person);
        await app.ReadAsync("North", async db =>
        {
            (await db.TeaDraftPlaces.SingleAsync(row => row.Id == place)).MemberId = id;
            return await db.SaveChangesAsync();
        });
    }
}
