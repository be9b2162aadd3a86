namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// The clock of whoever loads demo data. While somebody of the demo does something it stands at their moment, for them and nobody else, so
/// that two residences live through their year side by side. For all others it is the machine's own.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();

    public override DateTimeOffset GetUtcNow() => _moment.Value ?? base.GetUtcNow();

    /// <summary>Ends with the asynchronous method that calls it.</summary>
    public void StandAt(DateTimeOffset moment) => _moment.Value = moment.ToUniversalTime();
}
