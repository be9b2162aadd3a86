using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>Which days rooms could exchange, and what they asked each other.</summary>
public sealed class CookingSwapsQuery(PantryDb db)
{
    /// <summary>How far ahead days are exchanged; as far as the page of turns shows.</summary>
    public const int DaysAhead = 56;

    /// <summary>The person's own cooking day, if it can be exchanged: coming, of the order, and of a room in which they live.</summary>
    /// <param name="first">The first day whose meals are still to come.</param>
    public Task<SwapDay?> OwnAsync(Guid floorId, DateOnly day, Guid memberId, DateOnly first, CancellationToken cancellationToken) =>
        Days(Own(floorId, memberId, first).Where(duty => duty.Date == day)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The first of the person's own days that can be exchanged.</summary>
    public Task<SwapDay?> NextOwnAsync(Guid floorId, Guid memberId, DateOnly first, CancellationToken cancellationToken) =>
        Days(Own(floorId, memberId, first).OrderBy(duty => duty.Date)).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Duty> Own(Guid floorId, Guid memberId, DateOnly first)
    {
        var stays = db.PresentStays;
        return db.Duties
            .Where(duty => duty.FloorId == floorId && duty.Date >= first && duty.Turn != null
                && stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId));
    }

    /// <summary>
    /// The coming days of other rooms on which both rooms have somebody who can cook instead: who has joined and is there. A day that was
    /// given outside the order is nobody's to exchange.
    /// </summary>
    public Task<List<SwapDay>> OffersAsync(Guid floorId, SwapDay gives, DateOnly first, CancellationToken cancellationToken)
    {
        var absences = db.Requests.Where(Request.IsAbsence);
        var people = Cooks();
        return Days(db.Duties
            .Where(duty => duty.FloorId == floorId && duty.Date >= first && duty.Date <= first.AddDays(DaysAhead) && duty.Turn != null
                && duty.RoomId != gives.RoomId && duty.Room!.ArchivedAt == null)
            .Where(duty =>
                people.Any(person => person.RoomId == duty.RoomId
                    && !absences.Any(away => away.MemberId == person.MemberId && away.From <= gives.Date && away.Until >= gives.Date))
                && people.Any(person => person.RoomId == gives.RoomId
                    && !absences.Any(away => away.MemberId == person.MemberId && away.From <= duty.Date && away.Until >= duty.Date)))
            .OrderBy(duty => duty.Date)).ToListAsync(cancellationToken);
    }

    /// <summary>Whether somebody of a room can cook on a day.</summary>
    public Task<bool> CanCookAsync(Guid roomId, DateOnly day, CancellationToken cancellationToken)
    {
        var absences = db.Requests.Where(Request.IsAbsence);
        return Cooks().AnyAsync(
            person => person.RoomId == roomId
                && !absences.Any(away => away.MemberId == person.MemberId && away.From <= day && away.Until >= day), cancellationToken);
    }

    /// <summary>Who has joined, with the rooms in which they live.</summary>
    private IQueryable<RoomCook> Cooks() =>
        db.PresentStays.Join(db.Members.Where(Member.IsActive), stay => stay.MemberId, member => member.Id,
            (stay, member) => new RoomCook { RoomId = stay.RoomId, MemberId = stay.MemberId });

    private sealed record RoomCook
    {
        public required Guid RoomId { get; init; }

        public required Guid MemberId { get; init; }
    }

    /// <summary>The question about a room's day that nobody has answered yet; null when there is none.</summary>
    public Task<Guid?> AskedAsync(Guid floorId, SwapDay gives, CancellationToken cancellationToken) =>
        db.TurnSwaps
            .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.GivesDate == gives.Date
                && swap.GivesRoomId == gives.RoomId)
            .Select(swap => (Guid?)swap.Id).FirstOrDefaultAsync(cancellationToken);

    public Task<List<Guid>> PeopleOfAsync(Guid[] roomIds, CancellationToken cancellationToken) =>
        db.PresentStays.Where(stay => roomIds.Contains(stay.RoomId)).Select(stay => stay.MemberId).Distinct()
            .ToListAsync(cancellationToken);

    /// <returns>Null when the floor has no such swap.</returns>
    public Task<CookingSwapView?> FindAsync(Guid floorId, Guid id, Guid memberId, CancellationToken cancellationToken) =>
        Views(db.TurnSwaps.Where(swap => swap.FloorId == floorId && swap.Id == id), memberId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What waits for an answer on a floor, the first day first.</summary>
    /// <param name="first">The first day whose meals are still to come.</param>
    /// <param name="all">False for those only in which the person has a part.</param>
    public async Task<IReadOnlyList<CookingSwapView>> OpenAsync(
        Guid floorId, Guid memberId, DateOnly first, bool all, CancellationToken cancellationToken)
    {
        var open = await Views(
            db.TurnSwaps
                .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.GivesDate >= first
                    && swap.TakesDate >= first).OrderBy(swap => swap.GivesDate), memberId).ToListAsync(cancellationToken);
        return [.. open.Where(swap => all || swap.MayAnswer || swap.MayWithdraw)];
    }

    private IQueryable<SwapDay> Days(IQueryable<Duty> duties)
    {
        var unattended = TurnsQuery.Unattended(db);
        return duties.AsNoTracking()
            .Select(duty => new SwapDay(duty.Date, duty.RoomId, duty.Room!.Name, unattended.Any(other => other.Id == duty.Id)));
    }

    private IQueryable<CookingSwapView> Views(IQueryable<TurnSwap> swaps, Guid memberId)
    {
        var stays = db.PresentStays;
        var duties = db.Duties;
        return swaps.AsNoTracking().Select(swap => new CookingSwapView(
            swap.Id, swap.GivesDate, swap.GivesRoom!.Name, swap.TakesDate, swap.TakesRoom!.Name, swap.AskedBy!.Name, swap.Words, swap.State,
            swap.AnsweredBy == null ? null : swap.AnsweredBy.Name, swap.AnsweredAt, swap.Answer,
            swap.State == SwapState.Asked
                && stays.Any(stay => stay.RoomId == swap.TakesRoomId && stay.MemberId == memberId),
            swap.State == SwapState.Asked
                && stays.Any(stay => stay.RoomId == swap.GivesRoomId && stay.MemberId == memberId),
            duties.Any(duty => duty.FloorId == swap.FloorId && duty.Date == swap.GivesDate && duty.RoomId == swap.GivesRoomId
                && duty.Turn != null)
                && duties.Any(duty => duty.FloorId == swap.FloorId && duty.Date == swap.TakesDate && duty.RoomId == swap.TakesRoomId
                    && duty.Turn != null)));
    }
}

/// <summary>A room's cooking day.</summary>
/// <param name="AllAway">Nobody of the room is there on that day.</param>
public sealed record SwapDay(DateOnly Date, Guid RoomId, string Room, bool AllAway);

/// <param name="MayAnswer">The person who looks lives in the room that is asked.</param>
/// <param name="MayWithdraw">The person who looks lives in the room that asks.</param>
/// <param name="StillStands">Both days are still those rooms'.</param>
public sealed record CookingSwapView(
    Guid Id, DateOnly GivesDate, string GivesRoom, DateOnly TakesDate, string TakesRoom, string AskedBy, string? Words, SwapState State,
    string? AnsweredBy, DateTimeOffset? AnsweredAt, string? Answer,
    bool MayAnswer, bool MayWithdraw, bool StillStands);
