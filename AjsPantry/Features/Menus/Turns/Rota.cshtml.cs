using System.Globalization;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>The order in which a floor's rooms cook, and from which day it holds.</summary>
public sealed class RotaModel(TurnsQuery query, PantryDb db, SaveRota.Handler handler) : FloorPage
{
    /// <summary>The week as people here write it.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    [BindProperty]
    public SaveRota.Input Input { get; set; } = new();

    /// <summary>The floor's rooms in use, in the order of the form.</summary>
    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    public bool IsNew { get; private set; }

    /// <summary>The day on which an order begins that is saved already; null when the present one goes on.</summary>
    public DateOnly? Coming { get; private set; }

    /// <summary>Somebody else was quicker.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rota = await RotaAsync(cancellationToken);
        var places = rota?.Rooms.ToDictionary(place => place.RoomId, place => place.Position + 1) ?? [];
        Rooms = [.. Rooms.OrderBy(room => places.GetValueOrDefault(room.Id, int.MaxValue))];
        Input = new()
        {
            StartsOn = Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TurnDays = (rota?.TurnDays ?? 1).ToString(CultureInfo.InvariantCulture),
            Weekdays = [.. rota?.Weekdays ?? [0, 1, 2, 3, 4, 5, 6]],
            Places = [.. Rooms.Select((room, index) => new SaveRota.Place { RoomId = room.Id, At = Place(rota, places, room.Id, index) })],
            Version = rota?.Version ?? 0,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Floor.Id, Input, Today, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        IsOvertaken = outcome.Messages.Contains(SaveRota.Changed);
        if (!outcome.IsDone)
            return await AgainAsync(cancellationToken);
        Toast = $"The order holds from {Day(outcome.Value.StartsOn)}.";
        return ToPage("Index");
    }

    public string NameOf(Guid roomId) => Rooms.FirstOrDefault(room => room.Id == roomId)?.Name ?? "";

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Rooms = await query.RoomsAsync(Floor.Id, cancellationToken);
        return true;
    }

    /// <summary>A new rota proposes the rooms by name; rooms made since the last time take no part until they get a place.</summary>
    private static string? Place(CookingRota? rota, Dictionary<Guid, int> places, Guid room, int index) =>
        rota is null ? (index + 1).ToString(CultureInfo.InvariantCulture) : places.TryGetValue(room, out var place) ? place.ToString(CultureInfo.InvariantCulture) : null;

    private async Task<Microsoft.AspNetCore.Mvc.RazorPages.PageResult> AgainAsync(CancellationToken cancellationToken)
    {
        var version = (await RotaAsync(cancellationToken))?.Version ?? 0;
        // The second of two people has been told; saving again is then meant.
        if (IsOvertaken)
            ModelState.SetModelValue("Input.Version", version, version.ToString(CultureInfo.InvariantCulture));
        var own = Rooms.Select(room => room.Id).ToHashSet();
        Input.Places.RemoveAll(place => !own.Contains(place.RoomId));
        return Page();
    }

    private async Task<CookingRota?> RotaAsync(CancellationToken cancellationToken)
    {
        var rota = await db.CookingRotas.AsNoTracking().Include(rota => rota.Rooms).Where(rota => rota.FloorId == Floor.Id).OrderByDescending(rota => rota.StartsOn).FirstOrDefaultAsync(cancellationToken);
        (IsNew, Coming) = (rota is null, rota?.StartsOn > Today ? rota.StartsOn : null);
        return rota;
    }
}
