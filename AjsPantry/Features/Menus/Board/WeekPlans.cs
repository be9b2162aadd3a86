using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>What whoever plans a floor's meals has to know beside them: who is away, and what people suggest.</summary>
public sealed record WeekPlans(IReadOnlyList<Away> Absent, IReadOnlyList<SuggestedDish> Wishes)
{
    /// <summary>Every suggestion that waits, and absences that touch the days from one to another.</summary>
    internal static async Task<WeekPlans> ReadAsync(
        PantryDb db, Guid floorId, DateOnly first, DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var wishes = await db.MealSuggestions.AsNoTracking().Where(MealSuggestion.Waits(today)).Where(wish => wish.FloorId == floorId)
            .Select(wish => new SuggestedDish(wish.Id, wish.Member!.Name, wish.Date, wish.Dish, wish.Side)).ToListAsync(cancellationToken);
        return new(
            await AbsentAsync(db, floorId, first, last, cancellationToken),
            [.. wishes.OrderBy(wish => wish.Date).ThenBy(wish => wish.By, NameOrder.Comparer)
                .ThenBy(wish => wish.Dish, StringComparer.Ordinal)]);
    }

    /// <summary>Who of the floor is away on days from one to another.</summary>
    internal static async Task<IReadOnlyList<Away>> AbsentAsync(
        PantryDb db, Guid floorId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays;
        var absent =
            from request in db.Requests.AsNoTracking().Where(Request.IsAbsence).Where(Request.OfPeopleOn(floorId))
                .Where(Request.Between(first, last))
            join stay in stays on request.MemberId equals stay.MemberId into rooms
            from room in rooms.DefaultIfEmpty()
            select new Away(request.MemberId, request.Member!.Name, room == null ? null : room.RoomId, request.From, request.Until);
        return
        [
            .. (await absent.ToListAsync(cancellationToken)).OrderBy(away => away.From)
                .ThenBy(away => away.Name, NameOrder.Comparer),
        ];
    }

    public IReadOnlyList<Away> AwayOn(DateOnly day) => [.. Absent.Where(away => away.From <= day && day <= away.Until)];

    public IReadOnlyList<SuggestedDish> WishedFor(DateOnly day) => [.. Wishes.Where(wish => wish.Date == day)];
}

/// <summary>Somebody who is away; once for every room in which they live.</summary>
/// <param name="Until">The last day, included.</param>
public sealed record Away(Guid MemberId, string Name, Guid? RoomId, DateOnly From, DateOnly Until)
{
    /// <summary>The names of those among some who live in a room, or who are the person.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<Away> some, Guid? roomId, Guid? memberId) =>
    [
        .. some.Where(away => (roomId is not null && away.RoomId == roomId) || (memberId is not null && away.MemberId == memberId))
            .Select(away => away.Name).Distinct(),
    ];
}

/// <summary>A suggestion that waits for an answer.</summary>
public sealed record SuggestedDish(Guid Id, string By, DateOnly Date, string Dish, string? Side);
