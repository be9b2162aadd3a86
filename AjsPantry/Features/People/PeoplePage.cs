using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Person;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.People;

/// <summary>A page about people: of the own floor, or for admins of every floor unless the address names one.</summary>
public abstract class PeoplePage : PersonPage
{
    /// <summary>The floor the page is narrowed to; null when it shows the whole tenant.</summary>
    public FloorView? Floor => Choice.Floor;

    /// <summary>The floors that admins can choose from.</summary>
    public IReadOnlyList<FloorView> Floors => Choice.All;

    private FloorChoice Choice => HttpContext.RequestServices.GetRequiredService<FloorChoice>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await Choice.ChooseOrAllAsync(Request.Query["floor"], HttpContext.RequestAborted)
            && await FindAsync(HttpContext.RequestAborted))
            await next();
        else
            context.Result = NotFound();
    }

    /// <summary>Reads what the page is about before its handler runs; false answers 404.</summary>
    protected virtual Task<bool> FindAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Leads to another page of the same choice of floors.</summary>
    protected RedirectToPageResult ToPage(string page, object? values = null)
    {
        var route = new RouteValueDictionary(values);
        if (Floor is { } floor && Choice.IsOpen)
            route["floor"] = floor.Number;
        return RedirectToPage(page, null, route);
    }
}

/// <summary>A page about one person of the tenant. Somebody of another floor is found by admins only.</summary>
public abstract class MemberPage(MemberQuery query) : PeoplePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MemberView Member { get; private set; } = null!;

    protected MemberQuery Query => query;

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.ReadAsync(Id, cancellationToken);
        Member = found!;
        return found is not null
            && (Person.Floor is null || (found.Floor?.Id == Person.Floor.Id && found.State != MemberState.Deactivated));
    }

    protected RedirectToPageResult ToMember() => ToPage("/People/Person/Member", new { Id });
}

/// <summary>A page that asks who takes a person's open work over.</summary>
public abstract class OpenWorkPage(MemberQuery query, OpenWorkDesk desk) : MemberPage(query)
{
    public IReadOnlyList<OpenWork> Open { get; private set; } = [];

    public IReadOnlyList<PersonChoice> Successors { get; private set; } = [];

    /// <summary>What the form said, to be shown again.</summary>
    public abstract string? HandTo { get; }

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Open = await desk.OfAsync(Id, cancellationToken);
        Successors = Open.Count == 0 ? [] : await desk.SuccessorsAsync(Id, Member.Floor?.Id, cancellationToken);
        return Page();
    }
}
