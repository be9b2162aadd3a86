using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>The home page of somebody who has all floors: each floor beside the others, and what of all needs a look.</summary>
/// <param name="cache">Answers what has not changed since it was asked.</param>
public sealed class FloorsHome(
    SignedIn person, IReadOnlyList<FloorView> floors, DateOnly today, ReadCache cache) : HomeView(person, today, cache)
{
    /// <summary>How many months the charts show.</summary>
    public const int MonthsShown = 12;

    public IReadOnlyList<FloorHomeRow> Rows { get; } = [.. floors.Select(floor => new FloorHomeRow(floor))];

    public IReadOnlyList<Guid> FloorIds { get; } = [.. floors.Select(floor => floor.Id)];

    /// <summary>The first day of this month.</summary>
    public DateOnly Month { get; } = today.AddDays(1 - today.Day);

    public DateOnly MonthBefore => Month.AddMonths(-1);

    public List<FloorsTile> Tiles { get; } = [];

    public List<FloorsChart> Charts { get; } = [];

    /// <summary>What the page says where nothing needs a look; goes on with "and nobody waits for you".</summary>
    public string Calm { get; set; } = "";

    /// <summary>The row of each floor by its id.</summary>
    public FloorHomeRow? RowOf(Guid floorId) => Rows.FirstOrDefault(row => row.Floor.Id == floorId);
}

/// <summary>A figure of all floors.</summary>
/// <param name="Small">What stands after the figure, smaller.</param>
public sealed record FloorsTile(FloorsOrder Order, string Name, string Figure, string Small, string Note)
{
    /// <summary>There is less than nothing left.</summary>
    public bool IsOver { get; init; }
}

/// <param name="About">What the picture shows, below its finding.</param>
public sealed record FloorsChart(FloorsOrder Order, MonthsChart Chart, string About);

/// <summary>What comes before what among figures, and among pictures.</summary>
public enum FloorsOrder
{
    People,
    Money,
    Meals,
    Reports,
    Ratings,
}
