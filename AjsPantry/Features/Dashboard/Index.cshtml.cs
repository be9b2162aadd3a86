using AjsPantry.Features.Expenses;
using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Dashboard;

/// <summary>The home page. It answers by role: admins see all floors, operators are led to the platform, everybody else sees the own floor.</summary>
public sealed class IndexModel(FloorChoice choice, FloorsQuery floors, MonthQuery months, KeptReportQuery reports, TodayQuery today, AnnouncementsQuery announcements) : PersonPage
{
    public DateOnly Month => new(Today.Year, Today.Month, 1);

    public DateOnly LastMonth => Month.AddMonths(-1);

    public IReadOnlyList<FloorAtAGlance> Floors { get; private set; } = [];

    /// <summary>The own floor's month; null for people without a floor.</summary>
    public ExpenseMonth? Expenses { get; private set; }

    /// <summary>The own floor's meals and the person's turn; null for people without a floor.</summary>
    public TodayView? Meals { get; private set; }

    /// <summary>Last month as its report stands; null when there was nothing to report or the person makes no reports.</summary>
    public MonthReport? LastReport { get; private set; }

    /// <summary>What is announced to the person now, three at most.</summary>
    public IReadOnlyList<AnnouncementView> Announcements { get; private set; } = [];

    private const int MostAnnouncements = 3;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Person.May(Permission.OperatePlatform))
            return RedirectToPage("/Platform/Index");
        if (Person.Floor is { } floor)
            await ReadFloorAsync(floor, cancellationToken);
        else if (await choice.ChooseAsync(Request.Query["floor"], cancellationToken))
            Floors = await floors.ReadAsync(choice.All, Month, cancellationToken);
        else if (choice.IsOpen)
            return NotFound();
        Announcements = await announcements.CurrentAsync(Person.Floor?.Id, Today, MostAnnouncements, cancellationToken);
        return Page();
    }

    private async Task ReadFloorAsync(FloorView floor, CancellationToken cancellationToken)
    {
        Expenses = await months.ReadAsync(floor.Id, Month, cancellationToken);
        Meals = await today.ReadAsync(floor.Id, Person.Id, Today, cancellationToken);
        if (Person.May(Permission.MakeReports))
            LastReport = (await reports.YearAsync(floor.Id, LastMonth.Year, cancellationToken)).Months.FirstOrDefault(month => month.Month == LastMonth);
    }

    /// <summary>The own turn in a sentence; null when none is in sight.</summary>
    public string? TurnWords => Meals?.MyTurn switch
    {
        null => null,
        { } day when day == Today => "You cook today",
        { } day when day == Today.AddDays(1) => "You cook tomorrow",
        { } day => $"You cook on {Day(day)}",
    };

    /// <summary>The own next tea in a sentence; null when none is in sight.</summary>
    public string? TeaWords => Meals?.MyTea?.Date switch
    {
        null => null,
        { } day when day == Today => "Tea is yours today",
        { } day when day == Today.AddDays(1) => "Tea is yours tomorrow",
        { } day => $"Tea is yours on {Day(day)}",
    };

    /// <summary>Tea so near that it is the answer of the page.</summary>
    public bool TeaIsNear => Meals?.MyTea is { } tea && tea.Date <= Today.AddDays(1);

    /// <summary>The things that need a pantry head, each with where it is done.</summary>
    public IReadOnlyList<Need> Needs => [.. AllNeeds()];

    private IEnumerable<Need> AllNeeds()
    {
        if (ReportTask is { } report)
            yield return new("file-earmark-text", report, $"{Count(LastReport!.Bills, "bill")}, {Formats.Money(LastReport.Spent)}", "/Expenses/Report", "Open the report", LastMonth);
        if (Meals!.Waiting.Requests is > 0 and var requests)
            yield return new("person-dash", $"{Count(requests, "request")} {(requests == 1 ? "waits" : "wait")} for your answer", Meals.Waiting.Away == 0 ? "Nobody is away today" : $"{(Meals.Waiting.Away == 1 ? "1 person is" : $"{Meals.Waiting.Away} people are")} away today", "/Requests/Index", "Decide");
        if (Meals.Waiting.Suggestions is > 0 and var wishes)
            yield return new("lightbulb", $"{Count(wishes, "suggested meal")} {(wishes == 1 ? "waits" : "wait")} for your answer", "Plan it or say why not", "/Menus/Suggestions/Index", "Answer");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <summary>What the month before asks of a pantry head; null when nothing.</summary>
    public string? ReportTask => LastReport switch
    {
        { Kept: null } => $"{Formats.Month(LastMonth)} has no report yet",
        { Kept.IsOld: true } => $"Bills of {Formats.Month(LastMonth)} changed after its report",
        _ => null,
    };
}

/// <summary>Something that waits for the person.</summary>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="Page">Where it is done.</param>
/// <param name="Button">What the button there says.</param>
/// <param name="Month">For pages that are of one month.</param>
public sealed record Need(string Icon, string What, string More, string Page, string Button, DateOnly? Month = null);
