using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>A floor in the table of all floors. Each feature fills what is its own.</summary>
public sealed class FloorHomeRow(FloorView floor)
{
    public FloorView Floor => floor;

    /// <summary>The name of the pantry head; null where there is none.</summary>
    public string? Head { get; set; }

    public int People { get; set; }

    /// <summary>Today and the six days after it, in their order.</summary>
    public IReadOnlyList<PlannedDay> Week { get; set; } = [];

    /// <summary>Days of these seven with a menu.</summary>
    public int Planned => Week.Count(day => day == PlannedDay.Planned);

    /// <summary>Days of these seven on which is cooked.</summary>
    public int Days => Week.Count(day => day != PlannedDay.Leave);

    /// <summary>2 of 7 days planned; open: Wed 18 Mar, Sat 21 Mar.</summary>
    public string WeekWords(FloorsHome home)
    {
        var open = Week.Index().Where(day => day.Item == PlannedDay.Open).Select(day => home.Day(home.Today.AddDays(day.Index))).ToList();
        return $"{Planned} of {Days} days planned{(open.Count > 0 && open.Count < Days ? $"; open: {string.Join(", ", open)}" : "")}";
    }

    /// <summary>What was spent in this month and in the one before.</summary>
    public decimal Spent { get; set; }

    public decimal SpentMonthBefore { get; set; }

    /// <summary>The budget of today; null when none covers it.</summary>
    public FloorBudget? Budget { get; set; }

    /// <summary>How the month before stands.</summary>
    public Chip? LastMonth { get; set; }

    /// <summary>The average of its ratings, such as 4.6; null where nobody rated.</summary>
    public string? Rating { get; set; }

    /// <summary>Things to buy.</summary>
    public int Items { get; set; }
}

/// <param name="Left">Negative when more was spent than there was.</param>
/// <param name="Used">Spent in percent of what was available.</param>
/// <param name="IsNear">As much is spent as head and admin want to be told of, and something is left.</param>
public sealed record FloorBudget(decimal Left, int Used, bool IsNear)
{
    public bool IsOver => Left < 0;

    /// <summary>₹750.00 left.</summary>
    public string Words(Formats formats) => $"{formats.Money(Math.Abs(Left))} {(IsOver ? "over" : "left")}";
}

/// <summary>What a floor has for a day; the later ones stand above the earlier.</summary>
public enum PlannedDay
{
    Open,

    /// <summary>Nobody cooks, and there is a reason.</summary>
    Leave,

    /// <summary>There is a menu.</summary>
    Planned,
}
