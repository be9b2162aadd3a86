using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>The signed-in person's own requests; for those who decide, the floor's as well.</summary>
public sealed class RequestsQuery(PantryDb db, Scope scope)
{
    private DateOnly Today => scope.Today;

    /// <summary>Those that wait first, then the newest.</summary>
    public Task<PageOf<RequestView>> PageAsync(Guid floorId, int page, CancellationToken cancellationToken) =>
        Visible(floorId)
            .OrderBy(request => request.State == RequestState.Open && request.Until >= Today && request.Member!.DeactivatedAt == null ? 0
                : 1).ThenByDescending(request => request.CreatedAt).ThenByDescending(request => request.Id)
            .Select(RequestView.Of).PageAsync(page, cancellationToken);

    /// <summary>How many wait for the person, and how many of their own are open, on whatever page they are.</summary>
    public async Task<OpenRequests> OpenAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var open = await Visible(floorId).Where(Request.Waits(Today)).Select(request => new { request.MemberId, request.Member!.Role })
            .ToListAsync(cancellationToken);
        return new(open.Count(request => Deciders.May(scope.Actor, request.MemberId, request.Role)),
            open.Count(request => request.MemberId == scope.Actor.Id));
    }

    /// <returns>Null when there is none, or it is not the person's to see.</returns>
    public Task<RequestView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Visible(floorId).Where(request => request.Id == id).Select(RequestView.Of).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Request> Visible(Guid floorId)
    {
        var me = scope.Actor.Id;
        var decides = scope.Actor.May(Permission.DecideRequests);
        return db.Requests.AsNoTracking().Where(request => request.MemberId == me || (decides && request.FloorId == floorId));
    }
}

/// <param name="Waiting">For the person to decide on.</param>
public sealed record OpenRequests(int Waiting, int Own);

/// <param name="HasLeft">The person who asked is no longer active.</param>
/// <param name="Role">What the person who asks is now; a pantry head's request is decided by an admin.</param>
public sealed record RequestView(
    Guid Id, Guid MemberId, string Name, Role Role, Guid FloorId, RequestKind Kind, DateOnly From, DateOnly Until, string Reason,
    RequestState State, string? DecidedBy, DateTimeOffset? DecidedAt, string? Comment, DateTimeOffset CreatedAt, bool HasLeft)
{
    /// <summary>Translated to SQL.</summary>
    public static readonly Expression<Func<Request, RequestView>> Of = request => new RequestView(
        request.Id, request.MemberId, request.Member!.Name == "" ? request.Member.Number : request.Member.Name, request.Member.Role,
        request.FloorId, request.Kind, request.From, request.Until,
        request.Reason, request.State, request.DecidedBy!.Name, request.DecidedAt, request.Comment, request.CreatedAt,
        request.Member.DeactivatedAt != null);

    /// <summary>It still needs a decision: its days are not over, and its person has not left.</summary>
    public bool Waits(DateOnly today) => State == RequestState.Open && Until >= today && !HasLeft;

    /// <summary>It waits, and the person decides on it.</summary>
    public bool WaitsFor(SignedIn person, DateOnly today) => Waits(today) && Deciders.May(person, MemberId, Role);

    /// <summary>The person may take the decision back.</summary>
    public bool MayBeReopened(SignedIn person, DateOnly today) =>
        ReopenRequest.MayReopen(State, Until, today) && Deciders.May(person, MemberId, Role);

    /// <summary>Its person may take it back: while it is open, and an approved absence until it begins.</summary>
    public bool MayBeTakenBack(DateOnly today) =>
        State == RequestState.Open || (State == RequestState.Approved && Kind == RequestKind.Absence && From > today);
}
