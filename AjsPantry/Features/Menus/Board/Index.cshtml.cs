using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Board;

/// <summary>Seven days of a floor, from today on: what is cooked, by whom, and what is still open.</summary>
public sealed class WeekModel(WeekQuery query) : FloorPage
{
    /// <summary>The first day to show; today when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public string? TypedWeek { get; set; }

    public Week Week { get; private set; } = null!;

    /// <summary>The seven days after those, for screens with room for them.</summary>
    public IReadOnlyList<WeekDay> After { get; private set; } = [];

    public bool Plans => Person.May(Permission.PlanMenus);

    public bool Suggests => Person.May(Permission.SuggestMeals);

    public IReadOnlyList<WeekDay> Open => Week.OpenFrom(Today);

    /// <summary>The week to plan when this one has nothing left to plan: the one after it, and never a past one.</summary>
    public DateOnly Next => Week.Days[^1].Date < Today ? Today : Week.First.AddDays(7);

    /// <summary>23–29 Nov, which no line break parts.</summary>
    public string Period => Words(Week.First);

    /// <summary>The page in one sentence: what today's first meal is for this week, or how far the week is planned.</summary>
    public string Answer
    {
        get
        {
            if (!Plans && Week.Days.FirstOrDefault(day => day.Date == Today) is { } today)
                return today.Slots.Select(slot => slot.Menu).FirstOrDefault(menu => menu is not null) is { } menu ? $"{menu.Words()} today"
                    : today.IsLeave ? "No cooking today" : "No meal planned for today yet";
            return Open.Count switch
            {
                0 when Week.Days[^1].Date < Today => "These days are past",
                0 => "All seven days are planned",
                1 => "1 day has no meal yet",
                var count => $"{count} days have no meal yet",
            };
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (WeekAddress.First(TypedWeek, Today) is not { } first)
            return NotFound();
        var two = await query.ReadAsync(Floor, Tenant.MealsOfTheDay, first, Today, Person.Id, cancellationToken, weeks: 2);
        Week = two with { Days = [.. two.Days.Take(7)] };
        After = [.. two.Days.Skip(7)];
        return Page();
    }

    public string Words(DateOnly first) => WeekAddress.Words(first, Today);
}
