using System.Globalization;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// The evening before, tells those who cook. It looks each hour of the evening, so that whoever got the day late is told too, and
/// tells everybody once. A run that comes after the evening, because the server was down, wakes nobody.
/// </summary>
public sealed class RemindCooks(PantryDb db, Notify notify, Scope scope) : TenantJob
{
    private const int FirstHour = 18;
    private const int LastHour = 21;
    private const string Format = "yyyy-MM-dd'T'HH";

    public override string Kind => "cooking-reminders";

    public override string Title => "Cooking reminders";

    public override string Schedule => "Every evening 18:00 to 21:00";

    public override string DuePeriod(DateTimeOffset local)
    {
        var hour = local.Hour < FirstHour ? local.Date.AddDays(-1).AddHours(LastHour) : local.Date.AddHours(Math.Min(local.Hour, LastHour));
        return hour.ToString(Format, CultureInfo.InvariantCulture);
    }

    public override DateTime NextRun(DateTimeOffset local) => local.Hour switch
    {
        < FirstHour => local.Date.AddHours(FirstHour),
        >= LastHour => local.Date.AddDays(1).AddHours(FirstHour),
        _ => local.Date.AddHours(local.Hour + 1),
    };

    /// <summary>What a reminder is about; withdrawn when the day is no longer the cook's.</summary>
    /// <param name="cookId">A room, or a person who cooks alone.</param>
    public static Subject About(DateOnly day, Guid floorId, Guid cookId) => new(cookId, "cooks tomorrow", $"{day:yyyy-MM-dd}:{floorId}");

    public override async Task<string> RunAsync(string period, CancellationToken cancellationToken)
    {
        var evening = DateTime.ParseExact(period, Format, CultureInfo.InvariantCulture);
        var now = scope.LocalNow;
        if (now.Date != evening.Date || now.Hour < FirstHour)
            return "too late for that evening";
        var tomorrow = DateOnly.FromDateTime(evening).AddDays(1);
        var news = (await CookingAsync(tomorrow, cancellationToken)).GroupBy(cooking => (cooking.FloorId, cooking.CookId))
            .Select(cook => News([.. cook], tomorrow)).ToList();
        var told = (await notify.TellAllAsync(news, cancellationToken)).Count;
        await db.SaveChangesAsync(cancellationToken);
        return told switch { 0 => "nobody to remind", 1 => "1 person reminded", _ => $"{told} people reminded" };
    }

    /// <param name="meals">All that one cook has to do on the day.</param>
    private static NewsFor News(IReadOnlyList<Cooking> meals, DateOnly day)
    {
        var first = meals[0];
        var path = first.MenuId is { } menu ? $"/menus/{menu}" : "/menus/turns";
        var words = string.Join(' ', meals.Select(meal => Words(meal, Formats.Day(day, day.Year))));
        return new(
            new(NoticeKind.CookingTurn, About(day, first.FloorId, first.CookId), "You cook tomorrow", words, path, first.Floor),
            first.People);
    }

    private static string Words(Cooking meal, string day) => meal switch
    {
        { Meal: { } named } =>
            $"{MenuWords.Meal(named)} on {day}: {meal.Dish}{(meal.Side is null ? "" : $" with {meal.Side}")}.{(meal.Notes is null ? "" : $" {meal.Notes}")}",
        { Dish: { } dish } => $"{day} is your turn: {dish}.",
        _ => $"{day} is your turn, and no meal is planned yet.",
    };

    /// <summary>Who cooks on a day: those named with its meals, and the room in turn where no meal names anybody.</summary>
    private async Task<List<Cooking>> CookingAsync(DateOnly day, CancellationToken cancellationToken)
    {
        // Whoever is away cooks nothing tomorrow, and the others of the room are told.
        var away = db.Requests.Where(Request.IsAbsence).Where(request => request.From <= day && request.Until >= day);
        var stays = db.PresentStays.Where(stay => !away.Any(request => request.MemberId == stay.MemberId));
        var menus = db.Menus.Where(menu => menu.Date == day && menu.CancelledAt == null);
        var meals = await menus.AsNoTracking().Where(menu => menu.RoomId != null || menu.MemberId != null).OrderBy(menu => menu.Meal)
            .Select(menu => new Cooking(
                menu.FloorId, menu.Floor!.Number, menu.RoomId ?? menu.MemberId!.Value, menu.Id, menu.Meal, menu.Dish!.Name,
                menu.Side == null ? null : menu.Side.Name, menu.Notes,
                menu.RoomId == null ? new List<Guid> { menu.MemberId!.Value }
                    : stays.Where(stay => stay.RoomId == menu.RoomId).Select(stay => stay.MemberId).ToList()))
            .ToListAsync(cancellationToken);
        var turns = await db.Duties.AsNoTracking()
            .Where(duty => duty.Date == day
                && !menus.Any(menu => menu.FloorId == duty.FloorId && (menu.RoomId != null || menu.MemberId != null)))
            .Join(db.Floors, duty => duty.FloorId, floor => floor.Id, (duty, floor) => new Cooking(
                duty.FloorId, floor.Number, duty.RoomId, null, null,
                menus.Where(menu => menu.FloorId == duty.FloorId).Select(menu => menu.Dish!.Name).FirstOrDefault(), null, null,
                stays.Where(stay => stay.RoomId == duty.RoomId).Select(stay => stay.MemberId).ToList()))
            .ToListAsync(cancellationToken);
        return [.. meals, .. turns];
    }

    /// <param name="Floor">The floor's number.</param>
    /// <param name="CookId">The room or the person.</param>
    private sealed record Cooking(
        Guid FloorId, int Floor, Guid CookId, Guid? MenuId, string? Meal, string? Dish, string? Side, string? Notes, List<Guid> People);
}
