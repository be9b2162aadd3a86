using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

/// <summary>A page about one fine that the person may see.</summary>
public abstract class FinePage(FinesQuery query) : ThingPage<FineView>
{
    public FineView Fine => Thing;

    public bool Manages => Person.May(Permission.ManageFines);

    public string Amount => Formats.Money(Fine.Amount);

    protected override Task<FineView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToFine() => ToPage("/Fines/Fine", new { Id });
}
