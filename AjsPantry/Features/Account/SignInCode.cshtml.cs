using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.SecondStep;

namespace AjsPantry.Features.Account;

public sealed class SignInCodeModel(Handler handler, TryLimits limits, KeptForms keptForms) : DoorPage(keptForms)
{
    [BindProperty]
    public Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool SharedDevice { get; set; } = true;

    public async Task<IActionResult> OnGetAsync()
    {
        // Continued from the password: the browser does not carry its proof yet.
        if (HttpContext.Features.Get<SealedForm>() is { } form)
            Kept = form.Text;
        else if (await Handler.HalfwayAsync(HttpContext) is null)
            return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await Handler.HalfwayAsync(HttpContext) is not { } memberId)
            return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        if (!ModelState.IsValid)
            return Page();
        if (!limits.Allow(HttpContext, "code", memberId.ToString()))
            return Refuse(SignInModel.TooMany, StatusCodes.Status429TooManyRequests);
        return await handler.HandleAsync(memberId, Input.Code!, SharedDevice, cancellationToken)
            ? Welcome(memberId)
            : Refuse("That code does not fit. Codes change every half minute: write the newest one. After several wrong tries an account rests for five minutes.");
    }

    private PageResult Refuse(string words, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        ModelState.AddModelError("Input.Code", words);
        return Page();
    }
}
