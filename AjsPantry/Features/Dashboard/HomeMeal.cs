using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>A meal of the last two weeks or of the coming one, as a home page needs it.</summary>
/// <param name="Mine">The person who looks cooks it, and is there.</param>
/// <param name="Cooked">The person cooked it, or lived with those who did, and so does not rate it.</param>
/// <param name="Stars">The person's own rating; null while there is none.</param>
/// <param name="Worst">The words of whoever liked it least, where somebody wrote any.</param>
public sealed record HomeMeal(Guid Id, DateOnly Date, string Meal, string Dish, string? Side, string? Cook, string? Label, bool Mine,
    bool Cooked, int? Stars, Score Score, WorstWord? Worst)
{
    /// <summary>Masala poha with mint chutney.</summary>
    public string Words => Side is null ? Dish : $"{Dish} with {Side}";

    /// <summary>When the person came to the floor; null for who was always there.</summary>
    public DateTimeOffset? Came { get; init; }

    /// <summary>Its place in the day.</summary>
    public int Position => Meal switch { "breakfast" => 0, "lunch" => 1, _ => 2 };

    internal static Task<List<HomeMeal>> BetweenAsync(
        PantryDb db, Guid floorId, Guid memberId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var stays = db.Set<RoomStay>();
        var ratings = db.Ratings.Where(rating => rating.WithdrawnAt == null);
        var cooked = Cooks.Of(db, memberId);
        var absences = TurnsQuery.Absences(db, memberId);
        var arrivals = Arrival.Of(db, memberId);
        // Of these days alone: PostgreSQL numbers the words of every meal before it looks for one of each.
        var words = ratings.Where(rating => rating.Comment != null && rating.HiddenAt == null && rating.Menu!.FloorId == floorId
            && rating.Menu.Date >= from && rating.Menu.Date <= to);
        return db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= from && menu.Date <= to)
                .Select(menu => new HomeMeal(
            menu.Id, menu.Date, menu.Meal, menu.Dish!.Name, menu.Side == null ? null : menu.Side.Name,
            menu.Room == null ? menu.Member == null ? null : menu.Member.Name : menu.Room.Name, menu.Room == null ? null : menu.Room.Label,
            !absences.Any(away => away.From <= menu.Date && away.Until >= menu.Date)
                && (menu.MemberId == memberId
                    || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == memberId && stay.Until == null)),
            cooked.Any(own => own.Id == menu.Id),
            ratings.Where(rating => rating.MenuId == menu.Id && rating.MemberId == memberId).Select(rating => (int?)rating.Stars)
                .FirstOrDefault(),
            new Score(ratings.Where(rating => rating.MenuId == menu.Id).Sum(rating => rating.Stars),
                ratings.Count(rating => rating.MenuId == menu.Id)),
            words.Where(rating => rating.MenuId == menu.Id).OrderBy(rating => rating.Stars).ThenBy(rating => rating.Id)
                .Select(rating => new WorstWord(rating.Id, rating.Stars, rating.Comment!)).FirstOrDefault())
                {
                    Came = arrivals.Max(at => (DateTimeOffset?)at),
                })
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Id">Of the rating.</param>
public sealed record WorstWord(Guid Id, int Stars, string Comment);
