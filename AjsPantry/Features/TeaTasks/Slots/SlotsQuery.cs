using AjsPantry.Features.Shared.Weeks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>The times of the day at which a floor makes tea.</summary>
public sealed class SlotsQuery(PantryDb db)
{
    /// <summary>Those in use, in the order of the day.</summary>
    public Task<List<SlotView>> ReadAsync(Guid floorId, CancellationToken cancellationToken) =>
        Of(InUse(floorId)).ToListAsync(cancellationToken);

    /// <returns>Null when the floor has none of that id in use.</returns>
    public Task<SlotView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(InUse(floorId).Where(slot => slot.Id == id)).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<TeaSlot> InUse(Guid floorId) =>
        db.TeaSlots.AsNoTracking().Where(slot => slot.FloorId == floorId && slot.ArchivedAt == null);

    private static IQueryable<SlotView> Of(IQueryable<TeaSlot> slots) =>
        slots.OrderBy(slot => slot.Position)
            .Select(slot => new SlotView(slot.Id, slot.Name, slot.At, slot.People, slot.Weekdays, slot.Version));
}

public sealed record SlotView(Guid Id, string Name, TimeOnly? At, int People, int[] Weekdays, uint Version)
{
    /// <summary>06:30, 2 people, every day.</summary>
    public string Words
    {
        get
        {
            var days = Weekdays.Length == 7 ? "every day"
                : string.Join(", ", CalendarWeek.Days.Where(day => Weekdays.Contains((int)day)).Select(day => day.ToString()[..3]));
            return $"{(At is { } at ? $"{at:HH\\:mm}, " : "")}{(People == 1 ? "1 person" : $"{People} people")}, {days}";
        }
    }
}
