using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus;

/// <summary>Meals that tests need to be there.</summary>
internal static class MealActs
{
    /// <summary>A breakfast of North with a new dish; the day's present one makes room. Returns its id.</summary>
    public static async Task<Guid> PlanAsync(
        this PantryApp app, DateOnly date, string dish, int floor = 1, string? side = null, Guid? room = null)
    {
        var view = await app.FloorAsync("North", floor);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            foreach (var present in await db.Menus.Where(menu => menu.FloorId == view.Id && menu.Date == date && menu.CancelledAt == null)
                .ToListAsync())
            {
                present.CancelledAt = TestClock.Beginning;
                present.CancelReason = "Another one was planned";
            }
            await db.SaveChangesAsync();
            var menu = new Menu
            {
                FloorId = view.Id,
                Date = date,
                Meal = "breakfast",
                DishId = await DishAsync(db, dish),
                SideId = side is null ? null : await DishAsync(db, side),
                RoomId = room,
                CreatedAt = TestClock.Beginning
            };
            db.Menus.Add(menu);
            await db.SaveChangesAsync();
            return menu.Id;
        });
    }

    /// <summary>One more meal of a day of North's first floor.</summary>
    public static async Task<Guid> PlanAlsoAsync(this PantryApp app, DateOnly date, string meal, string dish, Guid? room = null)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.AddAsync(async db =>
            new Menu
            {
                FloorId = floor.Id,
                Date = date,
                Meal = meal,
                DishId = await DishAsync(db, dish),
                RoomId = room,
                CreatedAt = TestClock.Beginning
            });
    }

    /// <summary>Gives a day of North's first floor to a room.</summary>
    public static async Task TurnAsync(this PantryApp app, DateOnly date, Guid room, string reason = "The turn of the room.")
    {
        var floor = await app.FloorAsync("North", 1);
        await app.AddAsync(_ =>
            Task.FromResult(
                new Duty { FloorId = floor.Id, Date = date, RoomId = room, Turn = 0, Origin = DutyOrigin.Rota, Reason = reason }));
    }

    /// <summary>An approved absence of somebody of North's first floor.</summary>
    public static async Task AwayAsync(this PantryApp app, Person person, DateOnly from, DateOnly until)
    {
        var floor = await app.FloorAsync("North", 1);
        var member = await app.IdAsync(person);
        var head = await app.IdAsync(Cast.Head);
        await app.AddAsync(_ => Task.FromResult(new Request
        {
            SubmissionId = Guid.NewGuid(),
            FloorId = floor.Id,
            MemberId = member,
            Kind = RequestKind.Absence,
            From = from,
            Until = until,
            Reason = "Home",
            State = RequestState.Approved,
            DecidedById = head,
            DecidedAt = TestClock.Beginning,
            CreatedAt = TestClock.Beginning,
        }));
    }

    /// <summary>A suggestion that waits on North's first floor.</summary>
    public static async Task<Guid> WishAsync(this PantryApp app, DateOnly date, string dish, Person by, string? side = null)
    {
        var floor = await app.FloorAsync("North", 1);
        var member = await app.IdAsync(by);
        return await app.AddAsync(_ =>
            Task.FromResult(
                new MealSuggestion
                {
                    SubmissionId = Guid.NewGuid(),
                    FloorId = floor.Id,
                    MemberId = member,
                    Date = date,
                    Dish = dish,
                    Side = side,
                    CreatedAt = TestClock.Beginning
                }));
    }

    private static Task<Guid> AddAsync<T>(this PantryApp app, Func<PantryDb, Task<T>> make)
        where T : TenantOwned => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var row = await make(db);
        db.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    });

    private static async Task<Guid> DishAsync(PantryDb db, string name)
    {
        var normal = DishName.Normal(name);
        if (await db.Dishes.SingleOrDefaultAsync(dish => dish.NormalName == normal && dish.ArchivedAt == null) is { } known)
            return known.Id;
        var dish = new Dish { Name = name, NormalName = normal, Category = DishCategory.Both, CreatedAt = TestClock.Beginning };
        db.Dishes.Add(dish);
        await db.SaveChangesAsync();
        return dish.Id;
    }
}
