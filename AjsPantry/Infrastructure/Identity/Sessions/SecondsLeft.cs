namespace AjsPantry.Infrastructure.Identity.Sessions;

/// <summary>What is left of a session on a shared device when nobody touches it.</summary>
public static class SecondsLeft
{
    /// <returns>Whole seconds; null for a device of one's own.</returns>
    public static int? Of(DateTimeOffset? idleAt, TimeProvider clock) =>
        idleAt is { } end ? (int)Math.Max(0, (end - clock.GetUtcNow()).TotalSeconds) : null;
}
