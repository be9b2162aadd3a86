using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Takes a decision back: the request waits again. What was decided before stays in the audit trail.</summary>
public static class ReopenRequest
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason for the person who asked.", Request.LongestComment);

    public sealed class Handler(PantryDb db, Scope scope, RequestNotice news)
    {
        private static readonly FieldMessage Changed = new("", "Someone else changed this request. Open it again to see the latest.");

        /// <returns>Null when the floor has no such request.</returns>
        public async Task<Outcome<Request>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.DecideRequests);
            var person = scope.Actor;
            var found = await db.Requests.Where(request => request.FloorId == floorId && request.Id == id)
                .Select(request => new { Request = request, request.Member!.Role }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return null;
            var request = found.Request;
            var today = scope.Today;
            if (scope.Refusal(OwnThing.Request, request.MemberId) is { } own)
                return own;
            if (!Deciders.May(person, request.MemberId, found.Role))
                return new FieldMessage("", "An admin decides on the requests of pantry heads.");
            if (!MayReopen(request.State, request.Until, today))
                return request.Until < today ? new FieldMessage("", "Its days are over, so the decision cannot be undone.") : Changed;
            scope.Reason = InputParser.Text(input.Reason);
            request.State = RequestState.Open;
            request.DecidedById = null;
            request.DecidedAt = null;
            request.Comment = null;
            await news.ReopenedAsync(request, person.Name, scope.Reason, today.Year, cancellationToken);
            return await SaveAsync(request, cancellationToken);
        }

        private async Task<Outcome<Request>> SaveAsync(Request request, CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return request;
            }
            catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Changed, RetryOnConflict.Taken))
            {
                db.ChangeTracker.Clear();
                return Changed;
            }
            catch (DbUpdateException exception) when (exception.IsConflict(Request.OverlapConstraint))
            {
                db.ChangeTracker.Clear();
                return new FieldMessage("", "They asked for another absence on these days in the meantime. Decide on that one.");
            }
        }
    }

    /// <summary>It was approved or declined, and its days are not over.</summary>
    public static bool MayReopen(RequestState state, DateOnly until, DateOnly today) =>
        state is RequestState.Approved or RequestState.Declined && until >= today;
}
