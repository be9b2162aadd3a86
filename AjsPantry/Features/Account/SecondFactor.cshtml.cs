using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account;

public sealed class SecondFactorModel(SecondFactorSetUp setUp, TryLimits limits) : PersonPage
{
    [BindProperty]
    public SecondFactorSetUp.Input Input { get; set; } = new();

    public SecondFactorView State { get; private set; } = null!;

    /// <summary>New recovery codes on their way to the page that shows them, in an encrypted cookie; shown once.</summary>
    [TempData]
    public string[]? Codes { get; set; }

    public async Task OnGetAsync() => State = await setUp.ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return await ShowAsync();
        if (!limits.Allow(HttpContext, "set-up", Person.Id.ToString()))
            return await RefuseAsync(SignInModel.TooMany, StatusCodes.Status429TooManyRequests);
        Codes = await setUp.TurnOnAsync(Input.Code!);
        if (Codes is null)
            return await RefuseAsync("That code does not fit. Check the key in your app, and write the newest code.");
        Toast = "The second step is on. Your other devices are signed out.";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        Codes = await setUp.RenewCodesAsync();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        await setUp.TurnOffAsync();
        Toast = "The second step is off. Your password alone signs you in.";
        return RedirectToPage();
    }

    private Task<IActionResult> RefuseAsync(string words, int status = StatusCodes.Status200OK)
    {
        Response.StatusCode = status;
        ModelState.AddModelError("Input.Code", words);
        return ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        State = await setUp.ReadAsync();
        return Page();
    }
}
