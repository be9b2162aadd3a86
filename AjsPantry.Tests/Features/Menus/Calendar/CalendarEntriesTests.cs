using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Shared.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>What another feature registers stands on the calendar and goes into the feed without anything more.</summary>
public sealed class CalendarEntriesTests(CalendarEntriesTests.MoreApp app) : IClassFixture<CalendarEntriesTests.MoreApp>
{
    private static readonly DateOnly Day = new(2026, 3, 18);

    [Fact]
    public async Task Another_features_entries_stand_on_their_day_and_the_persons_own_go_into_the_feed()
    {
        var member = await app.SignInAsync(Cast.Member);
        var page = await member.GetAsync($"/calendar?day=2026-03-18");
        Assert.Contains("Tea: Arwa", page.Document.QuerySelector("#day")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Arwa", "Batul"], page.Document.QuerySelectorAll(".cell[href*='day=2026-03-18'] .w bdi").Select(name => name.TextContent));
        Assert.Equal("Arwa", page.Document.QuerySelector(".cell .w.own bdi")!.TextContent);
        var link = new Uri((await (await member.GetAsync("/calendar/feed")).SubmitAsync([])).Document.QuerySelector("#link")!.TextContent
            .Trim()).PathAndQuery;
        var file = await app.Visit().Client.GetStringAsync(link);
        Assert.Contains("SUMMARY:You make tea: Morning", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Batul", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_cooks_instead_takes_the_day_over()
    {
        var turn =
            new CalendarEntry { Kind = EntryKind.Turn, Date = Day, Id = Guid.NewGuid(), Title = "Room 101", Label = "101", Mine = true };
        var meal =
            new CalendarEntry { Kind = EntryKind.Meal, Date = Day, Id = Guid.NewGuid(), Title = "Poha", Meal = "breakfast", Mine = false };
        Assert.Equal((true, "101"), (new CalendarDay(Day, [turn]).Mine, new CalendarDay(Day, [turn]).CookLabel));
        Assert.Equal((true, "Room 101"), (new CalendarDay(Day, [meal, turn]).Mine, new CalendarDay(Day, [meal, turn]).Cook));
        Assert.Equal((false, "Room 102"),
            (new CalendarDay(Day, [meal with { Who = "Room 102" }, turn]).Mine,
                new CalendarDay(Day, [meal with { Who = "Room 102" }, turn]).Cook));
        Assert.True(
            new CalendarDay(
                Day, [meal with { Who = "Room 102" }, meal with { Meal = "dinner", Who = "Room 101", Mine = true }, turn]).Mine);
    }

    public sealed class MoreApp : PantryApp
    {
        protected override bool IsShared => false;

        protected override void Replace(IServiceCollection services) => services.AddSingleton<ICalendarSource, Teas>();
    }

    private sealed class Teas : ICalendarSource
    {
        public Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken)
        {
            var tea =
                new CalendarEntry
                {
                    Kind = EntryKind.Tea,
                    Date = Day,
                    Id = Guid.CreateVersion7(),
                    Title = "Tea: Arwa",
                    Who = "Arwa",
                    Text = "Morning",
                    Mine = true
                };
            return Task.FromResult<IReadOnlyList<CalendarEntry>>([tea,
                tea with { Id = Guid.CreateVersion7(), Title = "Tea: Batul", Who = "Batul", Mine = false }]);
        }
    }
}
