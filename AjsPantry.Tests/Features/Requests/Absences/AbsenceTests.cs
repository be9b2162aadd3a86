using AjsPantry.Features.Requests;
using AjsPantry.Features.Requests.Absences;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Requests.Absences;

/// <summary>Absences that end earlier, and those that a head enters. Today is Sunday 15 March 2026.</summary>
public sealed class AbsenceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    [Theory]
    [InlineData("2026-03-14", "The absence ends on Sat 14 Mar.")]
    [InlineData("2026-03-20", "The absence ends on Fri 20 Mar.")]
    public async Task A_begun_absence_is_shortened_by_its_person_and_those_who_decide_are_told(string until, string toast)
    {
        var id = await AwayAsync(Today.AddDays(-5), Today.AddDays(10));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/requests/{id}");
        Assert.Equal("2026-03-14", page.Value("Input.Until"));
        var answer = await page.SubmitAsync(new() { ["Input.Until"] = until }, "form[action*=Shorten]");
        Assert.Equal(toast, (await answer.FollowAsync()).Toast.Replace('\u00a0', ' '));
        Assert.Equal(DateOnly.Parse(until, null), await UntilAsync(id));
        Assert.Equal(["North Member 1 is back earlier"], await app.NewsAsync(Cast.Head));
    }

    [Fact]
    public async Task A_head_shortens_an_absence_and_the_person_is_told()
    {
        var id = await AwayAsync(Today, Today.AddDays(10));
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/requests/{id}");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Until"] = "2026-03-16" }, "form[action*=Shorten]")).Status);
        Assert.Equal(["Your absence is now shorter, 15–16 Mar"], await app.NewsAsync(Cast.Member));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/requests/{id}")).Status);
    }

    [Theory]
    [InlineData("soon", "Input_Until: Choose the last day of the absence.")]
    [InlineData("2026-03-25", "Input_Until: Choose a day before the current last day.")]
    [InlineData("2026-03-13", "Input_Until: Choose yesterday or a later day of the absence.")]
    public async Task A_last_day_that_cannot_be_is_said_at_its_field(string until, string message)
    {
        var id = await AwayAsync(Today.AddDays(-5), Today.AddDays(10));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/requests/{id}");
        Assert.Equal([message], (await page.SubmitAsync(new() { ["Input.Until"] = until }, "form[action*=Shorten]")).Errors);
        Assert.Equal(Today.AddDays(10), await UntilAsync(id));
    }

    [Fact]
    public async Task An_absence_that_is_over_meanwhile_is_not_shortened()
    {
        var id = await AwayAsync(Today.AddDays(-5), Today.AddDays(1));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/requests/{id}");
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Requests.SingleAsync(request => request.Id == id)).Until = Today.AddDays(-1);
            await db.SaveChangesAsync();
        });
        var answer = await page.SubmitAsync(new() { ["Input.Until"] = "2026-03-15" }, "form[action*=Shorten]");
        Assert.Contains("This absence is over or was changed. Open it again to see the latest.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RequestKind.Absence, RequestState.Approved, 0, 1, true)]
    [InlineData(RequestKind.Absence, RequestState.Approved, -1, 0, true)]
    [InlineData(RequestKind.Absence, RequestState.Approved, 0, 0, false)]
    [InlineData(RequestKind.Absence, RequestState.Approved, 1, 2, false)]
    [InlineData(RequestKind.Absence, RequestState.Approved, -2, -1, false)]
    [InlineData(RequestKind.Absence, RequestState.Open, -1, 1, false)]
    [InlineData(RequestKind.Other, RequestState.Approved, -1, 1, false)]
    public void An_absence_is_shortened_once_it_has_begun_and_until_it_is_over(
        RequestKind kind, RequestState state, int from, int until, bool may) =>
        Assert.Equal(may, ShortenAbsence.MayShorten(kind, state, Today.AddDays(from), Today.AddDays(until), Today));

    [Fact]
    public async Task A_head_enters_an_absence_for_somebody_who_is_told()
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests/enter");
        var values = await ValuesAsync(Cast.Member);
        var answer = await page.SubmitAsync(values);
        Assert.Equal("The absence is entered. The person gets a notification.", (await answer.FollowAsync()).Toast);
        var request = await app.ReadAsync("North", db => db.Requests.SingleAsync());
        Assert.Equal((await app.IdAsync(Cast.Member), RequestState.Approved, await app.IdAsync(Cast.Head)),
            (request.MemberId, request.State, request.DecidedById));
        Assert.Equal(["Your absence is entered, 16–20 Mar"], await app.NewsAsync(Cast.Member));
        Assert.Equal(answer.Location, (await page.SubmitAsync(values)).Location);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Requests.CountAsync()));
        var again = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests/enter");
        Assert.Equal(["Input_From: That person is already away on one of those days, or has asked to be. Choose other days."],
            (await again.SubmitAsync(values)).Errors);
        var used = await (await app.SignInAsync(Cast.Admin)).GetAsync("/requests/enter?floor=1");
        values["Input.SubmissionId"] = $"{request.SubmissionId}";
        values["Input.From"] = values["Input.Until"] = "2026-04-20";
        Assert.Contains("This form was already used. Open a new form and copy what you typed below.", (await used.SubmitAsync(values)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_form_asks_for_the_days_of_every_absence()
    {
        foreach (var (person, address) in new[]
            { (Cast.Head, "/requests/enter"), (Cast.Member, "/requests/add"), (Cast.Member, "/requests/add?kind=absence") })
        {
            var page = await (await app.SignInAsync(person)).GetAsync(address);
            Assert.Equal("1 day, 3 days, 1 week, 2 weeks, Other",
                string.Join(", ", page.Document.QuerySelectorAll(".how-long .seg label").Select(label => label.Words())));
            Assert.Equal(("2026-03-15", "1"),
                (page.Value("Input.From"), page.Document.QuerySelector("[name='Input.Days'][checked]")!.GetAttribute("value")));
        }

        var form = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests/enter");
        Assert.Equal(302,
            (await form.SubmitAsync(
                new()
                {
                    ["Input.Person"] = $"{await app.IdAsync(Cast.Member)}",
                    ["Input.Days"] = "7",
                    ["Input.Until"] = "",
                    ["Input.Reason"] = "Home"
                })).Status);
        Assert.Equal(
            new DateOnly(2026, 3, 21), await app.ReadAsync("North", db => db.Requests.Select(request => request.Until).SingleAsync()));
    }

    [Theory]
    [InlineData("Person", "", "Input_Person: Choose who is away.")]
    [InlineData("Person", "x", "Input_Person: That person no longer lives here. Choose another.")]
    [InlineData("From", "", "Input_From: Choose the first day.")]
    [InlineData("From", "2028-03-16", "Input_From: That is too far ahead. Choose an earlier day.")]
    [InlineData("Until", "", "Input_Until: Choose the last day.")]
    [InlineData("Until", "2026-03-15", "Input_Until: That is before the first day. Choose a later one.")]
    [InlineData("Until", "2027-03-17", "Input_Until: An absence can have 366 days at most. Enter the rest as another absence.")]
    [InlineData("Reason", "", "Input_Reason: Write the reason in a few words. The person can read it.")]
    public async Task An_absence_that_cannot_be_entered_is_said_at_its_field(string field, string typed, string message)
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests/enter");
        var values = await ValuesAsync(Cast.Member);
        values[$"Input.{field}"] = typed;
        if (field == "From" && typed != "")
            values["Input.Until"] = typed;
        Assert.Equal([message], (await page.SubmitAsync(values)).Errors);
        Assert.Equal(0, await app.ReadAsync("North", db => db.Requests.CountAsync()));
    }

    [Fact]
    public async Task Past_days_own_days_and_those_of_heads_are_not_entered()
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/requests/enter");
        var past = await ValuesAsync(Cast.Member);
        past["Input.From"] = past["Input.Until"] = "2026-03-14";
        Assert.Equal(["Input_Until: Those days are past. Choose today or a later last day."], (await page.SubmitAsync(past)).Errors);
        Assert.Equal(["Input_Person: Ask for your own absence instead. An admin decides on it."],
            (await page.SubmitAsync(await ValuesAsync(Cast.Head))).Errors);
        await app.ChangeMemberAsync(Cast.TeaManager, member => member.Role = AjsPantry.Infrastructure.Rights.Role.PantryHead);
        Assert.Equal(["Input_Person: An admin enters the absences of pantry heads."],
            (await page.SubmitAsync(await ValuesAsync(Cast.TeaManager))).Errors);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Person person) => new()
    {
        ["Input.Person"] = $"{await app.IdAsync(person)}",
        ["Input.Days"] = "",
        ["Input.From"] = "2026-03-16",
        ["Input.Until"] = "2026-03-20",
        ["Input.Reason"] = "In hospital",
    };

    private async Task<Guid> AwayAsync(DateOnly from, DateOnly until)
    {
        await app.AwayAsync(Cast.Member, from, until);
        return await app.ReadAsync("North", db => db.Requests.Select(request => request.Id).SingleAsync());
    }

    private Task<DateOnly> UntilAsync(Guid id) =>
        app.ReadAsync("North", db => db.Requests.Where(request => request.Id == id).Select(request => request.Until).SingleAsync());
}
