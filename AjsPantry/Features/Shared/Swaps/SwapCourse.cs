using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Shared.Swaps;

/// <param name="Right">Without it nobody asks, answers or withdraws.</param>
/// <param name="OpenIndex">The unique index by which it is asked once at a time.</param>
/// <param name="Late">Somebody else answered or withdrew it before.</param>
public sealed record SwapKind(Permission Right, string OpenIndex, FieldMessage AlreadyAsked, FieldMessage Late);

/// <summary>
/// The course of a swap, whatever is swapped. It is asked once at a time. Whoever is asked answers, or whoever asks withdraws it, and of
/// several who do the first one counts. A yes to what has moved or is over by then lets it lapse. All of it happens while nobody else
/// changes the floor's duties, so what was looked at is what changes hands. A feature says what is swapped, who has a part in it and in
/// which words people are told.
/// </summary>
public abstract class SwapCourse<TSwap>(PantryDb db, Scope scope, SwapKind kind)
    where TSwap : Swap
{
    protected PantryDb Db => db;

    protected Scope Scope => scope;

    /// <summary>The swaps with what the course of one needs of them.</summary>
    protected virtual IQueryable<TSwap> Swaps => db.Set<TSwap>();

    /// <summary>Begins a transaction in which nobody else changes the floor's duties of this kind.</summary>
    protected abstract Task<IDbContextTransaction> BeginAsync(Guid floorId, CancellationToken cancellationToken);

    /// <summary>The person may end the swap in this way: accept or decline what they are asked, withdraw what is theirs.</summary>
    protected abstract Task<bool> MayAsync(TSwap swap, SwapState end, CancellationToken cancellationToken);

    /// <summary>Why nobody can accept it any more: what was asked for has moved or is over. Null while somebody can.</summary>
    protected abstract Task<FieldMessage?> WhyLapsedAsync(TSwap swap, CancellationToken cancellationToken);

    /// <summary>Why this person cannot accept it, though another might, or they themselves later. Null when they can.</summary>
    protected virtual Task<FieldMessage?> WhyNotAsync(TSwap swap, CancellationToken cancellationToken) =>
        Task.FromResult<FieldMessage?>(null);

    /// <summary>The duties change hands.</summary>
    protected abstract Task ExchangeAsync(TSwap swap, CancellationToken cancellationToken);

    /// <summary>Tells people how it stands with the swap now: that they are asked, or what came of it.</summary>
    protected abstract Task TellAsync(TSwap swap, CancellationToken cancellationToken);

    /// <param name="propose">Makes the swap, or says why not; null when the person has no such duty to give.</param>
    protected async Task<Outcome<TSwap>?> AskAsync(Guid floorId, Func<Task<Outcome<TSwap>?>> propose, CancellationToken cancellationToken)
    {
        scope.Demand(kind.Right);
        await using var turn = await BeginAsync(floorId, cancellationToken);
        var proposed = await propose();
        if (proposed?.Value is not { } swap)
            return proposed;
        db.Add(swap);
        await TellAsync(swap, cancellationToken);
        if (!await db.TrySaveAsync(cancellationToken, kind.OpenIndex))
            return kind.AlreadyAsked;
        await turn.CommitAsync(cancellationToken);
        return swap;
    }

    /// <returns>Null when the floor has no such swap that the person may accept.</returns>
    public Task<Outcome<TSwap>?> AcceptAsync(Guid floorId, Guid id, AnswerSwap.Input input, CancellationToken cancellationToken) =>
        EndAsync(floorId, id, SwapState.Accepted, input.Answer, cancellationToken);

    /// <returns>Null when the floor has no such swap that the person may decline.</returns>
    public Task<Outcome<TSwap>?> DeclineAsync(Guid floorId, Guid id, AnswerSwap.Input input, CancellationToken cancellationToken) =>
        EndAsync(floorId, id, SwapState.Declined, input.Answer, cancellationToken);

    /// <returns>Null when the floor has no such swap that the person may withdraw.</returns>
    public Task<Outcome<TSwap>?> WithdrawAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        EndAsync(floorId, id, SwapState.Withdrawn, null, cancellationToken);

    private async Task<Outcome<TSwap>?> EndAsync(
        Guid floorId, Guid id, SwapState end, string? words, CancellationToken cancellationToken)
    {
        scope.Demand(kind.Right);
        await using var turn = await BeginAsync(floorId, cancellationToken);
        var swap = await Swaps.SingleOrDefaultAsync(swap => swap.FloorId == floorId && swap.Id == id, cancellationToken);
        if (swap is null || !await MayAsync(swap, end, cancellationToken))
            return null;
        if (swap.State != SwapState.Asked)
            return kind.Late;
        var isYes = end == SwapState.Accepted;
        var lapsed = isYes ? await WhyLapsedAsync(swap, cancellationToken) : null;
        if (isYes && lapsed is null && await WhyNotAsync(swap, cancellationToken) is { } why)
            return why;
        swap.Close(lapsed is null ? end : SwapState.Lapsed, scope.Actor.Id, scope.Now, InputParser.TextOrNull(words));
        if (swap.State == SwapState.Accepted)
            await ExchangeAsync(swap, cancellationToken);
        await TellAsync(swap, cancellationToken);
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, RetryOnConflict.Taken))
            return kind.Late;
        await turn.CommitAsync(cancellationToken);
        return lapsed is null ? swap : lapsed;
    }
}
