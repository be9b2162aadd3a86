using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Identity.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.Sessions;

public sealed class DevicesModel(MySessions sessions, SignOutDevices.Handler handler) : PersonPage
{
    [BindProperty]
    public SignOutDevices.Input Input { get; set; } = new();

    /// <summary>Where the person is signed in beside this device.</summary>
    public IReadOnlyList<SessionView> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Input.Ids = [.. Others.Select(session => session.Id)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = Input.Ids.Count == 1 ? "That device is signed out." : "Those devices are signed out.";
                return RedirectToPage("/Account/Index");
            }
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        Others = (await sessions.ListAsync(cancellationToken)).FindAll(session => !session.IsThis);
}
