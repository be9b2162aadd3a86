namespace AjsPantry.Infrastructure.Web;

/// <summary>What a browser says of its device.</summary>
public static class DeviceKind
{
    private const string MobileHint = "Sec-CH-UA-Mobile";

    /// <summary>A phone is nearly always one person's own. What a browser does not say is a computer.</summary>
    public static bool IsPhone(this HttpRequest request) =>
        request.Headers[MobileHint] == "?1" || request.Headers.UserAgent.ToString().Contains("Mobile", StringComparison.Ordinal);
}
