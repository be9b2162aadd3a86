using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>Who asks the person's room to exchange days of which meals are still to come.</summary>
public sealed class AskedTurnsCard(PantryDb db) : IHomeCard
{
    private const int Most = 3;

    private static readonly HomeQuery<AskedTurn> Swaps = new((db, floorId, memberId, first) => db.Set<TurnSwap>().AsNoTracking()
        .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.GivesDate >= first && swap.TakesDate >= first
            && swap.AskedById != memberId
            && db.Set<RoomStay>().Where(RoomStay.IsPresent).Any(stay => stay.MemberId == memberId && stay.RoomId == swap.TakesRoomId))
        .OrderBy(swap => swap.GivesDate).Take(Most)
        .Select(swap => new AskedTurn(swap.Id, swap.GivesDate, swap.TakesDate, swap.GivesRoom!.Name)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var first = MealHours.FirstToCome(home.Tenant, home.Today, home.Now);
        foreach (var swap in await Swaps.AskAsync(db, home, cancellationToken, first))
            home.Rows.Add(new(HomePlace.Turns, RowOrder.AskedTurn, swap.Gives, "turns", "arrow-left-right",
                [Piece.Typed(swap.Room), " asks you to swap days"], [$"{home.Day(swap.Gives)} for your {home.Day(swap.Takes)}"])
            { Page = "/Menus/CookingTurns/Swaps/Swap", Id = swap.Id });
    }

    private sealed record AskedTurn(Guid Id, DateOnly Gives, DateOnly Takes, string Room);
}
