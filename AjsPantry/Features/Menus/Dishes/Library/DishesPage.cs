using System.Globalization;
using AjsPantry.Features.Menus.Dishes.Recipe;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Menus.Dishes.Library;

/// <summary>A page about the tenant's dishes, which belong to no floor. The floor that an admin came with is handed on.</summary>
public abstract class DishesPage : PersonPage
{
    /// <summary>The reader keeps the dishes.</summary>
    public bool Plans => Person.May(Permission.PlanMenus);

    /// <summary>The number of the floor that links, and forms that fill the address, must keep; null when the address names none.</summary>
    public int? KeptFloor => int.TryParse(Request.Query["floor"], CultureInfo.InvariantCulture, out var floor) ? floor : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted))
            await next();
        else
            context.Result = NotFound();
    }

    /// <summary>Reads what the page is about before its handler runs; false answers 404.</summary>
    protected virtual Task<bool> FindAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Leads to another page of the dishes.</summary>
    protected RedirectToPageResult ToPage(string page, object? values = null)
    {
        var route = new RouteValueDictionary(values);
        if (KeptFloor is { } floor)
            route["floor"] = floor;
        return RedirectToPage(page, null, route);
    }
}

/// <summary>A page about one dish. A dish of another tenant answers 404.</summary>
public abstract class DishPage(DishQuery query) : DishesPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DishView Dish { get; private set; } = null!;

    protected DishQuery Query => query;

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        (Dish = (await query.ReadAsync(Id, cancellationToken))!) is not null;

    protected RedirectToPageResult ToDish() => ToPage("/Menus/Dishes/Recipe/Dish", new { Id });
}
