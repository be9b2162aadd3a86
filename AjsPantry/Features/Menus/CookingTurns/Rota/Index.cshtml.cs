using System.Globalization;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>The order in which a floor's rooms cook, and from which day it holds.</summary>
public sealed class RotaModel(TurnsQuery query, RotaQuery rotas, EmptyRooms empty, SaveRota.Handler handler) : FloorPage
{
    [BindProperty]
    public SaveRota.Input Input { get; set; } = new();

    /// <summary>The floor's rooms in use.</summary>
    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    /// <summary>Those that take part, in the order of the form.</summary>
    public IReadOnlyList<RoomChoice> InOrder =>
        [.. Input.Order.Distinct().Select(id => Rooms.FirstOrDefault(room => room.Id.ToString() == id)).OfType<RoomChoice>()];

    public IReadOnlyList<RoomChoice> LeftOut => [.. Rooms.Except(InOrder)];

    /// <summary>Rooms that are to cook though nobody lives there.</summary>
    public IReadOnlyList<EmptyRoom> Empty { get; private set; } = [];

    public bool IsNew { get; private set; }

    /// <summary>The day on which an order begins that is saved already; null when the present one goes on.</summary>
    public DateOnly? Coming { get; private set; }

    /// <summary>Somebody else was quicker.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rota = await RotaAsync(cancellationToken);
        Input = new()
        {
            StartsOn = Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TurnDays = (rota?.TurnDays ?? 1).ToString(CultureInfo.InvariantCulture),
            Weekdays = [.. rota?.Weekdays ?? [0, 1, 2, 3, 4, 5, 6]],
            Order = [.. OrderOf(rota).Select(id => id.ToString())],
            Version = rota?.Version ?? 0,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        IsOvertaken = outcome.Messages.Contains(SaveRota.Changed);
        if (!outcome.IsDone)
            return await AgainAsync(cancellationToken);
        Toast = $"The order starts on {Day(outcome.Value.StartsOn)}.";
        return ToPage("/Menus/CookingTurns/Index");
    }

    /// <summary>Moves a room within the order of the form, into it or out of it; nothing is saved yet.</summary>
    /// <param name="move">up, down, in or out, a colon and the room's id.</param>
    public async Task<IActionResult> OnPostMoveAsync(string? move, CancellationToken cancellationToken)
    {
        await RotaAsync(cancellationToken);
        // What is not finished yet is no mistake.
        ModelState.Clear();
        Input.Order = Moved([.. InOrder.Select(room => room.Id.ToString())], move);
        return Page();
    }

    private List<string> Moved(List<string> order, string? move)
    {
        if (move?.Split(':') is not [var how, var id] || !Rooms.Any(room => room.Id.ToString() == id))
            return order;
        var at = order.IndexOf(id);
        if (at >= 0 && how is "up" or "down" or "out")
            order.RemoveAt(at);
        if (how == "in" && at < 0)
            order.Add(id);
        else if (at >= 0 && how is "up" or "down")
            order.Insert(Math.Clamp(how == "up" ? at - 1 : at + 1, 0, order.Count), id);
        return order;
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Rooms = await query.RoomsAsync(Floor.Id, cancellationToken);
        Empty = await empty.OfFloorAsync(Floor.Id, cancellationToken);
        return true;
    }

    /// <summary>A new rota proposes the rooms by name; rooms made since the last time take no part until somebody lets them.</summary>
    private IEnumerable<Guid> OrderOf(CookingRota? rota) =>
        rota is null ? Rooms.Select(room => room.Id) : rota.Rooms.OrderBy(place => place.Position).Select(place => place.RoomId);

    private async Task<Microsoft.AspNetCore.Mvc.RazorPages.PageResult> AgainAsync(CancellationToken cancellationToken)
    {
        var version = (await RotaAsync(cancellationToken))?.Version ?? 0;
        // The second of two people has been told; saving again is then meant.
        if (IsOvertaken)
            ModelState.SetModelValue("Input.Version", version, version.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    private async Task<CookingRota?> RotaAsync(CancellationToken cancellationToken)
    {
        var rota = await rotas.LatestAsync(Floor.Id, cancellationToken);
        IsNew = rota is null;
        Coming = rota?.StartsOn > Today ? rota.StartsOn : null;
        return rota;
    }
}
