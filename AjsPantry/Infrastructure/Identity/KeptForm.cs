using System.Text.Json;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>A form that arrived after its session had ended: where it was going, whose it was and what was typed, never a password.</summary>
public sealed record KeptForm(string Address, Guid MemberId, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly string[] Secrets = ["password", "secret", "code", "__requestverificationtoken"];

    /// <summary>Keeps what a post without a live session carries, and shows the sign-in page with it; anything else is redirected as usual.</summary>
    public static async Task SendToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page cannot ask for a password; htmx leads the whole page there.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = "/sign-in";
        }
        else if (await ReadAsync(context.HttpContext) is { } form)
        {
            context.HttpContext.ContinueAt("/sign-in", QueryString.Create("returnUrl", form.Address));
            context.HttpContext.Features.Set(form);
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    private static async Task<KeptForm?> ReadAsync(HttpContext context)
    {
        var ended = context.RequestServices.GetRequiredService<Caller>().Ended;
        if (!HttpMethods.IsPost(context.Request.Method) || ended is not { MayComeBack: true, MemberId: { } memberId } || !IsReadable(context.Request))
            return null;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        List<KeyValuePair<string, string>> fields = [.. form.Where(field => !IsSecret(field.Key)).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        return fields.Count == 0 ? null : new(context.Request.Path + context.Request.QueryString, memberId, fields);
    }

    private static bool IsReadable(HttpRequest request) => request.HasFormContentType && request.ContentLength <= KeptForms.MostBytes;

    private static bool IsSecret(string name) => Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Writes kept forms into a hidden field that nobody can read or change, and reads them back for the same person within the hour.</summary>
public sealed class KeptForms(IDataProtectionProvider protection)
{
    /// <summary>A bill of 200 lines has about 40 kB; larger forms are imports and files, which are sent again.</summary>
    public const int MostBytes = 128 * 1024;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("AjsPantry.KeptForm").ToTimeLimitedDataProtector();

    public string Seal(KeptForm form) => _protector.Protect(JsonSerializer.Serialize(form), Lasts);

    /// <returns>Null when it was changed, is too old, or was typed by somebody else.</returns>
    public KeptForm? Open(string? kept, Guid memberId)
    {
        if (string.IsNullOrEmpty(kept))
            return null;
        try
        {
            return JsonSerializer.Deserialize<KeptForm>(_protector.Unprotect(kept)) is { } form && form.MemberId == memberId ? form : null;
        }
        catch (Exception exception) when (exception is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }
}
