using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>A page about one thing of a floor, named by the id in its address. What the person may not see there answers 404.</summary>
public abstract class ThingPage<T> : FloorPage
    where T : class
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected T Thing { get; private set; } = null!;

    /// <returns>Null when the floor has no such thing for the person.</returns>
    protected abstract Task<T?> ReadAsync(CancellationToken cancellationToken);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await ReadAsync(cancellationToken);
        Thing = found!;
        return found is not null;
    }
}
