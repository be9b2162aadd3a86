using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>Whether the person signs in with a second step, and what can be done about it.</summary>
public sealed class SecondStepModel(SecondStepQuery query, RememberedDevice device) : PersonPage
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(30);

    public bool IsOn { get; private set; }

    public bool IsRemembered { get; private set; }

    public int CodesLeft { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = await query.ReadAsync(cancellationToken);
        IsOn = view.IsOn;
        IsRemembered = view.IsRemembered;
        CodesLeft = view.CodesLeft;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await device.ForgetAsync();
        Toast = "This device will ask for a code again.";
        return RedirectToPage();
    }

    /// <summary>The person does not want to be asked for a while in this browser.</summary>
    public IActionResult OnPostLater()
    {
        Response.Cookies.Append(LaterCookie(Request), "1", HostCookie.Options(HttpContext, AskAgainAfter));
        return RedirectToPage("/Dashboard/Index");
    }

    /// <summary>The person may do much, has no second step, and has not put the question off.</summary>
    public static bool Asks(Caller caller, HttpRequest request) =>
        caller.Person is { IsAskedForSecondFactor: true } && !request.Cookies.ContainsKey(LaterCookie(request));

    private static string LaterCookie(HttpRequest request) => HostCookie.Name(request.IsHttps, "pantry-two-step-later");
}
