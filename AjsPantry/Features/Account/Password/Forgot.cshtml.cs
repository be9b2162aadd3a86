using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.Password.ForgottenPassword;

namespace AjsPantry.Features.Account.Password;

public sealed class ForgotModel(Handler handler, TryLimits limits) : PageModel
{
    private const string Door = "forgot";

    [BindProperty]
    public Input Input { get; set; } = new();

    public bool CanMail => handler.CanMail;

    public bool IsAnswered { get; private set; }

    public void OnGet() => Input.Name = TempData[RefusedForms.TypedName] as string;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // What no account is called counts against the address alone, before anything is made of it.
        if (!ModelState.IsValid)
            return await limits.CountAsync([limits.OfAddress(HttpContext, Door)], cancellationToken) is { } patience
                ? new TooManyTries(patience) : Page();
        // From this address for this name, so that a stranger's asking keeps nobody from their own link.
        var name = MemberNumber.Key(Input.Name!);
        TryCount[] counts = [limits.OfAddressAtAccount(HttpContext, Door, name), limits.OfAddress(HttpContext, Door)];
        if (await limits.CountAsync(counts, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        await handler.HandleAsync(Input, cancellationToken);
        IsAnswered = true;
        return Page();
    }
}
