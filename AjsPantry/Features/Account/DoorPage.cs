using System.Security.Claims;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

/// <summary>A page on the way in: where it leads, and the form that waits for the person to be back.</summary>
public abstract class DoorPage(KeptForms keptForms) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A sealed form, carried from page to page until its person is signed in.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    protected KeptForms KeptForms => keptForms;

    protected string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    /// <summary>Leads the person who has just signed in to where they were going, or to what they had typed.</summary>
    protected IActionResult Welcome(Guid memberId)
    {
        if (keptForms.Open(Kept, memberId) is not { } form)
            return LocalRedirect(Destination);
        // The page that sends the form again needs a token made for this person, whose session the browser does not carry yet.
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, memberId.ToString())], IdentityConstants.ApplicationScheme));
        HttpContext.Features.Set(form);
        HttpContext.ContinueAt("/sign-in/kept");
        return new EmptyResult();
    }
}

/// <summary>A kept form on its way to the page that asks for the second step.</summary>
public sealed record SealedForm(string Text);
