namespace AjsPantry.Tests.Journeys;

/// <summary>The application with its job servers running, as in production.</summary>
public sealed class JobsApp : BrowserApp
{
    protected override bool IsShared => false;

    /// <summary>Its servers work on while a test begins.</summary>
    protected override bool BeginsAnew => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string, string> { ["Jobs:Enabled"] = "true" };
}
