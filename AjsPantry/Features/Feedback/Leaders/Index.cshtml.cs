using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Leaders;

/// <summary>The leader boards of a floor over a number of days.</summary>
public sealed class LeadersModel(LeadersQuery query) : FloorPage
{
    public const string Rooms = "rooms";
    public const string Dishes = "dishes";
    public const string People = "people";

    private const int UsualDays = 30;

    /// <summary>What can be looked at, in days back from today.</summary>
    public static readonly IReadOnlyList<(int Days, string Words)> Windows = [(UsualDays, "30 days"), (90, "90 days"), (365, "A year")];

    [BindProperty(SupportsGet = true, Name = "of")]
    public string? TypedOf { get; set; }

    [BindProperty(SupportsGet = true, Name = "days")]
    public string? TypedDays { get; set; }

    public LeaderBoards Boards { get; private set; } = null!;

    public string Of => string.IsNullOrEmpty(TypedOf) ? Rooms : TypedOf;

    public int Days { get; private set; } = UsualDays;

    public IReadOnlyList<Ranked> Leaders => Of switch { Dishes => Boards.Dishes, People => Boards.People, _ => Boards.Rooms };

    /// <summary>The page in one sentence.</summary>
    public string Answer =>
        Leaders.Count == 0 ? "Not enough ratings yet"
            : Leaders.TakeWhile(leader => leader.Place == 1).Select(leader => leader.Who.Name).ToList() switch
            {
                [var one] => $"{one} leads",
                var several => $"{Formats.AllOf(several)} lead together",
            };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(TypedDays))
            Days = Windows.FirstOrDefault(window => TypedDays == window.Days.ToString(CultureInfo.InvariantCulture)).Days;
        if (Days == 0 || Of is not (Rooms or Dishes or People))
            return NotFound();
        Boards = await query.ReadAsync(Floor.Id, Today.AddDays(1 - Days), Today, cancellationToken);
        return Page();
    }
}
