using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using static AjsPantry.Features.Account.ChangePassword;

namespace AjsPantry.Features.Account;

public sealed class PasswordModel(Handler handler, TryLimits limits) : PersonPage
{
    [BindProperty]
    public Input Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        // An open session must not be a place to guess the password at leisure.
        if (!limits.Allow(HttpContext, "password", Person.Id.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("Input.Present", SignInModel.TooMany);
            return Page();
        }

        var outcome = await handler.HandleAsync(Input);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return Page();
        }

        Toast = "Your password is changed. All your other devices are signed out.";
        return RedirectToPage("/Account/Index");
    }
}
