using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Help;

/// <summary>Where help begins: first steps for the person's role, and what each page is for.</summary>
public sealed class HelpModel : PersonPage
{
    public void OnGet()
    {
    }
}
