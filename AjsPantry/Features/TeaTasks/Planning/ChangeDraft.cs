using AjsPantry.Features.Requests.Absences;
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

    public sealed class Handler(PantryDb db, AbsencesQuery absences, TimeProvider clock, Scope scope)
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
            if (!Guid.TryParse(typed, out var id)
                || !await db.Members.AnyAsync(
                    member => member.Id == id && member.FloorId == floorId && member.DeactivatedAt == null, cancellationToken))
                return new FieldMessage(nameof(Input.Person), "That person no longer lives here. Choose another.");
            if (!await db.Members.AnyAsync(member => member.Id == id && member.PasswordHash != null, cancellationToken))
                return new FieldMessage(nameof(Input.Person), DutyDesk.NotJoined);
            if ((await absences.BetweenAsync(floorId, place.Date, place.Date, cancellationToken)).Any(absence => absence.MemberId == id))
                return new FieldMessage(nameof(Input.Person), "That person is away on the day. Choose another.");
            var twice = await db.TeaDraftPlaces.AnyAsync(
                other => other.RotaId == place.RotaId && other.Id != place.Id && other.Date == place.Date && other.SlotId == place.SlotId
                    && other.MemberId == id, cancellationToken)
                || await db.TeaDuties.Where(TeaDuty.IsLive)
                    .AnyAsync(duty => duty.Date == place.Date && duty.SlotId == place.SlotId && duty.MemberId == id, cancellationToken);
            return twice ? new FieldMessage(nameof(Input.Person), "That person already makes this tea. Choose another.") : null;
        }
    }
}
