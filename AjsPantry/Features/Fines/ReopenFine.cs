using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Takes a wrong settlement back, with a reason: the fine is open again. The audit trail keeps what it was.</summary>
public static class ReopenFine
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write what was wrong.", Fine.LongestReason);

    public sealed class Handler(PantryDb db, Scope scope, FineNotice news)
    {
        /// <returns>Null when the floor has no such fine. One that is open stays as it is.</returns>
        public async Task<Outcome<Fine>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageFines);
            await using var held = await db.BeginWithFineAsync(id, cancellationToken);
            if (await db.Fines.SingleOrDefaultAsync(fine => fine.FloorId == floorId && fine.Id == id, cancellationToken) is not { } fine)
                return null;
            var me = scope.Actor.Id;
            if (await db.IsOwnAsync(fine, me, cancellationToken))
                return OwnThings.Refusals[OwnThing.Fine];
            if (fine.State == FineState.Open)
                return fine;
            fine.State = FineState.Open;
            fine.SettledById = null;
            fine.SettledAt = null;
            fine.SettledWith = null;
            scope.Reason = InputParser.Text(input.Reason);
            await news.ReopenedAsync(fine, scope.Reason, scope.Now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return fine;
        }
    }
}
