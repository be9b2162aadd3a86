using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>The calendar of a residence that shows Hijri dates.</summary>
public sealed class HijriCalendarTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>
    /// Months that begin in the middle of a week, in the middle of a Gregorian month: the first and the filling days too.
    /// </summary>
    [Theory]
    [InlineData("1447-09", "2026-02-16", "2026-02-17", "2026-03-22")]
    [InlineData("1448-12", "2027-05-03", "2027-05-06", "2027-06-06")]
    public async Task A_Hijri_month_shows_what_stands_on_each_of_its_days_and_around(string month, string from, string first, string to)
    {
        await ShowHijriAsync();
        string[] days = [from, first, to];
        foreach (var day in days)
            await app.AddEventAsync(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"On {day}");
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/calendar?hijri={month}");
        Assert.All(days, day => Assert.Contains($"On {day}", Cell(page, day), StringComparison.Ordinal));
        Assert.Equal(30, page.Document.QuerySelectorAll(".cell:not(.off)").Length);
        Assert.Equal(["١", "٣٠"],
            page.Document.QuerySelectorAll(".cell:not(.off) .n").Where((_, at) => at is 0 or 29).Select(number => number.TextContent));
        Assert.Contains(month == "1447-09" ? "Ramadaan al-Moazzam 1447H" : "Zilhaj al-Haraam 1448H", page.Text, StringComparison.Ordinal);
        Assert.Equal("page", page.Document.QuerySelector(".seg a[href*='hijri=']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_month_of_29_days_has_no_day_30_and_leads_on_to_the_next()
    {
        await ShowHijriAsync();
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?hijri=1448-02&day=2026-08-05");
        Assert.DoesNotContain("٣٠",
            string.Join(' ', page.Document.QuerySelectorAll(".cell:not(.off) .n").Select(number => number.TextContent)),
            StringComparison.Ordinal);
        Assert.Contains("22 Safar al-Muzaffar 1448H", Day(page), StringComparison.Ordinal);
        Assert.Equal(["/calendar?hijri=1448-01", "/calendar?hijri=1448-03"],
            page.Document.QuerySelectorAll(".month-nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync("/calendar?hijri=1448-02")).Status);
        Assert.Empty((await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync("/calendar")).Document.QuerySelectorAll(".seg"));
    }

    [Fact]
    public async Task The_board_of_the_week_leads_to_the_calendar_and_names_its_Hijri_days()
    {
        await ShowHijriAsync();
        var member = await app.SignInAsync(Cast.Member);
        Assert.Contains(
            "21–27 Ramadaan al-Moazzam 1447H", (await member.GetAsync("/menus?week=2026-03-09")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "27 Ramadaan al-Moazzam – 3 Shawwal al-Mukarram 1447H", (await member.GetAsync("/menus")).Text, StringComparison.Ordinal);
        Assert.Contains("28 Ramadaan al-Moazzam – 4 Shawwal al-Mukarram 1447H", (await member.GetAsync("/menus?week=2026-03-16")).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            (await member.GetAsync("/menus")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/calendar");
    }

    [Theory]
    [InlineData("?month=2026-13")]
    [InlineData("?month=soon")]
    [InlineData("?month=2090-01")]
    [InlineData("?day=9999-12-31")]
    [InlineData("?day=2026-02-30")]
    [InlineData("?day=0001-01-01")]
    [InlineData("?month=2026-03&day=2027-03-01")]
    [InlineData("?hijri=1448-13")]
    [InlineData("?hijri=9999-12")]
    [InlineData("?floor=2")]
    public async Task What_is_no_month_or_day_of_the_floor_is_not_found(string query)
    {
        await ShowHijriAsync();
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar" + query)).Status);
    }

    private static string Cell(WebPage page, string day) => page.Document.QuerySelector($".cell[href*='day={day}']")!.TextContent;

    /// <summary>The chosen day in full, each piece of text apart.</summary>
    private static string Day(WebPage page) =>
        System.Text.RegularExpressions.Regex.Replace(
            string.Join(' ',
                page.Document.QuerySelectorAll("#day h2, #day p, #day .panel-head > .muted, #day .body > *")
                    .Select(part => part.TextContent)), @"\s+", " ");

    private async Task ShowHijriAsync() =>
        await app.InTenantAsync("North",
            services =>
                services.GetRequiredService<PantryDb>().Tenants
                    .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.ShowsHijri, true)));
}
