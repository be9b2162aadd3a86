using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.Password;

public sealed class ChangePasswordModel(ChangePassword.Handler handler, FeedLinks feeds) : PersonPage
{
    [BindProperty]
    public ChangePassword.Input Input { get; set; } = new();

    public bool HasCalendarLink { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = "Your password is changed. Your other devices are signed out.";
                return RedirectToPage("/Account/Index");
            }
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        HasCalendarLink = await feeds.ReadAsync(Person.Id, cancellationToken) is not null;
}
