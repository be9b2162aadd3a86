using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Account;

/// <summary>Where a person can go beside the places of the tab bar.</summary>
public sealed class MoreModel : PersonPage
{
    public void OnGet()
    {
    }
}
