using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>One published tea duty with what became of it, and what a person may be given.</summary>
public sealed class DutyQuery(PantryDb db)
{
    /// <returns>Null when the floor has no such duty.</returns>
    public Task<DutyView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var duties = db.TeaDuties;
        var swaps = db.TeaSwaps;
        var people = FloorPeople.Of(db, floorId);
        return duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Id == id).Select(duty => new DutyView(
            duty.Id, duty.Date, duty.SlotId, duty.Slot!.Name, duty.Slot.At, duty.MemberId, duty.Member == null ? null : duty.Member.Name,
            duty.State, duty.Why, duty.Reason,
            duty.AcceptedAt, duty.MarkedAt, duty.MarkedBy == null ? null : duty.MarkedBy.Name, duty.MarkedById, duty.ConfirmedById,
            duty.ConfirmedAt, duty.ConfirmedBy == null ? null : duty.ConfirmedBy.Name, duty.EndedAt,
            duties.Where(next => next.FollowsId == duty.Id).Select(next => (Guid?)next.Id).FirstOrDefault(),
            duties.Where(next => next.FollowsId == duty.Id).Select(next => next.Member!.Name).FirstOrDefault(),
            duties.Where(before => before.Id == duty.FollowsId)
                .Select(before => new DutyBefore(before.Id, before.Member!.Name, before.State, before.Reason)).FirstOrDefault(),
            swaps.Where(swap => swap.DutyId == duty.Id && swap.State == SwapState.Asked)
                .Select(swap => new OpenSwap(swap.Id, swap.AskedOf == null ? null : swap.AskedOf.Name)).FirstOrDefault(),
            duties.Where(next => next.FollowsId == duty.Id).Select(next => next.MemberId).FirstOrDefault(), people.ToList()))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What others made, as they say, and nobody has confirmed yet; the oldest first.</summary>
    public Task<List<MadeTea>> ToConfirmAsync(Guid floorId, Guid memberId, int most, CancellationToken cancellationToken) =>
        ConfirmDuties.ToConfirm(db, floorId, memberId).AsNoTracking().OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position)
            .ThenBy(duty => duty.Place).Take(most)
            .Select(duty => new MadeTea(duty.Id, duty.Date, duty.Slot!.Name, duty.Member!.Name, duty.MarkedAt!.Value))
                .ToListAsync(cancellationToken);

    /// <summary>The floor's active people by name, each with their coming duties that could be had in return.</summary>
    public Task<List<Taker>> TakersAsync(Guid floorId, Guid exceptId, DateOnly today, CancellationToken cancellationToken)
    {
        var duties = db.TeaDuties;
        return db.Members.AsNoTracking().ActiveOnFloor(floorId).Where(member => member.Id != exceptId)
            .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
            .Select(member =>
                new Taker(member.Id, member.Name, member.Number,
                    duties.Where(duty => duty.FloorId == floorId && duty.MemberId == member.Id && duty.Date >= today
                        && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted))
                    .OrderBy(duty => duty.Date)
                    .Select(duty => new TakerDuty(duty.Id, duty.Date, duty.SlotId, duty.Slot!.Name, duty.Slot.At)).ToList()))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="NextId">The duty that follows this one; null while it holds its place.</param>
/// <param name="Next">Who has that one; null when nobody has.</param>
/// <param name="Before">The duty that this one follows.</param>
/// <param name="Swap">A question that nobody has answered yet.</param>
/// <param name="NextMemberId">The person of <paramref name="Next"/>.</param>
/// <param name="People">Who lives on the floor.</param>
public sealed record DutyView(
    Guid Id, DateOnly Date, Guid SlotId, string Slot, TimeOnly? At, Guid? MemberId, string? Name, TeaState State, string Why,
    string? Reason,
    DateTimeOffset? AcceptedAt, DateTimeOffset? MarkedAt, string? MarkedBy, Guid? MarkedById, Guid? ConfirmedById,
    DateTimeOffset? ConfirmedAt, string? ConfirmedBy, DateTimeOffset? EndedAt, Guid? NextId, string? Next, DutyBefore? Before,
    OpenSwap? Swap, Guid? NextMemberId, IReadOnlyList<NamedPerson> People);

public sealed record DutyBefore(Guid Id, string? Name, TeaState State, string? Reason);

/// <param name="Of">Who is asked; null for everybody.</param>
public sealed record OpenSwap(Guid Id, string? Of);

/// <param name="MarkedAt">When they said so.</param>
public sealed record MadeTea(Guid Id, DateOnly Date, string Slot, string Name, DateTimeOffset MarkedAt);

public sealed record Taker(Guid Id, string Name, string Number, List<TakerDuty> Duties);

/// <param name="At">When it is to be ready.</param>
public sealed record TakerDuty(Guid Id, DateOnly Date, Guid SlotId, string Slot, TimeOnly? At);
