using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>What whoever plans a floor's meals has to know beside them: who is away, and what people suggest.</summary>
public sealed record WeekNews(IReadOnlyList<Away> Absent, IReadOnlyList<Wish> Wishes)
{
    /// <summary>Absences that touch the days from one to another, and every suggestion that waits, in one command.</summary>
    public static async Task<WeekNews> ReadAsync(PantryDb db, Guid floorId, DateOnly first, DateOnly last, DateOnly today, CancellationToken cancellationToken)
    {
        var stays = db.RoomStays.Where(stay => stay.Until == null);
        var absent =
            from request in db.Requests.AsNoTracking()
            where request.Member!.FloorId == floorId && request.Member.DeactivatedAt == null && request.Kind == RequestKind.Absence && request.State == RequestState.Approved && request.From <= last && request.Until >= first
            join stay in stays on request.MemberId equals stay.MemberId into rooms
            from room in rooms.DefaultIfEmpty()
            select new { Id = (Guid?)room!.RoomId, request.MemberId, request.Member!.Name, request.From, request.Until, Dish = "", Side = "" };
        var wishes = db.MealSuggestions.AsNoTracking().Where(wish => wish.FloorId == floorId && wish.State == SuggestionState.Waiting && wish.Date >= today)
            .Select(wish => new { Id = (Guid?)wish.Id, wish.MemberId, wish.Member!.Name, From = wish.Date, Until = wish.Date, Dish = wish.Dish + "", Side = (wish.Side ?? "") + "" });
        var rows = (await absent.Concat(wishes).ToListAsync(cancellationToken)).OrderBy(row => row.From).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Dish, StringComparer.Ordinal).ToList();
        return new(
            [.. rows.Where(row => row.Dish == "").Select(row => new Away(row.MemberId, row.Name, row.Id, row.From, row.Until))],
            [.. rows.Where(row => row.Dish != "").Select(row => new Wish(row.Id!.Value, row.Name, row.From, row.Dish, row.Side == "" ? null : row.Side))]);
    }

    public IReadOnlyList<Away> AwayOn(DateOnly day) => [.. Absent.Where(away => away.From <= day && day <= away.Until)];

    public IReadOnlyList<Wish> WishedFor(DateOnly day) => [.. Wishes.Where(wish => wish.Date == day)];
}

/// <summary>Somebody who is away; once for every room in which they live.</summary>
/// <param name="Until">The last day, included.</param>
public sealed record Away(Guid MemberId, string Name, Guid? RoomId, DateOnly From, DateOnly Until);

/// <summary>A suggestion that waits for an answer.</summary>
public sealed record Wish(Guid Id, string By, DateOnly Date, string Dish, string? Side);
