using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.SecondStep.FinishSignIn;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>The second question at the door: the code of the app.</summary>
public sealed class CodeModel(Handler handler, HalfwaySignIn halfway, TryLimits limits) : SecondQuestion(handler, halfway, limits)
{
    protected override bool IsRecovery => false;

    protected override string Missing => "Write the six digits from your app.";

    protected override string Refusal =>
        "That code is not right, or it was used already. Wait for the next code in the app and write that one. "
        + "If it fails again, set your phone's clock to automatic.";
}

/// <summary>The same for whoever has no phone at hand.</summary>
public sealed class RecoveryCodeModel(Handler handler, HalfwaySignIn halfway, TryLimits limits) : SecondQuestion(handler, halfway, limits)
{
    protected override bool IsRecovery => true;

    protected override string Missing => "Write one of your recovery codes.";

    protected override string Refusal =>
        "That is not one of your recovery codes, or it was used already. Each code has ten letters and digits and works once.";
}

/// <summary>
/// Leads to the sign-in page whoever comes without the password, or too long after it. Codes are short, so tries are counted.
/// </summary>
public abstract class SecondQuestion(Handler handler, HalfwaySignIn halfway, TryLimits limits) : PageModel
{
    private const string Door = "second step";

    [BindProperty]
    public Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The device is the person's own.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Stay { get; set; }

    protected abstract bool IsRecovery { get; }

    /// <summary>What is said of an empty field, which is no try.</summary>
    protected abstract string Missing { get; }

    protected abstract string Refusal { get; }

    public async Task<IActionResult> OnGetAsync() => await halfway.ReadAsync() is null ? RedirectToPage("/Account/SignIn/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await halfway.ReadAsync() is not { } half)
            return RedirectToPage("/Account/SignIn/Index");
        if (InputParser.Text(Input.Code) == "")
        {
            ModelState.AddModelError("Input.Code", Missing);
            return Page();
        }

        // With the stamp: after a new password whoever had the old one has used up nobody's tries.
        var account = $"{half.MemberId} {half.Stamp}";
        if (await limits.CountAsync(HttpContext, Door, account, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        switch (await handler.HandleAsync(Input, IsRecovery, Stay, cancellationToken))
        {
            case Answer.Welcome:
                await limits.ForgiveAsync(HttpContext, Door, account, CancellationToken.None);
                return LocalRedirect(ReturnAddress.Safe(ReturnUrl));
            case Answer.FromTheBeginning:
                return RedirectToPage("/Account/SignIn/Index", new { ReturnUrl });
            default:
                ModelState.AddModelError("Input.Code", Refusal);
                return Page();
        }
    }
}
