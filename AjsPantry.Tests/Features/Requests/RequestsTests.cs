using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using static AjsPantry.Tests.Features.Requests.Asking;

namespace AjsPantry.Tests.Features.Requests;

/// <summary>Asking and taking back. Each test has a person of its own.</summary>
public sealed class RequestsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Somebody_asks_sees_it_and_the_heads_of_the_floor_are_told()
    {
        var person = await app.NewAsync(name: "Moiz");
        Assert.Equal("No requests yet", (await OpenAsync(person)).Answer);
        var id = await app.AskedAsync(person, Today.AddDays(2), Today.AddDays(4), "  My <b>sister's</b>\nwedding ");
        var page = await OpenAsync(person);
        Assert.Equal("1 of your requests is waiting", page.Answer);
        Assert.Contains("Absence, 17–19 Mar", page.Text, StringComparison.Ordinal);
        Assert.Contains("My <b>sister's</b> wedding", page.Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(id, "asked"));
        var notice = await app.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Notices.Notice>().SingleAsync(notice => notice.SubjectId == id && notice.Step == "asked"));
        Assert.Equal(("Moiz asks to be away, 17–19\u00a0Mar", $"/requests/{id}/decision"), (notice.Title, notice.Path));
        Assert.Equal("Added", Assert.Single(await app.TrailAsync(id)).Kind);
    }

    [Fact]
    public async Task A_heads_request_is_told_to_admins_with_the_floor_in_the_link()
    {
        var head = await app.NewAsync(floor: 2, role: Role.PantryHead);
        var id = await app.AskedAsync(head, Today.AddDays(2), Today.AddDays(2));
        Assert.Equal([Cast.Admin.Number], await app.ToldAsync(id, "asked"));
        Assert.Equal($"/requests/{id}/decision?floor=2",
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Notices.Notice>().Where(notice => notice.SubjectId == id && notice.Step == "asked")
                    .Select(notice => notice.Path).SingleAsync()));
    }

    [Theory]
    [InlineData("Absence", "2026-03-17", "2026-03-16", "Why", "Input_Until: That is before the first day. Choose a later one.")]
    [InlineData("Absence", "2026-03-14", "2026-03-16", "Why", "Input_From: That day is past. Choose today or a later day.")]
    [InlineData("Absence", "2028-03-16", "2028-03-16", "Why", "Input_From: That is too far ahead. Choose an earlier day.")]
    [InlineData("Absence", "2026-03-17", "2027-03-18", "Why", "Input_Until: A request can have 366 days at most. Ask again for the rest.")]
    [InlineData("Absence", "soon", "2026-03-16", "Why", "Input_From: Choose the first day.")]
    [InlineData("Absence", "2026-03-17", "", "Why", "Input_Until: Choose the last day.")]
    [InlineData("Absence", "2026-03-17", "2026-03-17", " \u200b ", "Input_Reason: Write the reason in a few words.")]
    [InlineData("0", "2026-03-17", "2026-03-17", "Why", "Input_Kind: Choose what you ask for.")]
    [InlineData("Holiday", "2026-03-17", "2026-03-17", "Why", "Input_Kind: Choose what you ask for.")]
    public async Task What_makes_no_sense_is_refused_at_its_field_and_stays(
        string kind, string from, string until, string reason, string message)
    {
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/requests/add");
        var answer = await page.SubmitAsync(
            new()
            {
                ["Input.Kind"] = kind,
                ["Input.Days"] = "",
                ["Input.From"] = from,
                ["Input.Until"] = until,
                ["Input.Reason"] = reason
            });
        Assert.Equal([message], answer.Errors);
        Assert.Equal((from, until), (answer.Value("Input.From"), answer.Value("Input.Until")));
    }

    [Theory]
    [InlineData("1", "", "2026-03-15")]
    [InlineData("7", "nonsense", "2026-03-21")]
    [InlineData("", "2026-03-18", "2026-03-18")]
    [InlineData("5", "2026-03-18", "2026-03-18")]
    public async Task The_short_form_begins_today_and_asks_how_long(string days, string until, string last)
    {
        var person = await app.NewAsync();
        var page = await (await app.SignInAsync(person)).GetAsync($"/requests/add?kind={AddRequestModel.Away}");
        Assert.Equal(("2026-03-15", "Absence"), (page.Value("Input.From"), page.Value("Input.Kind")));
        var answer = await page.SubmitAsync(new() { ["Input.Days"] = days, ["Input.Until"] = until, ["Input.Reason"] = "A wedding" });
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        var id = await app.IdAsync(person);
        Assert.Equal(last,
            Iso(await app.ReadAsync(
                "North", db => db.Requests.Where(request => request.MemberId == id).Select(request => request.Until).SingleAsync())));
    }

    [Fact]
    public async Task The_short_form_comes_back_as_it_was_sent()
    {
        var page = await (await app.SignInAsync(await app.NewAsync())).GetAsync($"/requests/add?kind={AddRequestModel.Away}");
        var answer = await page.SubmitAsync(new() { ["Input.Days"] = "", ["Input.Until"] = "", ["Input.Reason"] = "" });
        Assert.Equal(["Input_Until: Choose the last day.", "Input_Reason: Write the reason in a few words."], answer.Errors);
        Assert.Equal("When are you away?", answer.Answer);
        Assert.Equal("", answer.Document.QuerySelector("[name='Input.Days'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Today_may_be_asked_for_and_the_longest_absence_too()
    {
        var person = await app.NewAsync();
        await app.AskedAsync(person, Today, Today);
        await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(366));
    }

    [Fact]
    public async Task Nobody_is_away_twice_at_once_until_one_is_taken_back_or_declined()
    {
        var person = await app.NewAsync();
        var first = await app.AskedAsync(person, Today.AddDays(10), Today.AddDays(12));
        Assert.Equal(["Input_From: You already asked to be away 25–27 Mar. Choose other days, or withdraw that request."],
            (await app.AskAsync(person, Today.AddDays(12), Today.AddDays(14))).Errors);
        await app.AskedAsync(person, Today.AddDays(20), Today.AddDays(20));
        Assert.Equal(["Input_From: You already asked to be away on Sat 4 Apr. Choose other days, or withdraw that request."],
            (await app.AskAsync(person, Today.AddDays(20), Today.AddDays(21))).Errors.Select(error => error.Replace('\u00a0', ' ')));
        // The days beside it, and other kinds, are free.
        await app.AskedAsync(person, Today.AddDays(13), Today.AddDays(13));
        await app.AskedAsync(person, Today.AddDays(10), Today.AddDays(12), kind: RequestKind.ScheduleChange);
        await TakeBackAsync(person, first);
        var second = await app.AskedAsync(person, Today.AddDays(10), Today.AddDays(12));
        await app.DecideAsync(Cast.Head, second, "decline", "Not then");
        await app.AskedAsync(person, Today.AddDays(10), Today.AddDays(12));
    }

    [Fact]
    public async Task A_form_sent_twice_asks_once()
    {
        var person = await app.NewAsync();
        var page = await (await app.SignInAsync(person)).GetAsync("/requests/add");
        Dictionary<string,
            string> typed =
                new() { ["Input.Days"] = "", ["Input.From"] = "2026-04-01", ["Input.Until"] = "2026-04-02", ["Input.Reason"] = "Twice" };
        foreach (var answer in await Task.WhenAll(page.SubmitAsync(typed), page.SubmitAsync(typed)))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        Assert.Equal(302, (await page.SubmitAsync(typed)).Status);
        var id = await app.IdAsync(person);
        var asked = Assert.Single(await app.ReadAsync("North", db => db.Requests.Where(request => request.MemberId == id).ToListAsync()));
        Assert.Single(await app.ToldAsync(asked.Id, "asked"));

        // Somebody else with the same form is not shown it.
        var other = await app.NewAsync();
        var theirs = await (await app.SignInAsync(other)).GetAsync("/requests/add");
        var refused = await theirs.SubmitAsync(new(typed) { ["Input.SubmissionId"] = page.Value("Input.SubmissionId")! });
        Assert.Contains(
            "This form was already used. Open a new form and copy what you typed below.", refused.Text, StringComparison.Ordinal);
        var otherId = await app.IdAsync(other);
        Assert.False(await app.ReadAsync("North", db => db.Requests.AnyAsync(request => request.MemberId == otherId)));
    }

    [Fact]
    public async Task What_is_open_can_be_taken_back_and_those_who_decide_need_not_look()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, Today.AddDays(3), Today.AddDays(3));
        var answer = await TakeBackAsync(person, id);
        Assert.Equal("Your request is withdrawn.", (await answer.FollowAsync()).Toast);
        Assert.Equal(RequestState.Cancelled, (await app.FindAsync(id)).State);
        Assert.Empty(await app.ToldAsync(id, "asked"));
        // Again changes nothing.
        await (await app.SignInAsync(person)).PostAsync($"/requests/{id}");
        Assert.Equal(2, (await app.TrailAsync(id)).Count);
    }

    [Fact]
    public async Task An_approved_absence_can_be_taken_back_until_it_begins_and_the_head_is_told()
    {
        var person = await app.NewAsync(name: "Yusuf");
        var coming = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(2));
        var begun = await app.AskedAsync(person, Today, Today);
        foreach (var id in (Guid[])[coming, begun])
            await app.DecideAsync(Cast.Head, id, "approve");
        Assert.Equal(302, (await TakeBackAsync(person, coming)).Status);
        Assert.Equal([Cast.Head.Number], await app.ToldAsync(coming, "taken-back"));
        var page = await (await app.SignInAsync(person)).GetAsync($"/requests/{begun}");
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains("Your absence has begun", (await (await app.SignInAsync(person)).PostAsync($"/requests/{begun}")).Text,
            StringComparison.Ordinal);
        Assert.Equal(RequestState.Approved, (await app.FindAsync(begun)).State);
    }

    [Fact]
    public async Task What_is_declined_or_no_absence_cannot_be_taken_back_once_decided()
    {
        var person = await app.NewAsync();
        var declined = await app.AskedAsync(person, Today.AddDays(1), Today.AddDays(1));
        var other = await app.AskedAsync(person, Today.AddDays(2), Today.AddDays(2), kind: RequestKind.Other);
        await app.DecideAsync(Cast.Head, declined, "decline", "No");
        await app.DecideAsync(Cast.Head, other, "approve");
        foreach (var id in (Guid[])[declined, other])
            Assert.Contains("It is already decided, so you cannot withdraw it.",
                (await (await app.SignInAsync(person)).PostAsync($"/requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_their_persons_and_their_floors_heads_alone()
    {
        var person = await app.NewAsync();
        var id = await app.AskedAsync(person, Today.AddDays(5), Today.AddDays(5), "Private reason");
        foreach (var other in (Person[])[Cast.Member, Cast.TeaManager, Cast.OtherFloorHead, Cast.OtherFloorMember, Cast.OtherTenantHead,
            Cast.OtherTenantAdmin])
        {
            var visitor = await app.SignInAsync(other);
            Assert.Equal(404, (await visitor.GetAsync($"/requests/{id}")).Status);
            Assert.Equal(404, (await visitor.PostAsync($"/requests/{id}")).Status);
            Assert.DoesNotContain("Private reason", (await visitor.GetAsync("/requests")).Text, StringComparison.Ordinal);
        }

        foreach (var decider in (Person[])[Cast.Head, Cast.Admin])
            Assert.Contains(
                "Private reason", (await (await app.SignInAsync(decider)).GetAsync($"/requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/requests/{id}?floor=2")).Status);
        // Those who may look at it may not take it back.
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/requests/{id}")).Status);
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync("/requests")).Location, StringComparison.Ordinal);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/requests/add")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync("/requests")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/requests/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync("/requests?p=none")).Status);
    }

    [Fact]
    public async Task The_list_costs_the_same_however_many_there_are()
    {
        var person = await app.NewAsync();
        foreach (var day in Enumerable.Range(0, 3))
            await app.AskedAsync(person, Today.AddDays(day), Today.AddDays(day), kind: RequestKind.Other);
        var visitor = await app.SignInAsync(Cast.Head);
        await visitor.GetAsync("/requests");
        app.Commands.Clear();
        await visitor.GetAsync("/requests");
        Assert.InRange(app.Commands.All.Count(command => !command.Contains("set_config", StringComparison.Ordinal)), 1, 4);
    }

    private async Task<WebPage> OpenAsync(Person person) => await (await app.SignInAsync(person)).GetAsync("/requests");

    private async Task<WebPage> TakeBackAsync(Person person, Guid id) =>
        await (await (await app.SignInAsync(person)).GetAsync($"/requests/{id}")).SubmitAsync([]);
}
