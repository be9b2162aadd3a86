using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Identity.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>Asked by a page whose person is still there, by typing or by saying so. Being asked is what keeps the session.</summary>
public sealed class StillHereModel : PersonPage
{
    public IActionResult OnGet() => RedirectToPage("/Account/Index");

    public IActionResult OnPost() => new JsonResult(new { left = SecondsLeft.Of(Person.IdleAt, Clock) });
}
