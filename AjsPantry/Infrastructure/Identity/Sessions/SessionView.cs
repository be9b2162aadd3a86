namespace AjsPantry.Infrastructure.Identity.Sessions;

/// <summary>A session as lists of devices show it.</summary>
/// <param name="Device">The browser's own description.</param>
/// <param name="IsThis">The session of the present request.</param>
public sealed record SessionView(Guid Id, string Device, string Address, DateTimeOffset LastSeenAt, bool IsThis)
{
    /// <summary>Firefox on Windows; as much of it as the description tells.</summary>
    public string Words =>
        (First(("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
            ("Safari/", "Safari")),
                First(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
                    ("Linux", "Linux"))) switch
        {
            (null, null) => "Unknown device",
            (null, var system) => system,
            (var browser, null) => browser,
            var (browser, system) => $"{browser} on {system}",
        };

    private string? First(params (string Mark, string Name)[] known) =>
        known.FirstOrDefault(entry => Device.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
