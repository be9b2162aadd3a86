namespace AjsPantry.Tests.Journeys;

/// <summary>The application with its job servers running, as in production.</summary>
public sealed class JobsApp : BrowserApp
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Jobs:Enabled"] = "true" };
}
