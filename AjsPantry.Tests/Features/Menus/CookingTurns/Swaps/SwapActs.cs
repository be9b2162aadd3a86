using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;

/// <summary>Cooking turns and swaps that tests need to be there.</summary>
internal static class SwapActs
{
    /// <summary>Rooms of North's floor 1 cook in this order from a day on, whatever was said before.</summary>
    public static async Task TakeTurnsAsync(this PantryApp app, DateOnly from, params Guid[] rooms)
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await db.CookingRotas.Where(rota => rota.FloorId == floor).ExecuteDeleteAsync();
            await db.Duties.Where(duty => duty.FloorId == floor).ExecuteDeleteAsync();
            var rota = new CookingRota { FloorId = floor, StartsOn = from, TurnDays = 1, Weekdays = [0, 1, 2, 3, 4, 5, 6] };
            rota.Rooms.AddRange(rooms.Select((room, position) => new CookingRotaRoom { Position = position, RoomId = room }));
            db.CookingRotas.Add(rota);
            await db.SaveChangesAsync();
            await services.GetRequiredService<WriteTurns>().RewriteAsync(floor, from, TestClock.Today, CancellationToken.None);
            await db.SaveChangesAsync();
        });
    }

    /// <summary>A swap that two new rooms of North's floor 1 were about to make; nobody lives in them.</summary>
    public static async Task<Guid> AskedSwapAsync(this PantryApp app)
    {
        var gives = await app.NewRoomAsync($"Gives {Guid.NewGuid():N}"[..20]);
        var takes = await app.NewRoomAsync($"Takes {Guid.NewGuid():N}"[..20]);
        var floor = (await app.FloorAsync("North", 1)).Id;
        var asker = await app.IdAsync(Cast.Member);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var swap = new TurnSwap
            {
                FloorId = floor,
                GivesDate = new(2026, 8, 1),
                GivesRoomId = gives,
                TakesDate = new(2026, 8, 2),
                TakesRoomId = takes,
                AskedById = asker,
                CreatedAt = TestClock.Beginning
            };
            foreach (var old in await db.TurnSwaps
                .Where(old => old.FloorId == floor && old.GivesDate == swap.GivesDate && old.State == SwapState.Asked).ToListAsync())
                old.Close(SwapState.Withdrawn, null, TestClock.Beginning);
            await db.SaveChangesAsync();
            db.TurnSwaps.Add(swap);
            await db.SaveChangesAsync();
            return swap.Id;
        });
    }
}
