using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.Forms;

/// <summary>
/// Keeps what somebody sent without a session, sealed in a cookie of their own browser: the server does not know whose it is. It shows only
/// to the person for whom the page with the form was made, as the form's own token says. Never a password.
/// </summary>
public sealed class FormCookie(
    IDataProtectionProvider protection, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, TimeProvider clock)
{
    /// <summary>Stands for the form of the cookie where kept forms are named by their ids.</summary>
    public static readonly Guid Id = Guid.Empty;

    private const string Name = "pantry-typed";

    /// <summary>Browsers keep 4 kB of a cookie, and proxies take 8 kB of all of them.</summary>
    private const int Most = 3800;

    private readonly IDataProtector _protector = protection.CreateProtector("AjsPantry.FormCookie");

    /// <returns>False when it is no form of our own page, or more than a cookie can hold.</returns>
    public async Task<bool> KeepAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!DraftForms.IsForm(request) || !RefusedForms.IsOfOwnPage(request) || request.ContentLength is not <= FormReading.AtOnce
            || !request.Cookies.ContainsKey(options.Value.Cookie.Name!))
            return false;
        var form = await request.ReadFormAsync(cancellationToken);
        var token = form[options.Value.FormFieldName].ToString();
        var fields = DraftForms.FieldsOf(form);
        if (token == "" || fields.Count == 0)
            return false;
        var typed = new Kept(request.Path + request.QueryString, token, clock.GetUtcNow(), fields);
        var text = Base64Url.EncodeToString(_protector.Protect(Packed(JsonSerializer.SerializeToUtf8Bytes(typed))));
        if (text.Length > Most)
            return false;
        context.Response.Cookies.Append(CookieName(request), text, HostCookie.Options(context, DraftForms.Lasts));
        return true;
    }

    /// <summary>The signed-in person's form; null when it is somebody else's, too old or not there.</summary>
    public async Task<DraftFields?> OpenAsync(HttpContext context) =>
        Unsealed(context.Request.Cookies[CookieName(context.Request)]) is { } typed
        && typed.At > clock.GetUtcNow() - DraftForms.Lasts && await IsOfPersonAsync(context, typed.Token)
            ? new DraftFields(typed.Address, typed.Fields) : null;

    private static string CookieName(HttpRequest request) => HostCookie.Name(request.IsHttps, Name);

    /// <summary>
    /// Asks whether a form with that token would count if the person sent it now. The token names the person, and nobody else can make one.
    /// </summary>
    private Task<bool> IsOfPersonAsync(HttpContext context, string token)
    {
        var asked = new DefaultHttpContext { RequestServices = context.RequestServices, User = context.User };
        asked.Request.Method = HttpMethods.Post;
        asked.Request.Scheme = context.Request.Scheme;
        asked.Request.Host = context.Request.Host;
        asked.Request.Headers.Cookie = context.Request.Headers.Cookie;
        asked.Request.Headers[options.Value.HeaderName!] = token;
        return antiforgery.IsRequestValidAsync(asked);
    }

    private Kept? Unsealed(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<Kept>(Unpacked(_protector.Unprotect(Base64Url.DecodeFromChars(text))));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Cut off, made by somebody else, or of a key ring that was replaced meanwhile.
            return null;
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var all = new MemoryStream();
        using (var stream = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress))
            stream.CopyTo(all);
        return all.ToArray();
    }

    private sealed record Kept(string Address, string Token, DateTimeOffset At, IReadOnlyList<KeyValuePair<string, string>> Fields);
}
