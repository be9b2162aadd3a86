using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AjsPantry.Infrastructure.Identity.Passwords;

/// <summary>
/// Counts how often a form fails that carries the signed-in person's password, wherever in the request it stands: an open session must not
/// be a place to guess it at leisure.
/// </summary>
internal sealed class CountedTries : IAsyncPageFilter
{
    /// <summary>The field in which such forms have it.</summary>
    private const string Field = "Input.Password";

    private const string Door = "present password";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (http, limits) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<TryLimits>());
        var account = http.RequestServices.GetRequiredService<Caller>().Person?.Id.ToString();
        if (account is null || !HttpMethods.IsPost(http.Request.Method) || !HasPassword(context.ModelState))
            await next();
        else if (await limits.CountAsync(http, Door, account, http.RequestAborted) is { } wait)
            context.Result = new TooManyTries(wait);
        else if ((await next()).ModelState.IsValid)
            await limits.ForgiveAsync(http, Door, account, CancellationToken.None);
    }

    /// <summary>As it was bound, because that is what is compared: from the form, under any of the names that binding takes, or the address.</summary>
    private static bool HasPassword(ModelStateDictionary state) => state.TryGetValue(Field, out var entry) && !string.IsNullOrEmpty(entry.AttemptedValue);
}

public static class CountedTriesUse
{
    /// <summary>Counts the tries of the pages whose forms ask for the person's password.</summary>
    public static void CountPasswords(this PageConventionCollection conventions, params string[] pages)
    {
        foreach (var page in pages)
            conventions.AddPageApplicationModelConvention(page, model => model.Filters.Add(new CountedTries()));
    }
}
