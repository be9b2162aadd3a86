using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>
/// Every night adds the cooking turns that have come into reach, on every floor that has a rota, and lapses swaps that nobody answered
/// before one of their days.
/// </summary>
public sealed class KeepTurnsAhead(PantryDb db, WriteTurns turns, Notify notify, Scope scope) : DailyJob(hour: 2)
{
    public override string Kind => "cooking-turns";

    public override string Title => "Cooking turns";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var floors = db.Floors.Where(floor => floor.ArchivedAt == null).Select(floor => floor.Id);
        var rotas = await db.CookingRotas.Where(rota => floors.Contains(rota.FloorId)).Select(rota => rota.FloorId).Distinct()
            .ToListAsync(cancellationToken);
        var added = 0;
        foreach (var floor in rotas)
        {
            await using var turn = await db.BeginChangeOfTurnsAsync(floor, cancellationToken);
            added += await turns.TopUpAsync(floor, today, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        var lapsed = await LapseAsync(today, cancellationToken);
        var words = added switch { 0 => "nothing to add", 1 => "1 turn added", _ => $"{added} turns added" };
        return lapsed switch { 0 => words, 1 => words + ", 1 swap expired", _ => $"{words}, {lapsed} swaps expired" };
    }

    /// <summary>A day that is past cannot be exchanged any more.</summary>
    private async Task<int> LapseAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var floors = await db.TurnSwaps.Where(swap => swap.State == SwapState.Asked && (swap.GivesDate < today || swap.TakesDate < today))
            .Select(swap => swap.FloorId).Distinct().ToListAsync(cancellationToken);
        var lapsed = 0;
        foreach (var floor in floors)
        {
            await using var turn = await db.BeginChangeOfTurnsAsync(floor, cancellationToken);
            var late = await db.TurnSwaps.Where(swap => swap.FloorId == floor && swap.State == SwapState.Asked
                && (swap.GivesDate < today || swap.TakesDate < today)).ToListAsync(cancellationToken);
            foreach (var swap in late)
                swap.Close(SwapState.Lapsed, null, scope.Now);
            await notify.WithdrawAsync([.. late.Select(swap => swap.Id)], "asked", cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
            lapsed += late.Count;
        }

        return lapsed;
    }
}
