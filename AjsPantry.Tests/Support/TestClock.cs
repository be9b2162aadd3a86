using Microsoft.Extensions.Time.Testing;

namespace AjsPantry.Tests.Support;

/// <summary>The clock of a test application: stands still at a Sunday afternoon in Kolkata until a test moves it.</summary>
public sealed class TestClock() : FakeTimeProvider(Beginning)
{
    /// <summary>Sunday 15 March 2026, 14:30 in Asia/Kolkata.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 3, 15, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The cast's present day.</summary>
    public static readonly DateOnly Today = new(2026, 3, 15);
}
