using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Help;

/// <summary>Where help begins: first steps for the person's role, and what each page is for.</summary>
public sealed class IndexModel : PersonPage
{
    public void OnGet()
    {
    }
}
