using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>A page whose forms may be larger than others.</summary>
/// <param name="most">Of the whole form, in bytes.</param>
[AttributeUsage(AttributeTargets.Class)]
public class FormSizeAttribute(long most) : Attribute
{
    /// <summary>In bytes.</summary>
    public long Most => most;

    /// <summary>How many fields it may have.</summary>
    public int Fields { get; init; } = FormSize.MostFields;
}

/// <summary>
/// How large a form a page takes: what it says itself, little where nobody has signed in, and enough for any form elsewhere.
/// </summary>
/// <param name="Most">Of the whole form, in bytes.</param>
/// <param name="TakesFiles">The page says itself what is too large.</param>
public sealed record FormSize(long Most, int Fields, bool TakesFiles)
{
    /// <summary>Whoever has not signed in sends a name and a password.</summary>
    public const long OfStrangers = 64 * 1024;

    /// <summary>A bill of 200 lines has about 40 kB, a pasted list of people half a megabyte.</summary>
    public const long Usual = 1024 * 1024;

    /// <summary>A bill of 200 lines has 1,200 fields; ASP.NET's own limit is 1,024.</summary>
    public const int MostFields = 4096;

    /// <summary>Of the page that was asked for; where there is none, nothing is taken that a stranger may not send.</summary>
    public static FormSize Of(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata;
        if (page?.GetMetadata<FormSizeAttribute>() is { } own)
            return new(own.Most, own.Fields, own is TooLargeUploadAttribute);
        var isOpen = page is null || page.GetMetadata<IAllowAnonymous>() is not null;
        return new(isOpen ? OfStrangers : Usual, MostFields, TakesFiles: false);
    }

    /// <summary>The same as ASP.NET says it.</summary>
    public FormOptions Options() => new()
    {
        ValueCountLimit = Fields,
        // However large the form, what is typed in one field is not.
        ValueLengthLimit = (int)Math.Min(Most, Usual),
        BufferBodyLengthLimit = Most,
        MultipartBodyLengthLimit = Most,
    };
}
