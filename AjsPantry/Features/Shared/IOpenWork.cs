namespace AjsPantry.Features.Shared;

/// <summary>
/// A kind of work that people have, such as tea duties. The feature that owns the work registers one of these; pages that move,
/// switch off or relieve a person ask all of them.
/// </summary>
public interface IOpenWork
{
    /// <summary>What the work is called for a given number of it: 1 tea duty, 3 tea duties.</summary>
    string Words(int count);

    /// <summary>
    /// Keeps others from giving or taking the floor's work of this kind until the transaction ends. Called before a person leaves the
    /// floor, so that nobody gets work there who is gone.
    /// </summary>
    Task HoldAsync(Guid floorId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the person still has to do, from the tenant's today on. What is done or past is history and not in here.</summary>
    Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken);

    /// <summary>Gives the person's open work to another, and nothing else. Tracks the changes; the caller saves.</summary>
    /// <param name="toId">Who has it from now on; null when nobody has it and whoever plans it must find somebody.</param>
    Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken);
}

/// <param name="Words">With its number: 3 tea duties.</param>
/// <param name="Samples">The next few of it by day or name, for people to recognise; three at most are shown.</param>
public sealed record OpenWork(string Words, int Count, IReadOnlyList<string> Samples);
