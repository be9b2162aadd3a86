using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.Web;

/// <summary>The setting PublicAddress: where people open the application.</summary>
public sealed record SiteSettings
{
    public string? PublicAddress { get; init; }

    /// <summary>Null when nothing usable is set.</summary>
    public Uri? Base => Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}

/// <summary>
/// Makes whole addresses of paths. What is mailed is made with PublicAddress only: a request's Host header is whatever its sender
/// wrote, and a link built from it would carry the secret elsewhere. The request's own address serves for what that same person is shown.
/// </summary>
public sealed class SiteAddress(IOptions<SiteSettings> settings, IHttpContextAccessor request)
{
    /// <summary>For mails: null while PublicAddress is not set.</summary>
    public string? ForMail(string path) => settings.Value.Base is { } address ? Join(address.ToString(), path) : null;

    /// <summary>For the eyes of the person who asks, to read out, copy or print.</summary>
    public string Shown(string path) =>
        ForMail(path) ?? (request.HttpContext?.Request is { } asked ? Join($"{asked.Scheme}://{asked.Host}", path) : path);

    private static string Join(string address, string path) => address.TrimEnd('/') + path;
}
