namespace AjsPantry.Features.Shared;

/// <summary>
/// A kind of turn that people have, such as making tea. The feature that owns it registers one of these; the page of a person asks all of
/// them.
/// </summary>
public interface INextTurns
{
    /// <summary>When the person's turn is next on the floor, from today on and in order.</summary>
    Task<IReadOnlyList<NextTurn>> ReadAsync(
        Guid floorId, Guid memberId, DateOnly today, int most, CancellationToken cancellationToken);
}

/// <summary>A day on which somebody makes tea, or their room cooks.</summary>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="What">Tea, Cooking.</param>
/// <param name="Name">The time for tea, or the room.</param>
/// <param name="Page">Where it opens, by its id; null where it has no page of its own.</param>
public sealed record NextTurn(DateOnly Date, string Icon, string What, string Name, string? Page = null, Guid? Id = null);
