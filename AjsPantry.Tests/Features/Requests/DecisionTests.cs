using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Requests.Absences;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AjsPantry.Tests.Features.Requests.Asking;

namespace AjsPantry.Tests.Features.Requests;

/// <summary>Deciding, and being reminded of it. Each test has a person of its own.</summary>
public sealed class DecisionTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task A_head_approves_and_the_person_is_told()
    {
        var person = await app.NewAsync(name: "Insia");
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(3));
        var answer = await app.DecideAsync(Cast.Head, id, "approve", "Safe travels");
        Assert.Equal("Approved. Insia gets a notification.", (await answer.FollowAsync()).Toast);
        var request = await app.FindAsync(id);
        Assert.Equal((RequestState.Approved, "Safe travels"), (request.State, request.Comment));
        Assert.Equal(await app.IdAsync(Cast.Head), request.DecidedById);
        Assert.Equal([person.Number], await app.ToldAsync(id, "decided"));
        // What asked for the decision is gone from the inbox of whoever had not read it.
        Assert.Empty(await app.ToldAsync(id, "asked"));
        var page = await (await app.SignInAsync(person)).GetAsync($"/requests/{id}");
        Assert.Equal("Approved", page.Answer);
        Assert.Contains("Safe travels", page.Text, StringComparison.Ordinal);
        Assert.Equal("Safe travels", (await app.TrailAsync(id))[^1].Reason);
    }

    [Fact]
    public async Task Approving_is_one_tap_in_the_list()
    {
        var person = await app.NewAsync(name: "Farida");
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(3));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests");
        var answer = await page.SubmitAsync([], $"form[action*='{id}'][action*=Approve]");
        Assert.Equal("Approved: Farida, 16–18 Mar. They get a notification.", (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '));
        Assert.Equal(RequestState.Approved, (await app.FindAsync(id)).State);
        Assert.Equal([person.Number], await app.ToldAsync(id, "decided"));
        // Once more, as an old page does.
        Assert.Contains($"{Cast.Head.Name} has already approved it.",
            (await (await page.SubmitAsync([], $"form[action*='{id}'][action*=Approve]")).FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Equal(403, (await (await app.SignInAsync(person)).PostAsync($"/requests?handler=Approve&id={id}", [])).Status);
    }

    [Fact]
    public async Task What_is_over_and_what_was_asked_by_somebody_who_left_waits_no_more()
    {
        var over = await app.NewAsync();
        var left = await app.NewAsync(name: "Left");
        var first = await app.AskedAsync(over, Today, Today);
        var second = await app.AskedAsync(left, Today.AddDays(3), Today.AddDays(4));
        var yesterday = Today.AddDays(-1);
        var head = await app.SignInAsync(Cast.Head);
        var forms = await Task.WhenAll(head.GetAsync($"/requests/{first}/decision"), head.GetAsync($"/requests/{second}/decision"));
        Assert.Equal("2 requests wait for you", (await head.GetAsync("/requests")).Answer);
        var leaving = await app.IdAsync(left);
        await app.InTenantAsync("North", services => services.GetRequiredService<PantryDb>().Members.Where(member => member.Id == leaving)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.DeactivatedAt, TestClock.Beginning)));
        await app.InTenantAsync("North", services => services.GetRequiredService<PantryDb>().Requests.Where(request => request.Id == first)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.From, yesterday)
                .SetProperty(request => request.Until, yesterday)));
        var page = await head.GetAsync("/requests");
        Assert.Equal("No request waits for you", page.Answer);
        Assert.Equal(2, page.Document.QuerySelectorAll(".item .chip").Count(chip => chip.TextContent.Trim() == "No answer"));
        Assert.DoesNotContain("waits for your answer", (await head.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal($"/requests/{first}", (await head.GetAsync($"/requests/{first}/decision")).Location);
        Assert.Contains("Its days are over, so there is nothing to decide.",
            (await head.PostAsync($"/requests/{first}/decision", new() { ["Input.Decision"] = "approve" })).Text, StringComparison.Ordinal);
        Assert.Contains("Left has left, so there is nothing to decide.",
            (await head.PostAsync($"/requests/{second}/decision", new() { ["Input.Decision"] = "approve" })).Text,
            StringComparison.Ordinal);
        Assert.All(forms, form => Assert.Equal(200, form.Status));
    }

    [Fact]
    public async Task Declining_needs_a_word_and_approving_does_not()
    {
        var id = await app.AskedAsync(await app.NewAsync(), Today.AddDays(1), Today.AddDays(1));
        Assert.Equal(
            ["Input_Comment: Write the reason for the person who asked."], (await app.DecideAsync(Cast.Head, id, "decline", "  ")).Errors);
        Assert.Equal(["Input_Comment: That is 301 characters. Use 300 at most."],
            (await app.DecideAsync(Cast.Head, id, "approve", new string('x', 301))).Errors);
        Assert.Equal(["Input_Decision: Choose Approve or Decline."], (await app.DecideAsync(Cast.Head, id, "perhaps")).Errors);
        Assert.Equal(RequestState.Open, (await app.FindAsync(id)).State);
        Assert.Equal(302, (await app.DecideAsync(Cast.Head, id, "decline", "We are too few then")).Status);
        Assert.Equal(RequestState.Declined, (await app.FindAsync(id)).State);
    }

    [Fact]
    public async Task The_second_of_two_who_decide_sees_what_the_first_decided()
    {
        var id = await app.AskedAsync(await app.NewAsync(), Today.AddDays(1), Today.AddDays(1));
        var late = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/requests/{id}/decision?floor=1");
        await app.DecideAsync(Cast.Head, id, "decline", "Not then");
        var answer = await late.SubmitAsync(new() { ["Input.Decision"] = "approve" });
        Assert.Contains($"{Cast.Head.Name} has already declined it: “Not then”.", answer.Text, StringComparison.Ordinal);
        Assert.Null(answer.Document.QuerySelector("main form"));
        Assert.Equal(RequestState.Declined, (await app.FindAsync(id)).State);
        Assert.Equal(
            $"/requests/{id}?floor=1", (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/requests/{id}/decision?floor=1")).Location);
    }

    [Fact]
    public async Task Two_who_decide_in_the_same_moment_decide_once()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        var one = await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}/decision");
        var other = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/requests/{id}/decision?floor=1");
        var answers = await Task.WhenAll(one.SubmitAsync(new() { ["Input.Decision"] = "approve" }),
            other.SubmitAsync(new() { ["Input.Decision"] = "decline", ["Input.Comment"] = "No" }));
        Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
        Assert.Contains("has already", answers.Single(answer => answer.Status == 200).Text, StringComparison.Ordinal);
        Assert.Equal([person.Number], await app.ToldAsync(id, "decided"));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_and_heads_not_on_heads()
    {
        var head = await app.NewAsync(floor: 2, role: Role.PantryHead);
        var other = await app.NewAsync(floor: 2, role: Role.PantryHead);
        var id = await app.AskedAsync(head, Today.AddDays(1), Today.AddDays(1));
        var own = await app.SignInAsync(head);
        Assert.Equal($"/requests/{id}", (await own.GetAsync($"/requests/{id}/decision")).Location);
        Assert.Null((await own.GetAsync($"/requests/{id}")).Document.QuerySelector("a[href$='/decision']"));
        Assert.Contains("You cannot decide on your own request. An admin decides on it.",
            (await own.PostAsync($"/requests/{id}/decision", new() { ["Input.Decision"] = "approve" })).Text, StringComparison.Ordinal);
        Assert.Contains("An admin decides on the requests of pantry heads.",
            (await (await app.SignInAsync(other)).PostAsync($"/requests/{id}/decision", new() { ["Input.Decision"] = "approve" })).Text,
            StringComparison.Ordinal);
        Assert.Equal(RequestState.Open, (await app.FindAsync(id)).State);
        Assert.Equal(302, (await app.DecideAsync(Cast.Admin, id, "approve", floor: 2)).Status);
    }

    [Fact]
    public async Task Others_cannot_decide()
    {
        var id = await app.AskedAsync(await app.NewAsync(), Today.AddDays(1), Today.AddDays(1));
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync($"/requests/{id}/decision")).Location, StringComparison.Ordinal);
        foreach (var (person, status) in ((Person, int)[])[(Cast.Member, 403), (Cast.TeaManager, 403), (Cast.Operator, 403),
            (Cast.OtherFloorHead, 404), (Cast.OtherTenantHead, 404), (Cast.OtherTenantAdmin, 404)])
        {
            var visitor = await app.SignInAsync(person);
            Assert.Equal(status, (await visitor.GetAsync($"/requests/{id}/decision")).Status);
            Assert.Equal(status, (await visitor.PostAsync($"/requests/{id}/decision", new() { ["Input.Decision"] = "approve" })).Status);
        }

        Assert.Equal(RequestState.Open, (await app.FindAsync(id)).State);
    }

    [Fact]
    public async Task Before_an_absence_is_approved_the_turns_that_fall_into_it_are_shown()
    {
        var person = await app.NewAsync(floor: 2);
        var room = await app.NewRoomAsync("Room 299", 2, person);
        var floor = await app.FloorAsync("North", 2);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Duties
                .AddRange(((int[])[1, 3, 6])
                    .Select(day =>
                        new Duty
                        {
                            FloorId = floor.Id,
                            Date = Today.AddDays(day),
                            RoomId = room,
                            Turn = null,
                            Origin = DutyOrigin.Given,
                            Reason = "For the test"
                        }));
            await db.SaveChangesAsync();
        });
        var tea = await app.DutyAsync(Today.AddDays(2), person, floor: 2);
        var id = await app.AskedAsync(person, Today, Today.AddDays(5));
        var list = await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync("/requests");
        Assert.Contains(
            "3 turns are on these days: Room 299 cooks on Mon 16 Mar, Tea: ", list.Text, StringComparison.Ordinal);
        var page = await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/requests/{id}/decision");
        Assert.Contains("3 turns on these days", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/tea/duty/{tea}/reassign']"));
        Assert.Contains("Room 299 cooks", page.Text, StringComparison.Ordinal);
        Assert.Equal(["/menus/turns/day?day=2026-03-16", "/menus/turns/day?day=2026-03-18"],
            page.Document.QuerySelectorAll("main a[href*='/turns/day']").Select(link => link.GetAttribute("href")));
        var admins = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/requests/{id}/decision?floor=2");
        Assert.EndsWith(
            "&floor=2", admins.Document.QuerySelector("main a[href*='/turns/day']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Who is away", await AwayAsync(floor.Id, 0));
        await app.DecideAsync(Cast.OtherFloorHead, id, "approve");
        Assert.Contains("3 turns on these days", (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/requests/{id}")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "turns on these days", (await (await app.SignInAsync(person)).GetAsync($"/requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal($"Who is away New {person.Number}", await AwayAsync(floor.Id, 5));
        Assert.Equal("Who is away", await AwayAsync(floor.Id, 6));
    }

    private Task<string> AwayAsync(Guid floor, int day) => app.InTenantAsync("North", async services =>
        string.Join(' ',
            (await services.GetRequiredService<AbsencesQuery>()
                .BetweenAsync(floor, Today.AddDays(day), Today.AddDays(day), CancellationToken.None)).Select(absence => absence.Name)
                    .Prepend("Who is away")));
}
