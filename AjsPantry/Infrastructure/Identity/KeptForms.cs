using System.Security.Cryptography;
using System.Text.Json;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Keeps what somebody sent after their session had ended, so that it can be sent once more after signing in. Never a password.</summary>
public sealed class KeptForms(PantryDb db, Caller caller, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Where a kept form waits; its id follows.</summary>
    public const string Place = "/account/kept?form=";

    /// <summary>How long a form waits for its person.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>A bill of 200 lines has about 40 kB; larger forms are lists and files, which are sent again.</summary>
    private const int MostBytes = 128 * 1024;

    /// <summary>Several tabs may outlive one session; more than this is nobody's typing.</summary>
    private const int MostForms = 10;

    /// <summary>Their forms are made of passwords and codes.</summary>
    private static readonly string[] NeverKept = ["/identity", "/sign-in", "/sign-out", "/join", "/forgot"];

    private readonly IDataProtector _protector = protection.CreateProtector("AjsPantry.KeptForms");

    /// <summary>Answers whoever has no session: leads to the sign-in page, and keeps what a form carries.</summary>
    public static async Task SendToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page cannot ask for a password. The page stays, with whatever was typed on it.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var form = await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.Request, context.HttpContext.RequestAborted);
        context.Response.Redirect(form is null ? context.RedirectUri : $"/sign-in?returnUrl={Uri.EscapeDataString(Place + form.Id)}");
    }

    /// <summary>The signed-in person's form; null when it is somebody else's, too old or not there.</summary>
    public async Task<KeptFields?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var (since, memberId) = (clock.GetUtcNow() - Lasts, caller.Person!.Id);
        var form = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(form => form.Id == id && form.MemberId == memberId && form.KeptAt > since, cancellationToken);
        return form is null || Unsealed(form.Fields) is not { } fields ? null : new KeptFields(form.Address, fields);
    }

    private async Task<KeptForm?> KeepAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (caller.Ended is not { MayComeBack: true, MemberId: { } memberId } || !IsForm(request))
            return null;
        var now = clock.GetUtcNow();
        await db.KeptForms.Where(form => form.MemberId == memberId && form.KeptAt < now - Lasts).ExecuteDeleteAsync(cancellationToken);
        if (await FieldsAsync(request, cancellationToken) is not { Count: > 0 } fields || await db.KeptForms.CountAsync(form => form.MemberId == memberId, cancellationToken) >= MostForms)
            return null;
        var kept = new KeptForm { MemberId = memberId, Address = request.Path + request.QueryString, Fields = _protector.Protect(JsonSerializer.Serialize(fields)), KeptAt = now };
        db.KeptForms.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength <= MostBytes
        && (request.Path + request.QueryString).Length <= KeptForm.LongestAddress && !NeverKept.Any(path => request.Path.StartsWithSegments(path));

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(HttpRequest request, CancellationToken cancellationToken) =>
    [
        .. (await request.ReadFormAsync(cancellationToken)).Where(field => !IsSecret(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))),
    ];

    private static bool IsSecret(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name.Contains("password", StringComparison.OrdinalIgnoreCase);

    private List<KeyValuePair<string, string>>? Unsealed(string sealedFields)
    {
        try
        {
            return JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(_protector.Unprotect(sealedFields));
        }
        catch (CryptographicException)
        {
            // The key ring was replaced meanwhile.
            return null;
        }
    }
}

/// <param name="Address">Where the form was going.</param>
public sealed record KeptFields(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
