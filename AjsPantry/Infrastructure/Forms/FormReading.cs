using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Infrastructure.Forms;

/// <summary>
/// Reads what is sent before anybody works on it, and never while a connection to the database is held: a phone with a bad line may
/// take minutes for a photo, and there are fewer connections than phones.
/// </summary>
public static class FormReading
{
    /// <summary>Small forms are read before the session is; larger ones only from whoever may send them.</summary>
    public const long AtOnce = FormSize.OfStrangers;

    /// <summary>Refuses what says itself that it is too large, and reads small forms. Behind routing and before the session.</summary>
    public static void UseSmallForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.IsShownInstead())
        {
            await next(context);
            return;
        }

        var size = FormSize.Of(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = size.Most;
        if (context.Request.ContentLength > size.Most && !size.TakesFiles)
            Refuse(context, StatusCodes.Status413PayloadTooLarge);
        else if (!(context.Request.HasFormContentType && context.Request.ContentLength <= AtOnce) || await ReadAsync(context, size))
            await next(context);
    });

    /// <summary>
    /// Reads the other forms. Behind authorization, so that nobody fills the disk with what they may not send. A page that takes
    /// files works without a connection of its own from here on: looking into a file takes its time, and files wait for each other.
    /// </summary>
    public static void UseLargeForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        var size = FormSize.Of(context);
        var isForm = context.Request.HasFormContentType;
        var isRead = !isForm || context.IsShownInstead() || context.Features.Get<IFormFeature>()?.Form is not null;
        var isTooLarge = context.Request.ContentLength > size.Most;
        if (isForm && (size.TakesFiles || !isRead) && context.RequestServices.GetRequiredService<Caller>().Person is not null)
            await context.RequestServices.GetRequiredService<PantryDb>().Database.CloseConnectionAsync();
        if (isRead || isTooLarge || await ReadAsync(context, size))
            await next(context);
    });

    /// <returns>False when it is more than the page takes, or was sent wrongly; that is the answer then.</returns>
    private static async Task<bool> ReadAsync(HttpContext context, FormSize size)
    {
        try
        {
            var form = new FormFeature(context.Request, size.Options());
            context.Features.Set<IFormFeature>(form);
            await form.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (BadHttpRequestException exception)
        {
            Refuse(context, exception.StatusCode);
        }
        catch (InvalidDataException)
        {
            Refuse(context, StatusCodes.Status400BadRequest);
        }

        return false;
    }

    private static void Refuse(HttpContext context, int status)
    {
        // Whoever looks for a form from here on finds none, and does not begin to read it.
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        context.Response.StatusCode = status;
    }
}
