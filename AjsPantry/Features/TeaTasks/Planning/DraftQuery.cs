using AjsPantry.Features.Requests;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>A floor's draft of a tea rota.</summary>
public sealed class DraftQuery(PantryDb db)
{
    /// <returns>Null when the floor has no draft.</returns>
    public Task<DraftView?> ReadAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.TeaRotas.AsNoTracking().Where(rota => rota.FloorId == floorId && rota.PublishedAt == null)
        .Select(rota =>
            new DraftView(rota.Id, rota.From, rota.Until, rota.People, rota.Version,
                rota.Places.OrderBy(place => place.Date).ThenBy(place => place.Slot!.Position).ThenBy(place => place.Place)
            .Select(place =>
                new DraftPlace(place.Id, place.Date, place.Slot!.Name, place.MemberId, place.Member == null ? null : place.Member.Name,
                    place.Why, place.KeptFrom)).ToList()))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Who asked to be away in the draft's days and has no answer yet, and which places need somebody else because an absence was approved.
    /// </summary>
    public async Task<DraftAbsences> AbsencesAsync(Guid floorId, DraftView draft, CancellationToken cancellationToken)
    {
        var absences = await db.Requests.AsNoTracking().Where(Request.OfPeopleOn(floorId)).Where(Request.Between(draft.From, draft.Until))
            .Where(request => request.Kind == RequestKind.Absence
                && (request.State == RequestState.Open || request.State == RequestState.Approved))
            .Select(request => new { request.MemberId, request.Member!.Name, request.From, request.Until, request.State })
                .ToListAsync(cancellationToken);
        var approved = absences.FindAll(absence => absence.State == RequestState.Approved);
        return new DraftAbsences(
            [.. absences.Except(approved).Select(absence => absence.Name).Distinct().Order(NameOrder.Comparer)],
            draft.Places
                .FindAll(place =>
                    approved.Exists(absence => absence.MemberId == place.MemberId && absence.From <= place.Date
                        && absence.Until >= place.Date)));
    }

    /// <summary>What a new draft begins with.</summary>
    public Task<DraftStart> StartAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var duties = db.TeaDuties;
        var slots = db.TeaSlots;
        var rotas = db.TeaRotas;
        return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId).Select(floor => new DraftStart(
            slots.Any(slot => slot.FloorId == floorId && slot.ArchivedAt == null),
            duties.Where(duty => duty.FloorId == floorId).Max(duty => (DateOnly?)duty.Date),
            rotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt == null)
                .Select(rota => new PresentDraft(rota.From, rota.Until, rota.People)).FirstOrDefault()))
            .SingleAsync(cancellationToken);
    }
}

/// <param name="People">The ids of those who take part.</param>
/// <param name="Version">Of what is shown; publishing asks for it.</param>
public sealed record DraftView(Guid Id, DateOnly From, DateOnly Until, Guid[] People, uint Version, List<DraftPlace> Places);

public sealed record DraftPlace(Guid Id, DateOnly Date, string Slot, Guid? MemberId, string? Name, string Why, DateOnly? KeptFrom);

/// <param name="Undecided">Each person once.</param>
/// <param name="Away">The draft is not published with them.</param>
public sealed record DraftAbsences(IReadOnlyList<string> Undecided, IReadOnlyList<DraftPlace> Away);

/// <param name="LastDay">The last day for which tea is published; null when there is none.</param>
/// <param name="Draft">The floor's present draft.</param>
public sealed record DraftStart(bool HasSlots, DateOnly? LastDay, PresentDraft? Draft);

public sealed record PresentDraft(DateOnly From, DateOnly Until, Guid[] People);
