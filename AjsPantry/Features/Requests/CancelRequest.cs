using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Takes back what one has asked for: while it is open, and an approved absence until it begins.</summary>
public sealed class CancelRequest(PantryDb db, Scope scope, RequestNotice news)
{
    /// <returns>Null when the person has no such request. One that was taken back already stays as it is.</returns>
    public Task<Outcome<Request>?> HandleAsync(Guid id, CancellationToken cancellationToken) =>
        // Decided in the same moment: what it is now decides whether it can be taken back.
        db.RetryOnConflictAsync(() => OnceAsync(id, cancellationToken), RetryOnConflict.Changed);

    private async Task<Outcome<Request>?> OnceAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewRequests);
        var person = scope.Actor;
        var today = scope.Today;
        if (await db.Requests.SingleOrDefaultAsync(
            request => request.Id == id && request.MemberId == person.Id, cancellationToken) is not { } request)
            return null;
        if (request.State == RequestState.Cancelled)
            return request;
        if (request.State != RequestState.Open && (request.State != RequestState.Approved || request.Kind != RequestKind.Absence))
            return new FieldMessage("", "It is already decided, so you cannot withdraw it.");
        if (request.State == RequestState.Approved && request.From <= today)
            return new FieldMessage("", "Your absence has begun. Choose an earlier last day instead.");
        if (request.State == RequestState.Approved)
            await news.TakenBackAsync(request, new Asker(person.Name, person.Role), today.Year, cancellationToken);
        request.State = RequestState.Cancelled;
        request.DecidedById = null;
        request.DecidedAt = scope.Now;
        await news.ClosedAsync(request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }
}
