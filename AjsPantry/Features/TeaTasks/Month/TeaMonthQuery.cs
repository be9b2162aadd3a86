using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Month;

/// <summary>A month of published tea duties, and what waits for the person who looks. Drafts are no part of it.</summary>
public sealed class TeaMonthQuery(PantryDb db, ReadCache cache)
{
    /// <param name="month">The first day of the month.</param>
    public async Task<TeaMonth> ReadAsync(
        Guid floorId, DateOnly month, Guid memberId, DateOnly today, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("tea of a month", floorId, month, memberId, today), async () =>
            await AskAsync(floorId, month, memberId, today, cancellationToken));

    private async Task<TeaMonth> AskAsync(
        Guid floorId, DateOnly month, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var end = month.AddMonths(1);
        var slots = db.TeaSlots;
        var rotas = db.TeaRotas;
        var people = FloorPeople.Of(db, floorId);
        var duties = await DutiesAsync(floorId, month, memberId, today, cancellationToken);
        var floor = await db.Floors.AsNoTracking().Where(floor => floor.Id == floorId).Select(floor => new
        {
            Slots = slots.Count(slot => slot.FloorId == floorId && slot.ArchivedAt == null),
            Draft = rotas.Any(rota => rota.FloorId == floorId && rota.PublishedAt == null),
            People = people.ToList(),
        }).SingleAsync(cancellationToken);
        return new TeaMonth(
            month, [.. duties.Where(duty => duty.Date >= month && duty.Date < end)],
            [.. duties.Where(duty => duty.Mine
                && (duty.Date >= today ? duty.State.IsOpen() : TeaStates.MayMarkOwn(duty.State, duty.Date, today)))],
            [.. duties.Where(duty => duty.Swap is { AskedByMe: false } swap && duty.Date >= today
                && (swap.AskedOfId is null || swap.AskedOfMe))],
            floor.Slots, floor.Draft, floor.People);
    }

    /// <summary>The month's, the person's own of late and to come, and those that they are asked to take over.</summary>
    private Task<List<TeaRow>> DutiesAsync(
        Guid floorId, DateOnly month, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var end = month.AddMonths(1);
        var lately = today.AddDays(-TeaStates.DaysToMark);
        var swaps = db.TeaSwaps;
        return db.TeaDuties.AsNoTracking()
            .Where(TeaDuty.IsLive)
            .Where(duty => duty.FloorId == floorId
                && ((duty.Date >= month && duty.Date < end)
                    || (duty.MemberId == memberId && duty.Date >= lately)
                    || (duty.Date >= today
                        && swaps.Any(swap => swap.DutyId == duty.Id && swap.State == SwapState.Asked
                            && (swap.AskedOfId == memberId || swap.AskedOfId == null)))))
            .OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).ThenBy(duty => duty.Place)
            .Select(duty => new TeaRow(
                duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At, duty.MemberId, duty.Member == null ? null : duty.Member.Name, duty.State,
                duty.State == TeaState.Done && duty.ConfirmedAt == null && duty.MemberId != memberId, duty.MemberId == memberId,
                swaps.Where(swap => swap.DutyId == duty.Id && swap.State == SwapState.Asked)
                    .Select(swap => new AskedSwap(swap.Id, swap.AskedById == memberId, swap.AskedOfId, swap.AskedOfId == memberId))
                        .FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}

/// <param name="Duties">Of the month, by day and time of day.</param>
/// <param name="Mine">What is to come, and what the person has not said of yet whether it was done.</param>
/// <param name="Asked">Duties of others that the person is asked to take over.</param>
/// <param name="Slots">How many times of the day the floor has.</param>
/// <param name="People">Who lives on the floor.</param>
public sealed record TeaMonth(DateOnly Month, IReadOnlyList<TeaRow> Duties, IReadOnlyList<TeaRow> Mine, IReadOnlyList<TeaRow> Asked,
    int Slots, bool HasDraft, IReadOnlyList<NamedPerson> People)
{
    /// <summary>What those who are shown are called, nobody like another of the floor.</summary>
    public IReadOnlyDictionary<Guid, string> Names(TenantView tenant) =>
        tenant.NamesApart(People.With(Duties.Select(duty => (duty.MemberId, duty.Name))));
}

/// <param name="ToConfirm">Whoever made it says so, and nobody else has agreed yet.</param>
public sealed record TeaRow(Guid Id, DateOnly Date, string Slot, TimeOnly? At, Guid? MemberId, string? Name, TeaState State, bool ToConfirm,
    bool Mine, AskedSwap? Swap);

/// <summary>A question that nobody has answered yet.</summary>
public sealed record AskedSwap(Guid Id, bool AskedByMe, Guid? AskedOfId, bool AskedOfMe);
