using System.Globalization;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// A day on which a floor does not cook because the rota of that day leaves its weekday out. Nothing is missing on it. A day that
/// somebody gave to a room, or named as a day without cooking, is none.
/// </summary>
public sealed record DayOff
{
    public required Guid FloorId { get; init; }

    public required Guid RotaId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>No cooking on Sundays.</summary>
    public static string Words(DateOnly day) => $"No cooking on {day.ToString("dddd", CultureInfo.InvariantCulture)}s.";

    /// <summary>Those of every floor of the tenant, from one day to another, both included.</summary>
    internal static IQueryable<DayOff> Between(PantryDb db, DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToArray();
        var rotas = db.CookingRotas;
        var duties = db.Duties;
        var leaves = db.LeaveDays;
        return rotas.SelectMany(rota => days
            .Where(day => day >= rota.StartsOn
                && !rotas.Any(later => later.FloorId == rota.FloorId && later.StartsOn > rota.StartsOn && later.StartsOn <= day)
                && !rota.Weekdays.Contains((int)day.DayOfWeek)
                && !duties.Any(duty => duty.FloorId == rota.FloorId && duty.Date == day)
                && !leaves.Any(leave => leave.FloorId == rota.FloorId && leave.Date == day))
            .Select(day => new DayOff { FloorId = rota.FloorId, RotaId = rota.Id, Date = day }));
    }
}
