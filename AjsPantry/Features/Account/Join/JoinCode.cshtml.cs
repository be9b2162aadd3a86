using AjsPantry.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account.Join;

/// <summary>Takes the code of a card. Whether it opens anything says the page that it leads to.</summary>
public sealed class JoinCodeModel : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (InvitationCode.TryRead(Code, out var residence, out var symbols))
            return RedirectToPage("/Account/Join/Index", new { key = InvitationCode.Shown(residence, symbols) });
        ModelState.AddModelError(nameof(Code), "Write the whole code from your card, such as noor-7K4M-Q2.");
        return Page();
    }
}
