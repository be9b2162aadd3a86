using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// The home page. It answers by role: admins see all floors, operators are led to the platform, everybody else sees the own floor. At most
/// eight SQL commands for anybody.
/// </summary>
public sealed class HomeModel(
    FloorChoice choice, FloorsHomeQuery floors, FloorHomeQuery floor, AnnouncementsQuery announcements) : PersonPage
{
    private const int MostAnnouncements = 3;

    /// <summary>All floors; null for people of one.</summary>
    public FloorsHome? Floors { get; private set; }

    /// <summary>The own floor; null for people without one.</summary>
    public FloorHome? Home { get; private set; }

    /// <summary>What is announced to the person now, three at most.</summary>
    public IReadOnlyList<AnnouncementView> Announcements { get; private set; } = [];

    /// <summary>What of all floors needs a look.</summary>
    public IReadOnlyList<ToDo> FloorsNeeds => Floors is null ? [] : new FloorsToDos(Floors, Day, Formats).All;

    /// <summary>The things that need a pantry head, each with where it is done.</summary>
    public IReadOnlyList<ToDo> Needs => Home?.Books is null ? [] : new HeadToDos(Home, Day, Formats).All;

    /// <summary>Whether the note at the top has it already, by the pages to which it leads; then no panel says it again.</summary>
    public bool IsInNote(string pages) => Needs.Any(need => need.Page.StartsWith(pages, StringComparison.Ordinal));

    public bool ManagesTea => Person.May(Permission.ManageTea);

    public bool Rates => Person.May(Permission.RateMeals);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Person.May(Permission.OperatePlatform))
            return RedirectToPage("/Platform/Index");
        if (Person.Floor is { } own)
            Home = await floor.ReadAsync(Person, own, Today, TimeOnly.FromDateTime(Tenant.Now(Clock).DateTime), cancellationToken);
        else if (await choice.ChooseAsync(Request.Query["floor"], cancellationToken))
            Floors = await floors.ReadAsync(choice.All, Today, cancellationToken);
        else if (choice.IsOpen)
            return NotFound();
        else
            Floors = new FloorsHome(Today, []);
        Announcements = await announcements.CurrentAsync(Person.Floor?.Id, Today, MostAnnouncements, cancellationToken);
        return Page();
    }

    /// <summary>Today, tomorrow, or the day with its date.</summary>
    public string Near(DateOnly day) =>
        day == Today ? "today" : day == Today.AddDays(1) ? "tomorrow" : day == Today.AddDays(-1) ? "yesterday" : Day(day);

    /// <summary>Said where neither the rest of today nor tomorrow has a meal.</summary>
    public string NothingNext
    {
        get
        {
            var day = Home!.Week.First(each => each.Date == Home.FirstOfTable);
            return day.Leave is null ? $"Nothing is planned for {Near(day.Date)}." : $"No cooking {Near(day.Date)}.";
        }
    }

    /// <summary>Tomorrow, 19:30; Fri 3 Apr – Sun 5 Apr; until tomorrow, where an event has begun.</summary>
    public string When(HomeEntry special)
    {
        var days = special.Until == special.Date ? Near(special.Date)
            : special.Date < Today ? $"until {Near(special.Until)}" : $"{Near(special.Date)} – {Near(special.Until)}";
        return special.Date < Today ? days : Slot(days, special.Number);
    }

    /// <summary>The own turn in a sentence; null when none is in sight.</summary>
    public string? TurnWords => Home?.Of(HomeKind.MyTurn) switch
    {
        [{ State: "" } turn, ..] => $"You cook {On(turn.Date)}",
        [var turn, ..] => $"Your {Tenant.Room} cooks {On(turn.Date)}, and you are away",
        _ => null,
    };

    /// <summary>The own next tea in a sentence; null when none is in sight.</summary>
    public string? TeaWords => Home?.NextTea is { } tea ? $"You make tea {On(tea.Date)}" : null;

    private string On(DateOnly day) => day <= Today.AddDays(1) ? Near(day) : $"on {Day(day)}";

    /// <summary>Morning, 06:45.</summary>
    public static string Slot(string slot, decimal minutes) =>
        minutes < 0 ? slot : FormattableString.Invariant($"{slot}, {(int)minutes / 60:00}:{(int)minutes % 60:00}");

    /// <summary>The page of somebody of a floor in one sentence.</summary>
    public string Answer
    {
        get
        {
            if (Home!.Books is not null && Needs.Count > 0)
                return $"{(Needs.Count == 1 ? "One thing needs" : $"{ToDo.InWords(Needs.Count)} things need")} you, {Tenant.ShortName(Person.Name)}";
            return Home.TeaIsNear ? TeaWords! : Home.Next is [var next, ..] ? next.Words : Home.Spent > 0
                ? $"{Formats.Money(Home.Spent)} spent this month" : "No bills yet this month";
        }
    }
}
