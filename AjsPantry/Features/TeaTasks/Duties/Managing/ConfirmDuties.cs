using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>Whoever manages tea agrees that it was made, as the people said who made it. Nobody confirms their own.</summary>
public static class ConfirmDuties
{
    public sealed record Input
    {
        public List<Guid> Duties { get; set; } = [];
    }

    public sealed record Confirmed(int Teas);

    public sealed class Handler(PantryDb db, DutyDesk desk, Scope scope)
    {
        private static readonly FieldMessage Nothing = new(nameof(Input.Duties), "Tick at least one.");

        private static readonly FieldMessage Gone = new(
            nameof(Input.Duties), "One of them no longer needs to be confirmed. The list below is up to date.");

        public async Task<Outcome<Confirmed>> HandleAsync(Guid floorId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageTea);
            var chosen = input.Duties.Distinct().ToList();
            if (chosen.Count == 0)
                return Nothing;
            await using var turn = await db.BeginChangeOfTeaAsync(floorId, cancellationToken);
            var me = scope.Actor.Id;
            var now = scope.Now;
            var duties = await ToConfirm(db, floorId, me).Where(duty => chosen.Contains(duty.Id)).ToListAsync(cancellationToken);
            if (duties.Count < chosen.Count)
                return Gone;
            foreach (var duty in duties)
            {
                duty.ConfirmedAt = now;
                duty.ConfirmedById = me;
            }

            return await desk.CommitAsync(turn, cancellationToken) ? new Confirmed(duties.Count) : Gone;
        }
    }

    /// <summary>What was made, as whoever made it says, and nobody else has agreed to yet.</summary>
    internal static IQueryable<TeaDuty> ToConfirm(PantryDb db, Guid floorId, Guid me) =>
        db.TeaDuties
            .Where(duty => duty.FloorId == floorId && duty.State == TeaState.Done && duty.ConfirmedAt == null && duty.MemberId != me);
}
