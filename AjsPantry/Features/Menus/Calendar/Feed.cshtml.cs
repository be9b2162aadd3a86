using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>The person's own days in their own calendar program.</summary>
public sealed class FeedModel(FeedLinks links, SiteAddress site) : PersonPage
{
    /// <summary>The address, in the one answer that shows it.</summary>
    public string? Made { get; private set; }

    /// <summary>The address there is; null when there is none.</summary>
    public FeedState? Present { get; private set; }

    /// <summary>The address for a device's own calendar program; null where it would not be safe on its way.</summary>
    public string? ForThisDevice =>
        Made?.StartsWith("https://", StringComparison.Ordinal) == true ? "webcal" + Made["https".Length..] : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Present = await links.ReadAsync(Person.Id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // No redirect, so that the address is in this answer and nowhere else.
        Made = site.Shown(await links.MakeAsync(Person.Id, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken)
    {
        await links.TakeBackAsync(Person.Id, cancellationToken);
        Toast = "The link no longer works.";
        return RedirectToPage();
    }
}
