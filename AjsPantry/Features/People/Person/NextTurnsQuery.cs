using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Person;

/// <summary>When somebody makes tea and cooks next, in one command.</summary>
public sealed class NextTurnsQuery(PantryDb db)
{
    private const int MostOfAKind = 3;

    /// <summary>The first day first.</summary>
    public async Task<IReadOnlyList<NextTurn>> ReadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var stays = db.RoomStays.Where(stay => stay.MemberId == memberId && stay.Until == null);
        var teas = db.TeaDuties.Where(TeaDuty.IsLive)
            .Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today)
            .Where(duty => duty.State == TeaState.Planned || duty.State == TeaState.Accepted)
            .OrderBy(duty => duty.Date).Take(MostOfAKind)
            .Select(duty => new NextTurn { Date = duty.Date, TeaId = duty.Id, Name = duty.Slot!.Name + "" });
        var cooking = db.Duties
            .Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId))
            .OrderBy(duty => duty.Date).Take(MostOfAKind)
            .Select(duty => new NextTurn { Date = duty.Date, TeaId = null, Name = duty.Room!.Name + "" });
        return [.. (await teas.Concat(cooking).AsNoTracking().ToListAsync(cancellationToken)).OrderBy(turn => turn.Date)];
    }
}

/// <summary>A day on which somebody makes tea, or their room cooks.</summary>
public sealed record NextTurn
{
    public required DateOnly Date { get; init; }

    /// <summary>The tea duty; null for cooking.</summary>
    public required Guid? TeaId { get; init; }

    /// <summary>The time for tea, or the room.</summary>
    public required string Name { get; init; }
}
