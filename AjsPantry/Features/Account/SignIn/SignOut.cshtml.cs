using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SignIn;

public sealed class SignOutModel : PersonPage
{
    public void OnGet()
    {
    }

    /// <summary>
    /// The browser forgets what pages left in it, for the next person at this device. Cookies stay: the session's is taken back below,
    /// and the device's only says that somebody signed in here before.
    /// </summary>
    private const string Forget = "\"cache\", \"storage\"";

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers["Clear-Site-Data"] = Forget;
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return RedirectToPage("/Account/SignIn/Index");
    }
}
