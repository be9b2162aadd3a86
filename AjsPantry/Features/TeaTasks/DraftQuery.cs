using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>A floor's draft of a tea rota.</summary>
public sealed class DraftQuery(PantryDb db)
{
    /// <returns>Null when the floor has no draft.</returns>
    public Task<DraftView?> ReadAsync(Guid floorId, CancellationToken cancellationToken) => db.TeaRotas.AsNoTracking().Where(rota => rota.FloorId == floorId && rota.PublishedAt == null)
        .Select(rota => new DraftView(rota.Id, rota.From, rota.Until, rota.People, rota.Version, rota.Places.OrderBy(place => place.Date).ThenBy(place => place.Slot!.Position).ThenBy(place => place.Place)
            .Select(place => new DraftPlace(place.Id, place.Date, place.Slot!.Name, place.MemberId, place.Member == null ? null : place.Member.Name, place.Why, place.KeptFrom)).ToList()))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whose absences in the draft's days nobody has decided yet, each person once.</summary>
    public async Task<IReadOnlyList<string>> UndecidedAsync(Guid floorId, DraftView draft, CancellationToken cancellationToken) =>
        await db.Requests.AsNoTracking()
            .Where(request => request.FloorId == floorId && request.Kind == RequestKind.Absence && request.State == RequestState.Open && request.From <= draft.Until && request.Until >= draft.From && request.Member!.DeactivatedAt == null)
            .Select(request => request.Member!.Name).Distinct().OrderBy(name => NameOrder.Of(name)).ToListAsync(cancellationToken);

    /// <summary>What a new draft begins with.</summary>
    public Task<DraftStart> StartAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var (duties, slots, rotas) = (db.TeaDuties, db.TeaSlots, db.TeaRotas);
        return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId).Select(floor => new DraftStart(
            slots.Any(slot => slot.FloorId == floorId && slot.ArchivedAt == null),
            duties.Where(duty => duty.FloorId == floorId).Max(duty => (DateOnly?)duty.Date),
            rotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt == null).Select(rota => new PresentDraft(rota.From, rota.Until, rota.People)).FirstOrDefault()))
            .SingleAsync(cancellationToken);
    }
}

/// <param name="People">The ids of those who take part.</param>
/// <param name="Version">Of what is shown; publishing asks for it.</param>
public sealed record DraftView(Guid Id, DateOnly From, DateOnly Until, Guid[] People, uint Version, List<DraftPlace> Places);

public sealed record DraftPlace(Guid Id, DateOnly Date, string Slot, Guid? MemberId, string? Name, string Why, DateOnly? KeptFrom);

/// <param name="LastDay">The last day for which tea is published; null when there is none.</param>
/// <param name="Draft">The floor's present draft.</param>
public sealed record DraftStart(bool HasSlots, DateOnly? LastDay, PresentDraft? Draft);

public sealed record PresentDraft(DateOnly From, DateOnly Until, Guid[] People);
