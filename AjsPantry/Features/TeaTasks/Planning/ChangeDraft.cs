using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>Gives a place of a draft to somebody else, or to nobody; or throws the draft away.</summary>
public static class ChangeDraft
{
    public sealed record Input
    {
        /// <summary>The id of whoever makes tea; empty for nobody yet.</summary>
        public string? Person { get; set; }
    }

    public sealed class Handler(PantryDb db, TeaTakersQuery takers, TimeProvider clock, Scope scope)
    {
        /// <returns>Null when the floor's draft has no such place.</returns>
        public async Task<Outcome<TeaDraftPlace>?> HandleAsync(Guid floorId, Guid placeId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var draft = await db.TeaRotas.SingleOrDefaultAsync(
                rota => rota.FloorId == floorId && rota.PublishedAt == null, cancellationToken);
            var place = draft is null ? null
                : await db.TeaDraftPlaces.SingleOrDefaultAsync(place => place.RotaId == draft.Id && place.Id == placeId, cancellationToken);
            if (place is null)
                return null;
            if (await ProblemAsync(floorId, place, input.Person, cancellationToken) is { } problem)
                return problem;
            Guid? person = string.IsNullOrEmpty(input.Person) ? null : Guid.Parse(input.Person);
            if (person != place.MemberId)
            {
                place.MemberId = person;
                place.Why = person is null ? "Nobody is named yet." : "Chosen by hand.";
                place.KeptFrom = null;
            }
            draft!.ChangedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return place;
        }

        /// <summary>Throws the floor's draft away. Nobody else has seen it.</summary>
        public async Task DiscardAsync(Guid floorId, Guid rotaId, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            db.TeaRotas
                .RemoveRange(await db.TeaRotas.Where(rota => rota.FloorId == floorId && rota.Id == rotaId && rota.PublishedAt == null)
                    .ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
        }

        private async Task<FieldMessage?> ProblemAsync(
            Guid floorId, TeaDraftPlace place, string? typed, CancellationToken cancellationToken)
        {
            if (string.IsNullOrEmpty(typed))
                return null;
            if (!Guid.TryParse(typed, out var id))
                return new FieldMessage(nameof(Input.Person), TeaTakers.Gone);
            var can = await takers.ReadAsync(floorId, place.Date, place.Date, cancellationToken);
            if (can.WhyNot(place.SlotId, place.Date, id) is { } problem)
                return new FieldMessage(nameof(Input.Person), problem);
            return await db.TeaDraftPlaces.AnyAsync(
                other => other.RotaId == place.RotaId && other.Id != place.Id && other.Date == place.Date && other.SlotId == place.SlotId
                    && other.MemberId == id, cancellationToken)
                ? new FieldMessage(nameof(Input.Person), TeaTakers.Makes) : null;
        }
    }
}
