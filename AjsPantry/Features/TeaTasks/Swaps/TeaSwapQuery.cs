using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>One question about a swap.</summary>
public sealed class TeaSwapQuery(PantryDb db)
{
    /// <returns>Null when the floor has no such question.</returns>
    public Task<TeaSwapView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var people = FloorPeople.Of(db, floorId);
        var duties = db.TeaDuties;
        return db.TeaSwaps.AsNoTracking().Where(swap => swap.FloorId == floorId && swap.Id == id).Select(swap => new TeaSwapView(
            swap.Id, swap.DutyId, swap.Duty!.Date, swap.Duty.Slot!.Name, swap.AskedById, swap.AskedBy!.Name, swap.AskedOfId,
            swap.AskedOf == null ? null : swap.AskedOf.Name,
            swap.Return == null ? null : swap.Return.Date, swap.Return == null ? null : swap.Return.Slot!.Name, swap.Words, swap.State,
            swap.AnsweredBy == null ? null : swap.AnsweredBy.Name, swap.Answer,
            swap.AnsweredById, duties.Where(next => next.FollowsId == swap.DutyId).Select(next => (Guid?)next.Id).FirstOrDefault(),
            people.ToList())).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="TakenId">The duty that follows the one that was asked away; null while it is still that person's.</param>
/// <param name="People">Who lives on the floor.</param>
public sealed record TeaSwapView(
    Guid Id, Guid DutyId, DateOnly Date, string Slot, Guid AskedById, string AskedBy, Guid? AskedOfId, string? AskedOf,
    DateOnly? ReturnDate, string? ReturnSlot, string? Words, SwapState State, string? AnsweredBy, string? Answer, Guid? AnsweredById,
    Guid? TakenId, IReadOnlyList<NamedPerson> People);
