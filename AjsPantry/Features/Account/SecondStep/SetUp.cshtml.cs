using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>Connects an authenticator app; the answer shows the recovery codes.</summary>
public sealed class SetUpModel(TwoStepSignIn twoStep, SetUpKey setUp, TurnOn.Handler handler) : PersonPage
{
    /// <summary>AJS Pantry, as addresses have it.</summary>
    private const string Issuer = "AJS%20Pantry";

    private const int GroupOf = 4;

    private string _key = "";

    [BindProperty]
    public TurnOn.Input Input { get; set; } = new();

    public bool IsOn { get; private set; }

    /// <summary>The recovery codes, shown this once.</summary>
    public NewCodes? Made { get; private set; }

    public string KeyInGroups => string.Join(' ', _key.Chunk(GroupOf).Select(group => new string(group)));

    /// <summary>What authenticator apps take: the product, whose account of which residence, and the key.</summary>
    public string KeyAddress =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString($"{Person.Number}, {Tenant.Name}")}?secret={_key}&issuer={Issuer}&digits=6&period=30";

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Input, cancellationToken);
            if (outcome.Messages.Contains(TurnOn.ShownOnce))
            {
                Toast = TurnOn.ShownOnce.Text;
                return RedirectToPage("Index");
            }

            outcome.ShowIn(ModelState, nameof(Input));
            // No redirect, so that the codes are in this answer and nowhere else.
            Made = outcome.Value;
        }

        if (Made is null)
            await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        _key = setUp.ReadOrMake(Person.Id);
        IsOn = await twoStep.IsOnAsync(Person.Id, cancellationToken);
    }
}
