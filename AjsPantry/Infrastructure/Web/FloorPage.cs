using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Infrastructure.Web;

/// <summary>A page of a signed-in person: who they are, their tenant's formats and clock.</summary>
public abstract class PersonPage : PageModel
{
    public SignedIn Person => HttpContext.RequestServices.GetRequiredService<Caller>().Person!;

    public TenantView Tenant => Person.Tenant;

    public Formats Formats => Tenant.Formats;

    public DateOnly Today => Tenant.Today(Clock);

    protected TimeProvider Clock => HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    /// <summary>Sun 22 Nov, with the year when it is not this one.</summary>
    public string Day(DateOnly day) => Formats.Day(day, Today.Year);

    /// <summary>Sun 22 Nov 06:30 on the tenant's clock.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = Tenant.Local(instant);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))} {Formats.Time(local)}";
    }

    /// <summary>What the next page says has happened; shown once.</summary>
    [TempData]
    public string? Toast { get; set; }
}

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
