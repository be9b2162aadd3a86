using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Calendar;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>One day with everything that stands on it.</summary>
public sealed record CalendarDay(DateOnly Date, IReadOnlyList<CalendarEntry> Entries)
{
    public IEnumerable<CalendarEntry> Meals => Of(EntryKind.Meal);

    public IEnumerable<CalendarEntry> Events => Of(EntryKind.Event);

    public CalendarEntry? Turn => Of(EntryKind.Turn).FirstOrDefault();

    public CalendarEntry? Leave => Of(EntryKind.Leave).FirstOrDefault();

    public int Suggestions => Of(EntryKind.Suggestion).Count();

    /// <summary>Who cooks, by name: as the first meal with a cook says, else as the turns say; null when nobody is named.</summary>
    public string? Cook => Cooking.Select(entry => entry.Kind == EntryKind.Meal ? entry.Who : entry.Title).FirstOrDefault();

    /// <summary>The cook in a word or a number, for where there is no room for a name.</summary>
    public string? CookLabel =>
        Cooking.Select(entry => entry.Label).FirstOrDefault() ?? (Cook is { } cook ? Room.NumberIn(cook) ?? cook : null);

    /// <summary>The person who looks cooks that day. A turn that another room or person cooks instead is not theirs any more.</summary>
    public bool Mine => Cooking.Any(entry => entry.Mine);

    /// <summary>What is said of the day in a line: meals, else that nobody cooks; then events and suggestions.</summary>
    public string Words => string.Join(", ", Parts());

    public IEnumerable<CalendarEntry> Of(EntryKind kind) => Entries.Where(entry => entry.Kind == kind);

    public static IReadOnlyList<CalendarDay> Of(IEnumerable<DateOnly> days, IEnumerable<CalendarEntry> entries)
    {
        // What lasts several days stands on each of them; of its first day the rest is few.
        var byDay = entries.Where(entry => entry.Until is null).ToLookup(entry => entry.Date);
        var several = entries.Where(entry => entry.Until is not null).ToList();
        return
        [
            .. days.Select(day =>
                new CalendarDay(day, InOrder(byDay[day], several.Where(entry => entry.Date <= day && day <= entry.Until)))),
        ];
    }

    private static IReadOnlyList<CalendarEntry> InOrder(IEnumerable<CalendarEntry> own, IEnumerable<CalendarEntry> several) =>
        [.. several.Concat(own).OrderBy(entry => entry.Kind)];

    private IEnumerable<CalendarEntry> Cooking =>
        Meals.Where(meal => meal.Who is not null) is var cooked && cooked.Any() ? cooked : Of(EntryKind.Turn);

    private IEnumerable<string> Parts()
    {
        foreach (var entry in Entries.Where(entry => entry.Kind is EntryKind.Meal or EntryKind.Tea or EntryKind.Event))
            yield return entry.Title;
        if (Leave is { } leave)
            yield return leave.Title;
        if (Suggestions > 0)
            yield return Suggestions == 1 ? "1 suggestion" : $"{Suggestions} suggestions";
    }
}
