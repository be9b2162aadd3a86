using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Cards;

/// <summary>Who asks the person to take over tea.</summary>
public sealed class AskedTeaCard(PantryDb db) : IHomeCard
{
    private const int Most = 3;

    /// <summary>What everybody was asked is for those who are there and do not make that tea already.</summary>
    private static readonly HomeQuery<AskedTea> Swaps = new((db, floorId, memberId, today) => db.Set<TeaSwap>().AsNoTracking()
        .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.Duty!.Date >= today
            && swap.AskedById != memberId && (swap.AskedOfId == memberId || (swap.AskedOfId == null
                && !db.Set<Request>().Where(Request.IsAbsence).Any(away =>
                    away.MemberId == memberId && away.From <= swap.Duty!.Date && away.Until >= swap.Duty.Date)
                && !db.Set<TeaDuty>().Where(TeaDuty.IsLive).Any(tea =>
                    tea.MemberId == memberId && tea.Date == swap.Duty!.Date && tea.SlotId == swap.Duty.SlotId))))
        .OrderBy(swap => swap.Duty!.Date).Take(Most)
        .Select(swap => new AskedTea(swap.Id, swap.Duty!.Date, swap.AskedBy!.Name, swap.Duty.Slot!.Name, swap.AskedOfId != null)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        foreach (var swap in await Swaps.AskAsync(db, home, cancellationToken))
            home.Rows.Add(new(HomePlace.Turns, RowOrder.AskedTea, swap.Date, "turns", "arrow-left-right",
                [Piece.Typed(swap.By), $" asks {(swap.IsAskedAlone ? "you" : "everybody")} to take over tea"],
                [$"{home.Day(swap.Date)}, ", Piece.Typed(swap.Slot)])
            { Page = "/TeaTasks/Swaps/SwapAnswer", Id = swap.Id });
    }

    private sealed record AskedTea(Guid Id, DateOnly Date, string By, string Slot, bool IsAskedAlone);
}
