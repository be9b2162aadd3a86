using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Help;

/// <summary>How to add receipts, make reports and close months.</summary>
public sealed class ReceiptsModel : PersonPage
{
    public void OnGet()
    {
    }
}
