using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.Planner;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.People.Rooms.Stays;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Four rooms on a floor with its people in them, whose turns go on from today, and meals from last week to the day after tomorrow.
/// </summary>
internal sealed class DemoMenus(DemoStage stage, DemoFloor floor)
{
    private const int Rooms = 4;

    /// <summary>How long the rooms are there, in days.</summary>
    private const int Age = 400;

    private static readonly (string Dish, string? Side)[] Meals =
    [
        (FirstDish, "Coconut chutney"), ("Masala poha", "Mint chutney"), ("Idli", "Sambar"), ("Aloo paratha", "Curd"),
        ("Egg bhurji", "Pav"), ("Sheera", null), ("Uttapam", "Tomato chutney"),
    ];

    /// <summary>The one a week ago, of which people have something to say.</summary>
    public const string FirstDish = "Upma";

    /// <returns>The rooms in their order, and the meals of last week.</returns>
    public async Task<DemoKitchen> LoadAsync(CancellationToken cancellationToken)
    {
        var rooms = new List<DemoRoom>();
        for (var number = 1; number <= Rooms; number++)
            rooms.Add(await AddRoomAsync($"{DemoText.Of(floor.View.Number)}0{DemoText.Of(number)}", cancellationToken));
        foreach (var (index, person) in floor.People.Index())
            await MoveInAsync(rooms[index % Rooms], person, cancellationToken);
        var meals = await PlanAsync(rooms, -7, -1, -8, cancellationToken);
        await SaveRotaAsync(rooms, cancellationToken);
        await PlanAsync(rooms, 0, 2, -1, cancellationToken);
        return new DemoKitchen(rooms, meals);
    }

    private async Task<DemoRoom> AddRoomAsync(string label, CancellationToken cancellationToken)
    {
        var input = new RoomInput { Name = $"Room {label}", Label = label };
        var room = await stage.DoAsync(floor.Head, stage.At(-Age, 9), input,
            (MakeRoom rooms) => rooms.HandleAsync(floor.Id, input, cancellationToken));
        return new DemoRoom(room.Id, []);
    }

    private async Task MoveInAsync(DemoRoom room, DemoMember person, CancellationToken cancellationToken)
    {
        var input = new MoveIn.Input { People = [person.Id] };
        await stage.ChangeAsync(floor.Head, stage.At(-Age, 10), input,
            (MoveIn.Handler stays) => stays.HandleAsync(floor.Id, room.Id, input, cancellationToken));
        room.People.Add(person);
    }

    private Task<CookingRota> SaveRotaAsync(IReadOnlyList<DemoRoom> rooms, CancellationToken cancellationToken)
    {
        var input = new SaveRota.Input
        {
            StartsOn = DemoText.Of(stage.Today),
            TurnDays = "1",
            Weekdays = [0, 1, 2, 3, 4, 5, 6],
            Order = [.. rooms.Select(room => room.Id.ToString())],
        };
        return stage.DoAsync(floor.Head, stage.At(-1, 17), input,
            (SaveRota.Handler rotas) => rotas.HandleAsync(floor.Id, input, cancellationToken));
    }

    /// <param name="on">The day on which they are planned.</param>
    private async Task<IReadOnlyList<Menu>> PlanAsync(
        IReadOnlyList<DemoRoom> rooms, int from, int until, int on, CancellationToken cancellationToken)
    {
        var input = new PlanWeek.Input { Rows = [.. Enumerable.Range(from, until - from + 1).Select(day => Row(rooms, day))] };
        var planned = await stage.DoAsync(floor.Head, stage.At(on, 18), input,
            (PlanWeek.Handler weeks) => weeks.HandleAsync(floor.View, input, cancellationToken));
        return planned.Meals;
    }

    private PlanRow Row(IReadOnlyList<DemoRoom> rooms, int day)
    {
        var (dish, side) = Meals[(day + 7) % Meals.Length];
        // The days before today go round in the same order, backwards.
        var room = rooms[((day % Rooms) + Rooms) % Rooms];
        return new PlanRow
        {
            Date = DemoText.Of(stage.Today.AddDays(day)),
            Meal = "breakfast",
            Dish = dish,
            Side = side,
            Room = room.Id.ToString(),
        };
    }
}

/// <param name="People">Who cook together.</param>
internal sealed record DemoRoom(Guid Id, List<DemoMember> People);

/// <param name="Meals">Those of last week.</param>
internal sealed record DemoKitchen(IReadOnlyList<DemoRoom> Rooms, IReadOnlyList<Menu> Meals);
