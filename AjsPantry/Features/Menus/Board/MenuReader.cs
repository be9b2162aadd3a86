using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>Reads meals as pages show them, with what people think of them.</summary>
public sealed class MenuReader(PantryDb db, IDishRatings ratings)
{
    /// <summary>Some meals of a floor, in their order.</summary>
    public async Task<IReadOnlyList<MenuView>> ReadAsync(
        Guid floorId, Guid memberId, IQueryable<Menu> meals, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays.Where(stay => stay.MemberId == memberId);
        var menus = await meals.AsNoTracking().Select(menu => new MenuView(
            menu.Id, menu.Date, menu.Meal, menu.DishId, menu.Dish!.Name, menu.SideId, menu.Side == null ? null : menu.Side.Name,
            menu.RoomId, menu.MemberId,
            menu.Room == null ? menu.Member == null ? null : menu.Member.Name : menu.Room.Name, menu.Room == null ? null : menu.Room.Label,
            menu.Notes,
            menu.CancelledAt, menu.CancelReason, menu.Version,
            menu.MemberId == memberId || stays.Any(stay => stay.RoomId == menu.RoomId))).ToListAsync(cancellationToken);
        if (menus.Count == 0)
            return [];
        var scores = await ratings.OfMealsAsync([.. menus.Select(menu => menu.Id)], cancellationToken);
        var photos = await ratings.PhotosAsync(floorId, [.. menus.Select(menu => menu.DishId).Distinct()], cancellationToken);
        return
        [
            .. menus.Select(menu => menu with
            {
                Score = scores.GetValueOrDefault(menu.Id),
                Photo = photos.TryGetValue(menu.DishId, out var photo) ? photo : null,
            }),
        ];
    }
}

/// <param name="Mine">The person who looks cooks it, alone or with the room.</param>
public sealed record MenuView(
    Guid Id, DateOnly Date, string Meal, Guid DishId, string Dish, Guid? SideId, string? Side, Guid? RoomId, Guid? MemberId, string? Cook,
    string? Label, string? Notes, DateTimeOffset? CancelledAt, string? CancelReason, uint Version, bool Mine)
{
    /// <summary>The stars that people gave it.</summary>
    public Score Score { get; init; }

    /// <summary>The rating with the latest photo of the dish.</summary>
    public Guid? Photo { get; init; }
}
