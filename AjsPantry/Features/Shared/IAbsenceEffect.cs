namespace AjsPantry.Features.Shared;

/// <summary>
/// A kind of work that somebody's absence leaves open, such as cooking turns. The feature that owns the work registers one of these;
/// the pages of an absence ask all of them.
/// </summary>
public interface IAbsenceEffect
{
    /// <summary>What these people were to do on the floor between two days, both included, in order.</summary>
    Task<IReadOnlyList<AffectedWork>> OfAsync(
        Guid floorId, IReadOnlyCollection<Guid> memberIds, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}

/// <param name="MemberId">Whose work it is.</param>
/// <param name="Words">What it is, such as Room 104 cooks.</param>
/// <param name="Page">The page on which somebody else is given the day; it takes the floor from its address, and the work's id or, where it
/// has none, the day.</param>
public sealed record AffectedWork(Guid MemberId, DateOnly Day, string Words, string Page, Guid? Id = null);
