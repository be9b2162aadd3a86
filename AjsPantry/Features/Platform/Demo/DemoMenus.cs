using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Four rooms on a floor with its people in them, whose turns go on from today, meals from last week to the day after tomorrow, and two
/// events.
/// </summary>
internal sealed class DemoMenus(PantryDb db, WriteTurns turns, TimeProvider clock)
{
    private const int Rooms = 4;

    private static readonly (string Dish, string? Side)[] Meals =
    [
        ("Upma", "Coconut chutney"), ("Masala poha", "Mint chutney"), ("Idli", "Sambar"), ("Aloo paratha", "Curd"), ("Egg bhurji", "Pav"),
        ("Sheera", null), ("Uttapam", "Tomato chutney"),
    ];

    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var rooms = AddRooms(floor, people);
        var dishes = await DishesAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.CookingRotas.Add(NewRota(floor, rooms, today));
        await db.SaveChangesAsync(cancellationToken);
        await turns.RewriteAsync(floor.Id, today, today, cancellationToken);
        AddMeals(floor, rooms, dishes, today);
        AddRatings(people, rooms, today);
        AddEvents(floor, people[0].Id, today);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private List<Room> AddRooms(Floor floor, List<Infrastructure.Identity.Member> people)
    {
        var now = clock.GetUtcNow();
        List<Room> rooms = [.. Enumerable.Range(1, Rooms).Select(number => $"{floor.Number}0{number}")
            .Select(label => new Room { FloorId = floor.Id, Name = $"Room {label}", Label = label, CreatedAt = now })];
        foreach (var (index, person) in people.Index())
            rooms[index % Rooms].Stays.Add(new RoomStay { MemberId = person.Id, Since = now });
        db.Rooms.AddRange(rooms);
        return rooms;
    }

    /// <summary>The tenant's dishes by name; made with its first floor.</summary>
    private async Task<Dictionary<string, Dish>> DishesAsync(CancellationToken cancellationToken)
    {
        var known = await db.Dishes.ToDictionaryAsync(dish => dish.Name, cancellationToken);
        foreach (var (name, category) in Meals.Select(meal => (meal.Dish, DishCategory.Main))
            .Concat(Meals.Where(meal => meal.Side is not null).Select(meal => (meal.Side!, DishCategory.Side))))
        {
            if (known.ContainsKey(name))
                continue;
            known[name] = new Dish { Name = name, NormalName = DishName.Normal(name), Category = category, CreatedAt = clock.GetUtcNow() };
            db.Dishes.Add(known[name]);
        }

        return known;
    }

    private static CookingRota NewRota(Floor floor, List<Room> rooms, DateOnly today)
    {
        var rota = new CookingRota { FloorId = floor.Id, StartsOn = today, TurnDays = 1, Weekdays = [0, 1, 2, 3, 4, 5, 6] };
        rota.Rooms.AddRange(rooms.Select((room, position) => new CookingRotaRoom { Position = position, RoomId = room.Id }));
        return rota;
    }

    private void AddEvents(Floor floor, Guid by, DateOnly today)
    {
        var special = new (string Title, int Days, int More, TimeOnly? At, string? Text)[]
        {
            ("Quran evening", 4, 0, new(19, 30), "After Maghrib, in the dining hall.\nPlease bring dates."),
            ("Guests of the residence", 8, 2, null, "Six more eat with us."),
            ("Kitchen cleaning day", 12, 0, null, null),
        };
        foreach (var (title, days, more, at, text) in special)
            db.SpecialEvents
                .Add(new SpecialEvent
                {
                    SubmissionId = Guid.CreateVersion7(),
                    FloorId = floor.Id,
                    Date = today.AddDays(days),
                    Until = more == 0 ? null : today.AddDays(days + more),
                    At = at,
                    Title = title,
                    Text = text,
                    CreatedById = by,
                    CreatedAt = clock.GetUtcNow()
                });
    }

    private void AddMeals(Floor floor, List<Room> rooms, Dictionary<string, Dish> dishes, DateOnly today)
    {
        for (var day = -7; day <= 2; day++)
        {
            var (dish, side) = Meals[(day + 7) % Meals.Length];
            // The days before today go round in the same order, backwards.
            var room = rooms[((day % Rooms) + Rooms) % Rooms];
            db.Menus
                .Add(new Menu
                {
                    FloorId = floor.Id,
                    Date = today.AddDays(day),
                    Meal = "breakfast",
                    DishId = dishes[dish].Id,
                    SideId = side is null ? null : dishes[side].Id,
                    RoomId = room.Id,
                    CreatedAt = clock.GetUtcNow()
                });
        }
    }

    /// <summary>Everybody but the cooks has rated the meals of last week; yesterday's and today's wait.</summary>
    private void AddRatings(List<Infrastructure.Identity.Member> people, List<Room> rooms, DateOnly today)
    {
        foreach (var meal in db.Menus.Local.Where(meal => meal.Date < today.AddDays(-1)).ToList())
        {
            var cooks = rooms.Single(room => room.Id == meal.RoomId).Stays.Select(stay => stay.MemberId).ToHashSet();
            foreach (var (index, person) in people.Index().Where(pair => !cooks.Contains(pair.Item.Id)))
                db.Ratings
                    .Add(new Rating
                    {
                        MenuId = meal.Id,
                        MemberId = person.Id,
                        Stars = 3 + ((index + meal.Date.Day) % 3),
                        Comment = index == 0 && meal.Date.Day % 3 == 0 ? "Just right, and warm." : null,
                        CreatedAt = clock.GetUtcNow()
                    });
        }
    }
}
