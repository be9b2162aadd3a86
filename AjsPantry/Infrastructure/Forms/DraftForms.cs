using System.Security.Cryptography;
using System.Text.Json;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Forms;

/// <summary>
/// Keeps what somebody sent after their session had ended, or with a token that no longer counts, so that it can be sent once more. Never a
/// password.
/// </summary>
public sealed class DraftForms(PantryDb db, Caller caller, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Where a kept form waits; its id follows.</summary>
    public const string Place = "/account/kept?form=";

    /// <summary>How long a form waits for its person.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>
    /// The longest way to the sign-in page; a return address of our own is far shorter. A header that repeats whatever was asked for, three
    /// signs for each, outgrows what a proxy takes.
    /// </summary>
    private const int LongestReturn = 2048;

    /// <summary>A bill of 200 lines is a tenth of this.</summary>
    private const long MostBytes = 128 * 1024;

    /// <summary>Several tabs may outlive one session; more than this is nobody's typing.</summary>
    private const int MostForms = 10;

    /// <summary>Their forms are made of passwords and codes.</summary>
    private static readonly string[] NeverKept = ["/account/password", "/account/two-step", "/account/devices", "/sign-in", "/sign-out",
        "/join", "/forgot"];

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

        var services = context.HttpContext.RequestServices;
        var cancellationToken = context.HttpContext.RequestAborted;
        var form = (await services.GetRequiredService<DraftForms>().KeepAsync(context.Request, cancellationToken))?.Id;
        if (form is null && await services.GetRequiredService<FormCookie>().KeepAsync(context.HttpContext, cancellationToken))
            form = FormCookie.Id;
        if (form is { } id)
            context.Response.Redirect($"/sign-in?returnUrl={Uri.EscapeDataString(Place + id)}");
        else
            context.Response.Redirect(context.RedirectUri.Length <= LongestReturn ? context.RedirectUri : "/sign-in");
    }

    /// <summary>The signed-in person's form; null when it is somebody else's, too old or not there.</summary>
    public async Task<DraftFields?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Lasts;
        var memberId = caller.Person!.Id;
        var form = await db.KeptForms.AsNoTracking()
            .SingleOrDefaultAsync(form => form.Id == id && form.MemberId == memberId && form.KeptAt > since, cancellationToken);
        return form is null || Unsealed(form.Fields) is not { } fields ? null : new DraftFields(form.Address, fields);
    }

    /// <summary>Pages that ask for passwords and codes; their forms are never kept.</summary>
    public static bool IsOfSecrets(PathString path) => NeverKept.Any(place => path.StartsWithSegments(place));

    /// <summary>Keeps a form of somebody who is signed in, without the files it may carry.</summary>
    /// <returns>Null when it is no form that can be kept.</returns>
    public async Task<DraftForm?> KeepRefusedAsync(HttpRequest request, Guid memberId, CancellationToken cancellationToken) =>
        IsForm(request) ? await KeepAsync(request, memberId, cancellationToken) : null;

    private async Task<DraftForm?> KeepAsync(HttpRequest request, CancellationToken cancellationToken) =>
        caller.Ended is { MayComeBack: true, MemberId: { } memberId } && IsForm(request) && request.ContentLength <= FormReading.AtOnce
            ? await KeepAsync(request, memberId, cancellationToken)
            : null;

    private async Task<DraftForm?> KeepAsync(HttpRequest request, Guid memberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.KeptForms.Where(form => form.MemberId == memberId && form.KeptAt < now - Lasts).ExecuteDeleteAsync(cancellationToken);
        var fields = FieldsOf(await request.ReadFormAsync(cancellationToken));
        var isKept = fields.Count > 0 && fields.Sum(field => field.Key.Length + field.Value.Length) <= MostBytes;
        if (!isKept || await db.KeptForms.CountAsync(form => form.MemberId == memberId, cancellationToken) >= MostForms)
            return null;
        var kept = new DraftForm
        {
            MemberId = memberId,
            Address = request.Path + request.QueryString,
            Fields = _protector.Protect(JsonSerializer.Serialize(fields)),
            KeptAt = now
        };
        db.KeptForms.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }

    /// <summary>A form that may be kept, where it fits.</summary>
    internal static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && !IsOfSecrets(request.Path)
        && (request.Path + request.QueryString).Length <= DraftForm.LongestAddress;

    /// <summary>What somebody typed, without passwords and without what the form is protected with.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IFormCollection form) =>
        [.. form.Where(field => !IsSecret(field.Key))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];

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
public sealed record DraftFields(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
