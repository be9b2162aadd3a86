using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using static AjsPantry.Features.Account.UpdateProfile;

namespace AjsPantry.Features.Account;

public sealed class ProfileModel(ProfileQuery query, Handler handler) : PersonPage
{
    [BindProperty]
    public Input Input { get; set; } = new();

    public ProfileView Profile { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Profile = await query.ReadAsync(cancellationToken);
        Input = new() { Name = Profile.Name, Phone = Profile.Phone };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Profile = await query.ReadAsync(cancellationToken);
            return Page();
        }

        await handler.HandleAsync(Input, cancellationToken);
        Toast = "Your profile is saved.";
        return RedirectToPage("/Account/Index");
    }
}
