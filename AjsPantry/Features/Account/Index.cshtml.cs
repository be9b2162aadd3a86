using AjsPantry.Features.Account.Profile;
using AjsPantry.Features.Account.Sessions;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account;

public sealed class AccountModel(MySessions sessions, ChooseTheme choose) : PersonPage
{
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sessions = await sessions.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostThemeAsync(Theme theme, CancellationToken cancellationToken)
    {
        return ModelState.IsValid && await choose.HandleAsync(theme, cancellationToken) ? RedirectToPage() : BadRequest();
    }
}
