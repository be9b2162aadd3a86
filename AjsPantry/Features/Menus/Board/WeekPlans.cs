using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>What whoever plans a floor's meals has to know beside them: who is away, and what people suggest.</summary>
public sealed record WeekPlans(IReadOnlyList<Away> Absent, IReadOnlyList<SuggestedDish> Wishes)
{
    /// <summary>Every suggestion that waits, and absences that touch the days from one to another, as parts of a query.</summary>
    internal static IEnumerable<IQueryable<DayPlan>> Facts(PantryDb db, Guid floorId, DateOnly first, DateOnly last, DateOnly today)
    {
        yield return db.MealSuggestions.AsNoTracking().Where(MealSuggestion.Waits(today)).Where(wish => wish.FloorId == floorId)
            .Select(wish => new DayPlan
            {
                Kind = DayPlanKind.Wish,
                From = wish.Date,
                Until = wish.Date,
                WishId = wish.Id,
                MemberId = wish.MemberId,
                RoomId = null,
                Name = wish.Member!.Name + "",
                More = wish.Side == null ? null : wish.Side + "",
                Text = wish.Dish + "",
                Origin = null,
                Mine = false,
                IAmAway = false,
                AllAway = false,
            });
        var stays = db.RoomStays.Where(stay => stay.Until == null);
        yield return
            from request in db.Requests.AsNoTracking().Where(Request.IsAbsence)
            where request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null && request.From <= last
                && request.Until >= first
            join stay in stays on request.MemberId equals stay.MemberId into rooms
            from room in rooms.DefaultIfEmpty()
            select new DayPlan
            {
                Kind = DayPlanKind.Away,
                From = request.From,
                Until = request.Until,
                WishId = null,
                MemberId = request.MemberId,
                RoomId = room!.RoomId,
                Name = request.Member!.Name + "",
                More = null,
                Text = null,
                Origin = null,
                Mine = false,
                IAmAway = false,
                AllAway = false,
            };
    }

    internal static WeekPlans Of(IReadOnlyList<DayPlan> facts) => new(
        [.. InOrder(facts, DayPlanKind.Away)
            .Select(fact => new Away(fact.MemberId!.Value, fact.Name!, fact.RoomId, fact.From, fact.Until))],
        [.. InOrder(facts, DayPlanKind.Wish)
            .Select(fact => new SuggestedDish(fact.WishId!.Value, fact.Name!, fact.From, fact.Text!, fact.More))]);

    private static IEnumerable<DayPlan> InOrder(IEnumerable<DayPlan> facts, DayPlanKind kind) =>
        facts.Where(fact => fact.Kind == kind).OrderBy(fact => fact.From).ThenBy(fact => fact.Name, NameOrder.Comparer)
            .ThenBy(fact => fact.Text, StringComparer.Ordinal);

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
