using System.Globalization;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Procurement;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>
/// North's first floor has something of everything; every role reads what is theirs, can open all of it, and costs the same however much
/// there is.
/// </summary>
public sealed class HomeOfEveryRoleTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Person[] OfTheFloor = [Cast.Member, Cast.TeaManager, Cast.Head];

    private async Task<WebPage> HomeAsync(Person person)
    {
        await app.FillHomesAsync();
        return await (await app.SignInAsync(person)).GetAsync("/");
    }

    [Fact]
    public async Task Everything_on_a_home_page_opens_for_whoever_sees_it()
    {
        foreach (var person in (Person[])[.. OfTheFloor, Cast.Admin])
        {
            var visitor = await app.SignInAsync(person);
            await app.FillHomesAsync();
            var home = await visitor.GetAsync("/");
            var links = home.Document.QuerySelectorAll("main a[href], nav a[href]").Select(link => link.GetAttribute("href")!)
                .Where(href => href.StartsWith('/')).Distinct().ToList();
            Assert.InRange(links.Count, 10, 100);
            foreach (var link in links)
                Assert.True((await visitor.GetAsync(link)).Status == 200, $"{person.Number}: {link}");
        }
    }

    [Fact]
    public async Task No_home_page_asks_more_where_there_is_more_to_tell()
    {
        List<int> before = [];
        foreach (var person in (Person[])[.. OfTheFloor, Cast.Admin])
            before.Add(await CommandsAsync(person));
        for (var day = 0; day < 12; day++)
        {
            await app.SayAsync(await app.PlanAsync(TestClock.Today.AddDays(-day - 3), $"Grown {day}"), Cast.OtherFloorHead, 3, "More");
            await app.RecordAsync("North", 1, BillActs.One(10 + day, $"GROWN-{day}", date: TestClock.Today.AddDays(-20 * day)));
            await app.NeedAsync($"Grown {day}", assignee: Cast.Member);
        }

        List<int> after = [];
        foreach (var person in (Person[])[.. OfTheFloor, Cast.Admin])
            after.Add(await CommandsAsync(person));
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_member_reads_what_is_theirs()
    {
        var home = await HomeAsync(Cast.Member);
        var text = home.Text;
        Assert.Contains("You make tea tomorrow", text, StringComparison.Ordinal);
        Assert.Contains("Every-day dosa", text, StringComparison.Ordinal);
        Assert.Contains("for you to buy", text, StringComparison.Ordinal);
        Assert.Contains("Own fine", text, StringComparison.Ordinal);
        Assert.Contains("An idea of the home page", text, StringComparison.Ordinal);
        Assert.NotNull(home.Document.QuerySelector("form[action*='/accept']"));
        Assert.Equal(7, home.Document.QuerySelectorAll(".strip li").Length);
        foreach (var foreign in (string[])["to confirm", "Waiting for your answer", "of the budget", "To buy"])
            Assert.DoesNotContain(foreign, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_rates_right_there_with_and_without_a_script()
    {
        var meal = await app.PlanAsync(TestClock.Today, "Tapped upma");
        var home = await HomeAsync(Cast.Member);
        var card = home.Document.QuerySelector($"form[action*='{meal}']")!;
        Assert.Contains("from=", card.GetAttribute("hx-post")!, StringComparison.Ordinal);
        var saved = await home.SubmitAsync(new() { ["Input.Stars"] = "5" }, $"form[action*='{meal}']");
        Assert.Equal((302, "/"), (saved.Status, saved.Location));
        var after = await saved.FollowAsync();
        Assert.Equal("5 stars for Tapped upma. Thank you.", after.Toast);
        Assert.Null(after.Document.QuerySelector($"form[action*='{meal}']"));
        Assert.Equal(302,
            (await (await app.SignInAsync(Cast.Member)).PostAsync(
                $"/feedback/{meal}?handler=Stars&from=https://evil.example/", new() { ["Input.Stars"] = "4" })).Status);
    }

    [Fact]
    public async Task A_tea_manager_reads_whose_tea_it_is_and_what_is_missing()
    {
        var home = await HomeAsync(Cast.TeaManager);
        var text = home.Text;
        // One that nobody has, and one that no rota planned though the day after it is.
        Assert.Contains("2 teas without a person", text, StringComparison.Ordinal);
        var hole = TestClock.Today.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var plan = await (await app.SignInAsync(Cast.TeaManager))
            .GetAsync(home.Document.QuerySelector($"a[href*='{hole}']")!.GetAttribute("href")!);
        Assert.Equal((hole, hole), (plan.Value("Input.From"), plan.Value("Input.Until")));
        Assert.Contains("1 tea to confirm", text, StringComparison.Ordinal);
        Assert.Contains("No tea is planned after", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record a bill", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_reads_the_most_urgent_first_and_the_figures_of_the_day()
    {
        await app.SayAsync(await app.PlanAsync(TestClock.Today, "Last rated"), Cast.TeaManager, 2, "Worst word");
        var home = await HomeAsync(Cast.Head);
        var text = home.Text;
        Assert.EndsWith("need you, North", home.Answer, StringComparison.Ordinal);
        var needs = home.Document.QuerySelectorAll(".needs b").Select(need => need.TextContent).ToList();
        Assert.InRange(needs.Count, 3, 8);
        Assert.Single(home.Document.QuerySelectorAll(".note-door .btn-mark"));
        Assert.Contains("Away today", text, StringComparison.Ordinal);
        Assert.Contains("about ₹120.00", text, StringComparison.Ordinal);
        Assert.Contains("Worst word", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_reads_every_floor_and_what_failed()
    {
        await app.SayAsync(await app.PlanAsync(TestClock.Today.AddDays(-25), "Rated last month"), Cast.TeaManager, 4);
        var home = await HomeAsync(Cast.Admin);
        var text = home.Text;
        Assert.Contains("1 background job failed", text, StringComparison.Ordinal);
        Assert.Equal(2, home.Document.QuerySelectorAll("table.floors tbody tr").Length);
        Assert.Contains(Cast.Head.Name, text, StringComparison.Ordinal);
        Assert.NotNull(home.Document.QuerySelector("#stars-title"));
        Assert.NotNull(home.Document.QuerySelector("#money-title"));
        // The same figures stand in a table.
        Assert.Contains("March 2026",
            string.Concat(home.Document.QuerySelectorAll("table.changes").Select(table => table.TextContent.Replace('\u00a0', ' '))),
            StringComparison.Ordinal);
        Assert.DoesNotContain("background job", (await HomeAsync(Cast.OtherTenantAdmin)).Text, StringComparison.Ordinal);
    }

    private async Task<int> CommandsAsync(Person person)
    {
        await app.FillHomesAsync();
        var visitor = await app.SignInAsync(person);
        await visitor.GetAsync("/");
        app.Commands.Clear();
        Assert.Equal(200, (await visitor.GetAsync("/")).Status);
        return app.Commands.All.Count(command => !command.Contains("set_config", StringComparison.Ordinal));
    }
}
