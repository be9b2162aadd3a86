using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

/// <summary>The form that outlived its session, ready to be sent again by the person who typed it. Reached only through signing in.</summary>
public sealed class KeptModel : PageModel
{
    public KeptForm Form { get; private set; } = null!;

    /// <summary>The page where the form was, for the person who would rather begin anew.</summary>
    public string Origin => Form.Address.Split('?')[0];

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<KeptForm>() is not { } form)
            return Redirect("/");
        Form = form;
        return Page();
    }
}
