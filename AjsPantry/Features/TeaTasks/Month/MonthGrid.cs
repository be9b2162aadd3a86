namespace AjsPantry.Features.TeaTasks.Month;

/// <summary>Days as a calendar of whole weeks, with who makes tea.</summary>
/// <param name="NamesSlots">Several times of the day: readers of the screen hear which one.</param>
public sealed record MonthGrid(DateOnly From, DateOnly Until, DateOnly Today, bool NamesSlots, ILookup<DateOnly, GridItem> Items)
{
    public DateOnly Monday => From.AddDays(-(((int)From.DayOfWeek + 6) % 7));

    public DateOnly Sunday => Until.AddDays((7 - (int)Until.DayOfWeek) % 7);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Sunday.DayNumber - Monday.DayNumber + 1).Select(Monday.AddDays);
}

/// <param name="Page">The page of one duty or one place; it gets the id.</param>
/// <param name="Hint">What a colour or an icon says, in words; null when there is none.</param>
/// <param name="Icon">Shows how it ended, where a colour alone would not say it.</param>
public sealed record GridItem(string Page, Guid Id, string Name, string Slot, bool Mine, bool Flag, string? Hint, string? Icon = null);
