using AjsPantry.Features.Menus;
using AjsPantry.Features.Procurement;

namespace AjsPantry.Features.Dashboard;

/// <summary>What the home page of somebody who lives on a floor tells.</summary>
/// <param name="Now">The time on the tenant's clock.</param>
/// <param name="Served">The tenant's meals in the order of the day.</param>
/// <param name="Meals">Of the last two weeks and the coming one, by day and time of day.</param>
public sealed record FloorHome(
    DateOnly Today, TimeOnly Now, IReadOnlyList<string> Served, IReadOnlyList<HomeMeal> Meals, IReadOnlyList<HomeEntry> Entries)
{
    /// <summary>More cards than this would push everything else down; the ratings page has the rest.</summary>
    private const int MostToRate = 2;

    /// <summary>
    /// What the shopping list will cost, as the list itself says; null for whoever does not look after it, and while it is empty.
    /// </summary>
    public Estimate? Shopping { get; init; }

    /// <summary>Null for whoever keeps no books.</summary>
    public HeadAccounts? Books { get; init; }

    public IReadOnlyList<HomeEntry> Of(params HomeKind[] kinds) =>
        [.. Entries.Where(entry => kinds.Contains(entry.Kind)).OrderBy(entry => entry.Date)];

    public HomeEntry? One(HomeKind kind) => Entries.FirstOrDefault(entry => entry.Kind == kind);

    public IReadOnlyList<HomeMeal> On(DateOnly day) => [.. Meals.Where(meal => meal.Date == day)];

    /// <summary>What comes to the table next: today's meals that are not over, else those of tomorrow.</summary>
    public IReadOnlyList<HomeMeal> Next => On(Today).Where(IsStillToCome).ToList() is { Count: > 0 } left ? left : On(Today.AddDays(1));

    public bool IsStillToCome(HomeMeal meal) => meal.Date > Today || (meal.Date == Today && !MealHours.IsOver(meal.Meal, Now));

    /// <summary>The first day of which something is still to be eaten.</summary>
    public DateOnly FirstOfTable => Served.All(meal => MealHours.IsOver(meal, Now)) ? Today.AddDays(1) : Today;

    /// <summary>The day on which the person came to the floor.</summary>
    public DateOnly Came { get; init; }

    /// <summary>What the person ate and has not rated, the latest first.</summary>
    public IReadOnlyList<HomeMeal> ToRate =>
        [.. Meals.Where(meal => meal.Date <= Today && meal.Date >= Came && meal is { Stars: null, Cooked: false })
            .OrderByDescending(meal => meal.Date).ThenByDescending(meal => meal.Position)];

    /// <summary>Those that are rated right here.</summary>
    public IReadOnlyList<HomeMeal> RatedHere => [.. ToRate.Take(MostToRate)];

    /// <summary>The person's next tea that is still to come.</summary>
    public HomeEntry? NextTea => Of(HomeKind.MyTea).FirstOrDefault(tea => tea.Date >= Today && !IsOver(tea) && tea.State != "NotConfirmed");

    /// <summary>Tea whose time is past, of which nobody has said whether it was made.</summary>
    public IReadOnlyList<HomeEntry> TeaToTell => [.. Of(HomeKind.MyTea).Where(tea => tea.Date < Today || IsOver(tea))];

    /// <summary>Tea of today whose time is past; its number is that time, in minutes, or below 0 where it has none.</summary>
    public bool IsOver(HomeEntry tea) => tea.Date == Today && tea.Number >= 0 && tea.Number <= (Now.Hour * 60) + Now.Minute;

    /// <summary>Tea so near that it is the answer of the page.</summary>
    public bool TeaIsNear => NextTea is { } tea && tea.Date <= Today.AddDays(1);

    /// <summary>The last meal that somebody rated.</summary>
    public HomeMeal? LastRated => Meals.LastOrDefault(meal => meal.Date <= Today && meal.Score.Count > 0);

    public decimal Spent => One(HomeKind.Spent)?.Number ?? 0;

    public decimal SpentBefore => One(HomeKind.SpentBefore)?.Number ?? 0;

    /// <summary>Today and the six days after it.</summary>
    public IReadOnlyList<HomeDay> Week => [.. Enumerable.Range(0, 7).Select(Today.AddDays).Select(DayOf)];

    private HomeDay DayOf(DateOnly day) => new(
        day, On(day), Entries.FirstOrDefault(entry => entry.Kind == HomeKind.Turn && entry.Date == day),
        Entries.FirstOrDefault(entry => entry.Kind == HomeKind.Leave && entry.Date == day),
        Entries.Any(entry => entry.Kind == HomeKind.MyTea && entry.Date == day),
        Served.All(meal => Meals.Any(planned => planned.Date == day && planned.Meal == meal)));
}

/// <param name="Turn">Whose day it is; null when the rota says nothing of it.</param>
/// <param name="Leave">Why nobody cooks; null when somebody does.</param>
/// <param name="MyTea">The person makes tea.</param>
/// <param name="IsPlanned">Every meal that is served has its menu.</param>
public sealed record HomeDay(DateOnly Date, IReadOnlyList<HomeMeal> Meals, HomeEntry? Turn, HomeEntry? Leave, bool MyTea, bool IsPlanned)
{
    /// <summary>The person cooks, and is there.</summary>
    public bool ICook => Leave is null && (Turn?.Flag == true || Meals.Any(meal => meal.Mine));

    /// <summary>The room that is to cook, whose people are all away; null where somebody is there, or somebody else cooks.</summary>
    public string? Unattended =>
        Turn is { State: "AllAway" } turn && Leave is null && (IsOpen || Meals.Any(meal => meal.Cook is null || meal.Cook == turn.Title))
            ? turn.Title : null;

    /// <summary>A meal is missing, and somebody is there to cook it.</summary>
    public bool IsOpen => !IsPlanned && Leave is null;
}
