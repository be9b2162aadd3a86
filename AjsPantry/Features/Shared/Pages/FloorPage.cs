using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>A page about one floor. A floor that is not the person's to see answers 404.</summary>
public abstract class FloorPage : PersonPage
{
    public FloorView Floor => Choice.Floor!;

    private FloorChoice Choice => HttpContext.RequestServices.GetRequiredService<FloorChoice>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await Choice.ChooseAsync(Request.Query["floor"], HttpContext.RequestAborted) && await FindAsync(HttpContext.RequestAborted))
            await next();
        else
            context.Result = NotFound();
    }

    /// <summary>Reads what the page is about before its handler runs; false answers 404.</summary>
    protected virtual Task<bool> FindAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Leads to another page of the same floor.</summary>
    protected RedirectToPageResult ToPage(string page, object? values = null)
    {
        var route = new RouteValueDictionary(values);
        if (Choice.IsOpen)
            route["floor"] = Floor.Number;
        return RedirectToPage(page, null, route);
    }
}
