using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using static AjsPantry.Features.Account.Profile.UpdateProfile;

namespace AjsPantry.Features.Account.Profile;

public sealed class ProfileModel(ProfileQuery query, Handler handler) : PersonPage
{
    [BindProperty]
    public Input Input { get; set; } = new();

    public ProfileView Profile { get; private set; } = null!;

    /// <summary>Present in a browser whose person does not want to be asked for now.</summary>
    public static string LaterCookie(HttpRequest request) => HostCookie.Name(request.IsHttps, "pantry-profile-later");

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(90);

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

        await handler.HandleAsync(Input);
        Toast = "Your profile is saved.";
        return RedirectToPage("/Account/Index");
    }

    public IActionResult OnPostLater()
    {
        Response.Cookies.Append(LaterCookie(Request), "1", HostCookie.Options(HttpContext, AskAgainAfter));
        return RedirectToPage("/Dashboard/Index");
    }
}
