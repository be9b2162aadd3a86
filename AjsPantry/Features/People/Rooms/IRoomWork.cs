namespace AjsPantry.Features.People.Rooms;

/// <summary>What rooms have to do, such as cooking turns. The feature that owns the work registers one of these.</summary>
public interface IRoomWork
{
    /// <summary>
    /// Takes coming work off a room that goes out of use. Within the caller's transaction, after the room was archived and saved.
    /// </summary>
    Task ReleaseAsync(Guid floorId, Guid roomId, CancellationToken cancellationToken);

    /// <summary>Tells those who plan the floor that the last person leaves a room which has work to do. The caller saves.</summary>
    /// <returns>What it has to do and what can be done about it, after "but it"; null when it has nothing to do.</returns>
    Task<string?> LeftEmptyAsync(Room room, CancellationToken cancellationToken);
}
