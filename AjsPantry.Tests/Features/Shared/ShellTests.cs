using AjsPantry.Features.Help;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>What stands around every page.</summary>
public sealed class ShellTests(PantryApp app) : IClassFixture<PantryApp>
{
    private async Task<WebPage> AsAsync(Person person, string address) => await (await app.SignInAsync(person)).GetAsync(address);

    private static string[] Current(WebPage page, string bar) =>
        [.. page.Document.QuerySelectorAll($"{bar} [aria-current]").Select(link => link.TextContent.Trim())];

    [Theory]
    [InlineData("/people/rooms", "People", "More")]
    [InlineData("/people/rooms/add", "People", "More")]
    [InlineData("/menus/dishes", "Menus", "Menus")]
    [InlineData("/requests/enter", "Requests", "More")]
    [InlineData("/more", null, "More")]
    public async Task A_page_lights_up_the_place_to_which_it_belongs(string address, string? side, string tab)
    {
        var page = await AsAsync(Cast.Head, address);
        string[] lit = side is null ? [] : [side];
        Assert.Equal(lit, Current(page, ".side"));
        Assert.Equal([tab], Current(page, ".tabs"));
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/profile")]
    [InlineData("/account/password")]
    public async Task Pages_of_the_account_light_up_its_own_entry(string address) =>
        Assert.Contains(Cast.Member.Name, Assert.Single(Current(await AsAsync(Cast.Member, address), ".side")), StringComparison.Ordinal);

    [Fact]
    public async Task The_last_tab_leads_to_all_that_the_others_do_not()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator])
        {
            var page = await AsAsync(person, "/more");
            var reached = page.Document.QuerySelectorAll(".tabs a, .place-grid a").Select(link => link.GetAttribute("href")).ToHashSet();
            Assert.Superset(page.Document.QuerySelectorAll(".side a.go").Select(link => link.GetAttribute("href")).ToHashSet(), reached);
        }
    }

    [Theory]
    [InlineData("/menus?week=2026-02-02", "week=2026-02-02")]
    [InlineData("/calendar?month=2026-01", "month=2026-01")]
    public async Task Choosing_another_floor_keeps_the_days(string address, string kept)
    {
        var links = (await AsAsync(Cast.Admin, address)).Document.QuerySelectorAll(".topbar .floor-switch a")
            .Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(kept, link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_month_is_in_the_title() =>
        Assert.Equal("Expenses · January 2026 · AJS Pantry",
            (await AsAsync(Cast.Head, "/expenses?month=2026-01")).Document.Title!.Replace('\u00a0', ' '));

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/administration/settings", 403)]
    public async Task A_page_that_is_not_there_keeps_the_bars(string address, int status)
    {
        var page = await AsAsync(Cast.Member, address);
        Assert.Equal(status, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".side a[href='/menus']"));
        Assert.Single(page.Document.QuerySelectorAll("main"));
    }

    [Fact]
    public async Task What_happened_is_spoken_from_a_place_that_was_there_before()
    {
        var visitor = await app.SignInAsync(Cast.Member);
        var page = await (await (await visitor.GetAsync("/account/profile")).SubmitAsync([])).FollowAsync();
        Assert.Equal("Your profile is saved.", page.Toast);
        Assert.Null(page.Document.QuerySelector(".toast-line")!.GetAttribute("role"));
        Assert.Equal("", page.Document.QuerySelector("#said[role=status]")!.TextContent);
    }

    [Fact]
    public async Task The_answer_of_a_page_is_among_its_headings()
    {
        var answer = (await AsAsync(Cast.Head, "/people")).Document.QuerySelector(".answer")!;
        Assert.Equal("H1", answer.TagName);
    }

    [Fact]
    public async Task A_day_in_a_field_is_written_below_it_as_everywhere()
    {
        var page = await AsAsync(Cast.Member, "/requests/add");
        var from = DateOnly.Parse(page.Value("Input.From")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(AjsPantry.Infrastructure.Web.Formats.Day(from, from.Year),
            page.Document.QuerySelector("[data-day-of=Input_From]")!.TextContent);
        Assert.Equal(302,
            (await (await AsAsync(Cast.Member, "/account/notices"))
                .SubmitAsync(new() { ["Input.QuietFrom"] = "21:45", ["Input.QuietUntil"] = "06:00" })).Status);
        Assert.Equal(
            "21:45", (await AsAsync(Cast.Member, "/account/notices")).Document.QuerySelector("[data-day-of=Input_QuietFrom]")!.TextContent);
    }

    [Fact]
    public async Task Every_main_page_leads_to_its_help_and_the_help_to_every_first_step()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator])
        {
            var visitor = await app.SignInAsync(person);
            var help = await visitor.GetAsync("/help");
            foreach (var link in help.Document.QuerySelectorAll("[aria-labelledby=first] a"))
                Assert.True((await visitor.GetAsync(link.GetAttribute("href")!)).Status is 200 or 302, link.TextContent);
            Assert.All(
                help.Document.QuerySelectorAll(".side a.go[href]")
                    .Where(link => link.GetAttribute("href") is not ("/account" or "/help" or "/")), link =>
                Assert.Contains(
                    help.Document.QuerySelectorAll(".help-pages a"), told => told.GetAttribute("href") == link.GetAttribute("href")));
        }

        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin])
            Assert.StartsWith("/help#",
                Assert.Single((await AsAsync(person, "/")).Document.QuerySelectorAll(".help-mark")).GetAttribute("href"),
                StringComparison.Ordinal);
        Assert.Equal("/help#menus", (await AsAsync(Cast.Member, "/menus")).Document.QuerySelector(".help-mark")!.GetAttribute("href"));
        Assert.NotNull(HelpTopics.Of(Navigation.Inbox));
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/help/rights")]
    [InlineData("/account/notices")]
    [InlineData("/administration/jobs")]
    [InlineData("/calendar/feed")]
    public async Task A_residences_own_words_for_floor_and_room_are_used(string address)
    {
        await app.InTenantAsync("South", services => services.GetRequiredService<PantryDb>().Tenants
            .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.FloorWord, "Wing").SetProperty(tenant => tenant.RoomWord, "Team")));
        var page = await AsAsync(Cast.OtherTenantAdmin, address);
        Assert.Contains("Wings", page.Document.QuerySelectorAll(".side a.go").Select(link => link.TextContent.Trim()));
        Assert.DoesNotMatch(@"(?i)\b(floor|room)s?\b", page.Text);
        var mark = (await AsAsync(Cast.OtherTenantAdmin, "/administration/floors")).Document.QuerySelector(".help-mark");
        Assert.Equal("Help: Wings", mark!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_step_to_say_that_one_is_away_opens_the_short_form() =>
        Assert.NotNull((await AsAsync(Cast.Member, "/help")).Document.QuerySelector("a[href='/requests/add?kind=absence']"));

    [Fact]
    public void Every_role_has_first_steps() => Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(HelpTopics.FirstSteps(role)));
}
