using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>The tests' today is Sunday 15 March 2026. Every test has days or people of its own.</summary>
public sealed class DutyTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    private Task<Visitor> Member => app.SignInAsync(Cast.Member);

    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    [Fact]
    public async Task A_member_accepts_a_duty_with_one_tap()
    {
        var id = await app.DutyAsync(new DateOnly(2026, 4, 1), Cast.Member);
        var page = await (await Member).GetAsync($"/tea/duty/{id}");
        Assert.Equal("You make tea on Wed 1 Apr", page.Answer);
        Assert.Equal(403, (await (await Manager).PostAsync($"/tea/duty/{id}/accept")).Status);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal($"/tea/duty/{id}", (await page.SubmitAsync([], "form[action*=accept]")).Location);
        var duty = await app.ReadDutyAsync(id);
        Assert.Equal((TeaState.Accepted, TestClock.Beginning), (duty.State, duty.AcceptedAt!.Value));
        Assert.Equal(
            [Cast.Member.Name], (await app.TrailAsync(id)).Where(entry => entry.Kind == "Changed").Select(entry => entry.ActorName));
    }

    [Fact]
    public async Task Who_declines_says_why_and_the_place_is_open_for_the_tea_manager()
    {
        var id = await app.DutyAsync(new DateOnly(2026, 4, 2), Cast.Member);
        var page = await (await Member).GetAsync($"/tea/duty/{id}/decline");
        Assert.Equal(["Input_Reason: Write the reason."], (await page.SubmitAsync([])).Errors);
        Assert.Equal("/tea", (await page.SubmitAsync(new() { ["Input.Reason"] = "Exams" })).Location);
        var duty = await app.ReadDutyAsync(id);
        var next = await app.NextAsync(id);
        Assert.Equal((TeaState.Cancelled, "Exams", (Guid?)null), (duty.State, duty.Reason, next.MemberId));
        Assert.Contains("Nobody makes tea on Thu 2 Apr, Morning", await app.NewsAsync(Cast.TeaManager));
        Assert.Equal(302, (await (await Member).GetAsync($"/tea/duty/{id}/decline")).Status);

        var give = await (await Manager).GetAsync($"/tea/duty/{next.Id}/reassign");
        Assert.Equal(2, (await give.SubmitAsync([])).Errors.Count);
        Assert.Equal(302,
            (await give.SubmitAsync(
                new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}", ["Input.Reason"] = "Your turn" })).Status);
        Assert.Contains("You make tea on Thu 2 Apr, Morning", await app.NewsAsync(Cast.Head));
    }

    [Fact]
    public async Task Done_is_said_on_the_day_by_the_person_and_put_right_by_the_tea_manager()
    {
        var slot = await app.SlotAsync("Done");
        var todays = await app.DutyAsync(Today, Cast.Member, slot: slot);
        var tomorrows = await app.DutyAsync(Today.AddDays(1), Cast.Member, slot: slot);
        var page = await (await Member).GetAsync($"/tea/duty/{todays}");
        Assert.Equal($"/tea/duty/{todays}", (await page.SubmitAsync([], "form[action*=completion]")).Location);
        Assert.Equal(TeaState.Done, (await app.ReadDutyAsync(todays)).State);
        Assert.Equal(302, (await (await Member).GetAsync($"/tea/duty/{tomorrows}/completion")).Status);
        await (await Member).PostAsync($"/tea/duty/{tomorrows}/completion", new() { ["Input.Result"] = "done" });
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(tomorrows)).State);

        Assert.Equal(403,
            (await (await Member).PostAsync(
                $"/tea/duty/{todays}/completion", new() { ["Input.Result"] = "missed", ["Input.Reason"] = "Me" })).Status);
        var mark = await (await Manager).GetAsync($"/tea/duty/{todays}/completion");
        Assert.Equal(["Input_Reason: Write what happened. The person can read it."],
            (await mark.SubmitAsync(new() { ["Input.Result"] = "missed" })).Errors);
        Assert.Equal(302, (await mark.SubmitAsync(new() { ["Input.Result"] = "missed", ["Input.Reason"] = "No tea at seven" })).Status);
        var duty = await app.ReadDutyAsync(todays);
        Assert.Equal(
            (TeaState.Missed, "No tea at seven", await app.IdAsync(Cast.TeaManager)), (duty.State, duty.Reason, duty.MarkedById!.Value));
        Assert.Contains("Your tea of Sun 15 Mar, Done is marked as missed", await app.NewsAsync(Cast.Member));
    }

    [Fact]
    public async Task What_people_say_they_made_waits_for_somebody_else_to_confirm()
    {
        var slot = await app.SlotAsync("Confirmed");
        var members = await app.DutyAsync(Today, Cast.Member, slot: slot);
        var managers = await app.DutyAsync(Today, Cast.TeaManager, slot: slot, place: 2);
        foreach (var (person, id) in ((Person, Guid)[])[(Cast.Member, members), (Cast.TeaManager, managers)])
            await (await app.SignInAsync(person)).PostAsync($"/tea/duty/{id}/completion", new() { ["Input.Result"] = "done" });
        Assert.Contains("1 tea is marked as made, not confirmed yet.",
            (await (await Manager).GetAsync("/tea")).Document.QuerySelector(".callout a[href*='/tea/confirm']")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
        Assert.Null((await (await Member).GetAsync("/tea")).Document.QuerySelector("a[href*='/tea/confirm']"));

        // Nobody confirms their own, nor what another floor made.
        var page = await (await Manager).GetAsync("/tea/confirm");
        Assert.NotNull(page.Document.GetElementById($"d-{members}"));
        Assert.Null(page.Document.GetElementById($"d-{managers}"));
        foreach (var id in (Guid[])[managers, Guid.NewGuid()])
            Assert.Single((await (await Manager).PostAsync("/tea/confirm", new() { ["Input.Duties"] = $"{id}" })).Errors);
        Assert.Single((await (await Manager).PostAsync("/tea/confirm", [])).Errors);
        Assert.Equal(302, (await (await Manager).PostAsync("/tea/confirm", new() { ["Input.Duties"] = $"{members}" })).Status);
        var duty = await app.ReadDutyAsync(members);
        Assert.Equal((TeaState.Done, await app.IdAsync(Cast.TeaManager)), (duty.State, duty.ConfirmedById!.Value));
        Assert.Null((await app.ReadDutyAsync(managers)).ConfirmedAt);
        Assert.Single((await (await Manager).PostAsync("/tea/confirm", new() { ["Input.Duties"] = $"{members}" })).Errors);
        Assert.Equal(
            302, (await (await app.SignInAsync(Cast.Head)).PostAsync("/tea/confirm", new() { ["Input.Duties"] = $"{managers}" })).Status);
    }

    [Fact]
    public async Task What_a_tea_manager_says_of_others_is_confirmed_with_the_saying()
    {
        var id = await app.DutyAsync(Today.AddDays(-1), Cast.Member, slot: await app.SlotAsync("Said"));
        await (await Manager).PostAsync($"/tea/duty/{id}/completion", new() { ["Input.Result"] = "done" });
        Assert.Equal(await app.IdAsync(Cast.TeaManager), (await app.ReadDutyAsync(id)).ConfirmedById);
    }

    [Fact]
    public async Task Opening_pages_changes_nothing()
    {
        var id = await app.DutyAsync(Today.AddDays(-2), Cast.Head);
        var before = (await app.ReadDutyAsync(id)).Version;
        foreach (var address in (string[])["/tea", $"/tea/duty/{id}", $"/tea/duty/{id}/completion", "/tea/fairness", "/"])
            await (await app.SignInAsync(Cast.Head)).GetAsync(address);
        Assert.Equal((TeaState.Planned, before), ((await app.ReadDutyAsync(id)).State, (await app.ReadDutyAsync(id)).Version));
    }

    [Fact]
    public async Task A_cancelled_tea_stays_in_the_books_and_its_place_is_free()
    {
        var id = await app.DutyAsync(new DateOnly(2026, 4, 13), Cast.Member);
        var page = await (await Manager).GetAsync($"/tea/duty/{id}/cancel");
        Assert.Equal(["Input_Reason: Write the reason."], (await page.SubmitAsync([])).Errors);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Reason"] = "Holiday" })).Status);
        Assert.Contains("Holiday", (await (await Member).GetAsync($"/tea/duty/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("No tea on Mon 13 Apr, Morning", await app.NewsAsync(Cast.Member));
        await app.DutyAsync(new DateOnly(2026, 4, 13), Cast.Head);
    }

    [Fact]
    public async Task Who_leaves_hands_the_coming_duties_over()
    {
        var leaver = await app.AddSomebodyAsync();
        var leaverId = await app.IdAsync(leaver);
        var head = await app.IdAsync(Cast.Head);
        var past = await app.DutyAsync(Today.AddDays(-5), leaver);
        var first = await app.DutyAsync(new DateOnly(2026, 4, 14), leaver);
        var second = await app.DutyAsync(new DateOnly(2026, 4, 15), leaver);
        await app.AwayAsync(Cast.Head, new DateOnly(2026, 4, 15), new DateOnly(2026, 4, 15));
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{leaverId}/hand-over");
        Assert.Contains("2 tea turns", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.HandTo"] = $"{head}" })).Status);
        Assert.Equal((head, null, TeaState.Planned),
            ((await app.NextAsync(first)).MemberId, (await app.NextAsync(second)).MemberId, (await app.ReadDutyAsync(past)).State));
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("/accept", 200)]
    [InlineData("/decline", 200)]
    [InlineData("/swap", 200)]
    [InlineData("/completion", 302)]
    [InlineData("/reassign", 403)]
    [InlineData("/cancel", 403)]
    public async Task A_duty_is_its_own_floors(string page, int toMember)
    {
        var id = await DoorDutyAsync();
        var address = $"/tea/duty/{id}{page}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(toMember, (await (await Member).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        foreach (var stranger in (Person[])[Cast.OtherFloorHead, Cast.OtherFloorTeaManager, Cast.OtherTenantTeaManager])
            Assert.Equal(404, (await (await app.SignInAsync(stranger)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/duty/{Guid.NewGuid()}{page}")).Status);
    }

    [Fact]
    public async Task The_home_page_and_the_calendar_say_whose_tea_it_is()
    {
        var person = await app.AddSomebodyAsync();
        var id = await app.DutyAsync(Today.AddDays(1), person, slot: await app.SlotAsync("Home", new TimeOnly(6, 45)));
        var visitor = await app.SignInAsync(person);
        var home = await visitor.GetAsync("/");
        Assert.Equal("You make tea tomorrow", home.Answer);
        Assert.NotEmpty(home.Document.QuerySelectorAll($"a[href^='/tea/duty/{id}']"));
        Assert.Contains("Tea: North", (await visitor.GetAsync("/calendar?day=2026-03-16")).Text, StringComparison.Ordinal);
        Assert.Contains("\"Tea\"",
            System.Text.Encoding.UTF8.GetString(await (await visitor.GetAsync("/account/export")).Content.ReadAsByteArrayAsync()),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_but_those_who_may_acts_whatever_they_send()
    {
        var id = await app.DutyAsync(new DateOnly(2026, 4, 20), Cast.Head);
        var member = await Member;
        foreach (var act in (string[])["accept", "decline", "swap", "completion", "reassign", "cancel"])
            Assert.Equal(403,
                (await member.PostAsync($"/tea/duty/{id}/{act}",
                    new() { ["Input.Reason"] = "Mine", ["Input.Result"] = "done", ["Input.Of"] = "floor" })).Status);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(id)).State);
    }

    private async Task<Guid> DoorDutyAsync()
    {
        var member = await app.IdAsync(Cast.Member);
        var day = new DateOnly(2026, 5, 4);
        var present = await app.ReadAsync("North",
            db => db.TeaDuties.Where(duty => duty.MemberId == member && duty.Date == day).Select(duty => duty.Id).FirstOrDefaultAsync());
        return present == Guid.Empty ? await app.DutyAsync(day, Cast.Member) : present;
    }
}
