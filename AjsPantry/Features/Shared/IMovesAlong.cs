using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Features.Shared;

/// <summary>
/// Something that goes along when a person moves to another floor, such as what they asked for. The feature that owns it registers one of
/// these.
/// </summary>
public interface IMovesAlong
{
    /// <summary>Within the unit of work of the move; the caller saves.</summary>
    /// <param name="member">The person, with the new floor.</param>
    Task FollowAsync(Member member, DateOnly today, CancellationToken cancellationToken);
}
