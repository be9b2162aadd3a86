using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Shared.Homes;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>Today and the six days after it on a home page.</summary>
/// <param name="Meals">By day and time of day.</param>
public sealed record MealsWeek(
    Home Home, IReadOnlyList<HomeMeal> Meals, IReadOnlyList<HomeTurn> Turns, IReadOnlyList<HomeLeave> Leaves)
    : HomeCard(HomePlace.Meals, "/Features/Menus/Cards/_Meals.cshtml")
{
    /// <summary>The tenant's meals in the order of the day.</summary>
    public IReadOnlyList<string> Served => Home.Tenant.MealsOfTheDay;

    public IReadOnlyList<HomeDay> Days { get; } =
        [.. Enumerable.Range(0, 7).Select(Home.Today.AddDays).Select(day => DayOf(day, Home.Tenant.MealsOfTheDay, Meals, Turns, Leaves))];

    /// <summary>What comes to the table next: today's meals that are not over, else those of tomorrow.</summary>
    public IReadOnlyList<HomeMeal> Next =>
        Days[0].Meals.Where(IsStillToCome).ToList() is { Count: > 0 } left ? left : Days[1].Meals;

    public bool IsStillToCome(HomeMeal meal) =>
        meal.Date > Home.Today || (meal.Date == Home.Today && !MealHours.IsOver(meal.Meal, Home.Now));

    /// <summary>The first day of which something is still to be eaten.</summary>
    public HomeDay First => Served.All(meal => MealHours.IsOver(meal, Home.Now)) ? Days[1] : Days[0];

    private static HomeDay DayOf(DateOnly day, IReadOnlyList<string> served, IReadOnlyList<HomeMeal> meals,
        IReadOnlyList<HomeTurn> turns, IReadOnlyList<HomeLeave> leaves)
    {
        List<HomeMeal> ofDay = [.. meals.Where(meal => meal.Date == day)];
        return new(day, ofDay, turns.FirstOrDefault(turn => turn.Date == day), leaves.FirstOrDefault(leave => leave.Date == day),
            served.All(meal => ofDay.Any(planned => planned.Meal == meal)));
    }
}

/// <param name="Turn">Whose day it is; null when the rota says nothing of it.</param>
/// <param name="Leave">Why nobody cooks; null when somebody does.</param>
/// <param name="IsPlanned">Every meal that is served has its menu.</param>
public sealed record HomeDay(DateOnly Date, IReadOnlyList<HomeMeal> Meals, HomeTurn? Turn, HomeLeave? Leave, bool IsPlanned)
{
    /// <summary>The person cooks, and is there.</summary>
    public bool ICook => Leave is null && (Turn?.IsMine == true || Meals.Any(meal => meal.IsMine));

    /// <summary>The room that is to cook, whose people are all away; null where somebody is there, or somebody else cooks.</summary>
    public string? Unattended =>
        Turn is { AllAway: true } turn && Leave is null && (IsOpen || Meals.Any(meal => meal.Cook is null || meal.Cook == turn.Room))
            ? turn.Room : null;

    /// <summary>A meal is missing, and somebody is there to cook it.</summary>
    public bool IsOpen => !IsPlanned && Leave is null;

    /// <summary>What stands in the place of the meal that is missing.</summary>
    public string OpenWords => Turn is null ? "No meal yet"
        : $"No meal yet. {Turn.Room} is next{(Turn.AllAway ? ", but nobody is there" : "")}.";
}

/// <param name="Cook">A room or a person.</param>
/// <param name="IsMine">The person who looks cooks it, and is there.</param>
public sealed record HomeMeal(Guid Id, DateOnly Date, string Meal, string Dish, string? Side, string? Cook, string? Label, bool IsMine)
{
    /// <summary>Masala poha with mint chutney.</summary>
    public string Words => Side is null ? Dish : $"{Dish} with {Side}";

    /// <summary>Its place in the day.</summary>
    public int Position => MenuWords.Position(Meal);
}

/// <param name="AllAway">Nobody of the room is there.</param>
/// <param name="IsMine">The person who looks lives in the room, and is there.</param>
public sealed record HomeTurn(DateOnly Date, string Room, string? Label, bool AllAway, bool IsMine);

/// <summary>A day on which nobody cooks.</summary>
/// <param name="Reason">Empty where the rota leaves its weekday out.</param>
public sealed record HomeLeave(DateOnly Date, string Reason, bool IsOff)
{
    public string Words => IsOff ? DayOff.Words(Date) : Reason == "" ? "No cooking" : $"No cooking: {Reason}";
}
