using AjsPantry.Features.Menus;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>Who cooked what.</summary>
internal static class Cooks
{
    /// <summary>
    /// The meals that a person cooked: named alone, or with a room in which they still live or lived when the meal was planned.
    /// </summary>
    public static IQueryable<Menu> Of(PantryDb db, Guid memberId)
    {
        var stays = db.Set<RoomStay>();
        return db.Menus
            .Where(menu => menu.MemberId == memberId
                || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == memberId
                    && (stay.Until == null || stay.Until > menu.CreatedAt)));
    }

    /// <summary>All other meals.</summary>
    public static IQueryable<Menu> OfOthers(PantryDb db, Guid memberId)
    {
        var stays = db.RoomStays.Where(stay => stay.MemberId == memberId);
        return db.Menus.Where(menu => menu.MemberId != memberId
            && !stays.Any(stay => stay.RoomId == menu.RoomId && (stay.Until == null || stay.Until > menu.CreatedAt)));
    }
}
