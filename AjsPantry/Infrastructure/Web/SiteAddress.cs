namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Makes whole addresses of paths. What is mailed is made with the setting PublicAddress only: a request's Host header is whatever its
/// sender wrote, and a link built from it would carry the secret elsewhere. The request's own address serves for what that same
/// person is shown.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration, IHttpContextAccessor request)
{
    /// <summary>Where people open the application, such as https://pantry.example.org.</summary>
    public const string Setting = "PublicAddress";

    private readonly string? _base = BaseOf(configuration[Setting]);

    /// <summary>For mails: null while PublicAddress is not set.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string? ForMail(string path) => _base is null ? null : _base + path;

    /// <summary>For the eyes of the person who asks, to read out, copy or print; the path alone where nobody asks over the web.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Shown(string path) =>
        ForMail(path) ?? (request.HttpContext?.Request is { } asked ? $"{asked.Scheme}://{asked.Host}{asked.PathBase}{path}" : path);

    /// <summary>The same to be typed by hand, without https:// before it, which browsers add.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string Read(string path)
    {
        var address = Shown(path);
        return address.StartsWith(Secure, StringComparison.Ordinal) ? address[Secure.Length..] : address;
    }

    private const string Secure = "https://";

    /// <summary>Without a slash at the end; null when it is no address of a web site.</summary>
    public static string? BaseOf(string? setting) =>
        Uri.TryCreate(setting, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address.ToString().TrimEnd('/')
            : null;
}
