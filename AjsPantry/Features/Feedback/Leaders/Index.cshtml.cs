using AjsPantry.Features.Shared.Pages;
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

    public string Of => TypedOf is Dishes or People ? TypedOf : Rooms;

    public int Days =>
        Windows.FirstOrDefault(
            window => TypedDays == window.Days.ToString(System.Globalization.CultureInfo.InvariantCulture), Windows[0]).Days;

    public IReadOnlyList<Ranked> Leaders => Of switch { Dishes => Boards.Dishes, People => Boards.People, _ => Boards.Rooms };

    /// <summary>The page in one sentence.</summary>
    public string Answer =>
        Leaders.Count == 0 ? "Not enough ratings yet"
            : Leaders.TakeWhile(leader => leader.Place == 1).Select(leader => leader.Who.Name).ToList() switch
            {
                [var one] => $"{one} leads",
                var several => $"{string.Join(" and ", several)} lead together",
            };

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Boards = await query.ReadAsync(Floor.Id, Today.AddDays(1 - Days), Today, cancellationToken);
}
