using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

/// <summary>A page about one fine that the person may see.</summary>
public abstract class FinePage(FinesQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public FineView Fine { get; private set; } = null!;

    public bool Manages => Person.May(Permission.ManageFines);

    public string Amount => Formats.Money(Fine.Amount);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Fine = found!;
        return found is not null;
    }

    protected RedirectToPageResult ToFine() => ToPage("/Fines/Fine", new { Id });
}
