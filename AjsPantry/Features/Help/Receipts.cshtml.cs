using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Help;

/// <summary>What becomes of receipts, and what reports say.</summary>
public sealed class ReceiptsModel : PersonPage
{
    public void OnGet()
    {
    }
}
