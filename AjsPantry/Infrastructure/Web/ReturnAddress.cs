namespace AjsPantry.Infrastructure.Web;

/// <summary>Where somebody goes on to after signing in. The address is anybody's to write, so only pages of this site are taken.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    /// <summary>No page of this site has a longer one; everything before a proxy has limits of its own.</summary>
    private const int Longest = 2000;

    /// <summary>A base to read the path against; where the site itself is does not matter for that.</summary>
    private static readonly Uri Site = new("https://site.invalid");

    /// <summary>The address as a header takes it, with what is not ASCII encoded; the home page for every other site.</summary>
    public static string Safe(string? typed)
    {
        var isPath = typed is ['/', ..] and not ['/', '/' or '\\', ..] and { Length: <= Longest } && !typed.Any(char.IsControl);
        if (!isPath || !Uri.TryCreate(Site, typed, out var address) || address.Host != Site.Host)
            return Home;
        var plain = address.PathAndQuery + address.Fragment;
        return plain is ['/', '/' or '\\', ..] ? Home : plain;
    }
}
