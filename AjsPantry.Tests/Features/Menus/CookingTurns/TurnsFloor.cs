using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookingTurns;

/// <summary>
/// A floor of three rooms, A, B and C, which cook in this order from Monday 16 March 2026; today is the Sunday before. The member lives
/// in A, the tea manager in B.
/// </summary>
internal sealed class TurnsFloor(PantryApp app)
{
    public Guid Id { get; private set; }

    public Guid[] Rooms { get; private set; } = [];

    public static DateOnly Day(int day) => new DateOnly(2026, 3, 1).AddDays(day - 1);

    /// <summary>Takes away what earlier tests left, and begins anew with the order.</summary>
    public async Task BeginAsync()
    {
        await ClearAsync();
        await SetAsync("2026-03-16", 1, 2, 3);
    }

    /// <summary>The rooms and their people, and no order yet.</summary>
    public async Task ClearAsync()
    {
        Id = (await app.FloorAsync("North", 1)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await db.Duties.ExecuteDeleteAsync();
            await db.LeaveDays.ExecuteDeleteAsync();
            await db.CookingRotas.ExecuteDeleteAsync();
            await db.Notices.ExecuteDeleteAsync();
            await db.OutboxMails.ExecuteDeleteAsync();
            var now = TestClock.Beginning;
            await db.TurnSwaps.Where(swap => swap.State == SwapState.Asked)
                .ExecuteUpdateAsync(set => set.SetProperty(swap => swap.State, SwapState.Withdrawn)
                    .SetProperty(swap => swap.AnsweredAt, now));
            await db.Menus.Where(menu => menu.CancelledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(menu => menu.CancelledAt, now)
                    .SetProperty(menu => menu.CancelReason, "Of an earlier test"));
            await db.Set<AjsPantry.Features.People.Rooms.RoomStay>().Where(stay => stay.Until == null)
                .ExecuteUpdateAsync(set => set.SetProperty(stay => stay.Until, stay => stay.Since));
            await db.Set<AjsPantry.Features.People.Rooms.Room>().Where(room => room.ArchivedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(room => room.ArchivedAt, now));
        });
        Rooms = [await app.NewRoomAsync("Room A", 1, Cast.Member), await app.NewRoomAsync("Room B", 1, Cast.TeaManager),
            await app.NewRoomAsync("Room C")];
    }

    /// <summary>Sets an order of A, B and C by their places from a day on.</summary>
    public async Task SetAsync(string from, params int[] places)
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/rota");
        var values = new Dictionary<string, string> { ["Input.StartsOn"] = from, ["Input.TurnDays"] = "1" };
        foreach (var (index, room) in Rooms.Zip(places).OrderBy(room => room.Second).Select(room => room.First).Index())
            values[$"Input.Order[{index}]"] = room.ToString();
        var answer = await page.SubmitAsync(values);
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
    }

    /// <summary>Gives a day to a room, or to nobody, as the head does.</summary>
    public async Task ChangeAsync(int day, Guid? room, string reason = "Asked for it")
    {
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/turns/day?day={Day(day):yyyy-MM-dd}");
        var answer = await page.SubmitAsync(new() { ["Input.Room"] = room?.ToString() ?? ChangeDay.Nobody, ["Input.Reason"] = reason });
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
    }

    /// <summary>The member of room A asks for another room's day, and the id of what was asked.</summary>
    public async Task<Guid> AskAsync(int day, int with)
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/turns/swap?day={Day(day):yyyy-MM-dd}");
        var answer = await page.SubmitAsync(new() { ["Input.With"] = $"{Day(with):yyyy-MM-dd}", ["Input.Words"] = "Exams that day" });
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        return await app.ReadAsync(
            "North", db => db.TurnSwaps.Where(swap => swap.State == SwapState.Asked).Select(swap => swap.Id).SingleAsync());
    }

    /// <summary>The letters of the rooms from Monday the 16th on; a dash where nobody cooks.</summary>
    public async Task<string> OrderAsync(int days)
    {
        var duties = await app.ReadAsync("North",
            db => db.Duties.Where(duty => duty.FloorId == Id).Select(duty => new { duty.Date, Room = duty.Room!.Name.Substring(5) })
                .ToDictionaryAsync(duty => duty.Date, duty => duty.Room));
        return string.Join(' ', Enumerable.Range(16, days).Select(day => duties.GetValueOrDefault(Day(day), "-")));
    }

    /// <summary>What a person was told and has not read, the oldest first.</summary>
    public async Task<List<string>> NewsAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(person.Tenant,
            db => db.Notices.Where(notice => notice.MemberId == id && notice.ReadAt == null).OrderBy(notice => notice.Id)
                .Select(notice => notice.Title + ": " + notice.Text.Replace("\u00a0", " ")).ToListAsync());
    }

    /// <summary>Runs the reminders of an evening as the clock's job does.</summary>
    public Task<string> RemindAsync(string period) => app.InTenantAsync("North", services =>
        services.GetServices<TenantJob>().OfType<RemindCooks>().Single().RunAsync(period, CancellationToken.None));

    public Task SwapAsync(DateOnly one, DateOnly other) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var first = await db.Duties.SingleAsync(duty => duty.FloorId == Id && duty.Date == one);
        var second = await db.Duties.SingleAsync(duty => duty.FloorId == Id && duty.Date == other);
        (first.RoomId, second.RoomId) = (second.RoomId, first.RoomId);
        first.Origin = DutyOrigin.Swap;
        second.Origin = DutyOrigin.Swap;
        await db.SaveChangesAsync();
    });

    public Task<List<Duty>> DutiesAsync() =>
        app.ReadAsync("North",
            db => db.Duties.AsNoTracking().Include(duty => duty.Room).Where(duty => duty.FloorId == Id).OrderBy(duty => duty.Date)
                .ToListAsync());

    public Dictionary<string, string> Reversed() =>
        Rooms.Reverse().Index().ToDictionary(room => $"Input.Order[{room.Index}]", room => room.Item.ToString());
}
