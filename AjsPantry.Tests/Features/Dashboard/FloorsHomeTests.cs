using AjsPantry.Features.Expenses.Cards;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>What an admin reads of many floors at once, worked out without a database.</summary>
public sealed class FloorsHomeTests
{
    private static readonly DateOnly Today = TestClock.Today;

    private static readonly DateOnly Month = Today.AddDays(1 - Today.Day);

    private static readonly Formats Formats = new("en-IN", "INR");

    private static IEnumerable<FloorHomeRow> Rows(int floors) => Enumerable.Range(1, floors)
        .Select(number => new FloorHomeRow(new FloorView(Guid.CreateVersion7(), number, $"Floor {number}")));

    /// <summary>Floors of which the first spent least.</summary>
    private static List<FloorsAccountsRow> Accounts(int floors) => [.. Rows(floors).Select(row => new FloorsAccountsRow(row,
        new FloorAccountsSummary(row.Floor, row.Floor.Number * 100, 0, ReportState.Made)
        {
            Months = [new MonthSpent(Month, row.Floor.Number * 100)],
        },
        null, null))];

    [Theory]
    [InlineData(1, "Floor 1")]
    [InlineData(4, "Floor 1", "Floor 2", "Floor 3", "Floor 4")]
    [InlineData(5, "Floor 3", "Floor 4", "Floor 5", "Other floors")]
    [InlineData(11, "Floor 9", "Floor 10", "Floor 11", "Other floors")]
    public void No_two_parts_of_the_chart_have_one_colour_and_no_money_is_missing(int floors, params string[] series)
    {
        var chart = SpendingByFloor.Chart(Accounts(floors), Month, Formats, "Other floors")!;
        Assert.Equal(series, chart.Series.Select(each => each.Name));
        Assert.True(chart.Series.Count <= MonthsChart.Colours);
        Assert.Equal(Enumerable.Range(1, floors).Sum() * 100m, chart.Series.Sum(each => each.At(11)));
        // A month in which nobody bought is no month of nothing.
        Assert.All(chart.Series, each => Assert.Null(each.At(0)));
    }

    [Theory]
    [InlineData(1, "Floor 1 has no pantry head")]
    [InlineData(2, "[Floor 1] and [Floor 2] have no pantry head")]
    [InlineData(4, "[Floor 1], [Floor 2], [Floor 3] and [Floor 4] have no pantry head")]
    [InlineData(11, "[Floor 1], [Floor 2], [Floor 3] and 8 more have no pantry head")]
    public void Floors_with_the_same_trouble_share_a_line_and_each_has_its_link(int floors, string line)
    {
        var need = FloorsToDo.Of(
            Rows(floors), ToDoOrder.NoHead, "person-dash", "{0} has no pantry head", "{0} have no pantry head", "", "/", "Choose one")!;
        Assert.Equal(line.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), need.What);
        Assert.Equal(line,
            floors == 1 ? need.What : string.Concat(need.Pieces.Select(piece => piece.Floor is null ? piece.Words : $"[{piece.Words}]")));
        Assert.Equal(floors == 1 ? 1 : null, need.Floor);
    }
}
