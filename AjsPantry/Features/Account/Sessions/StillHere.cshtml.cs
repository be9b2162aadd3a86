using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>Asked by a page whose person is still there, by typing or by saying so. Being asked is what keeps the session.</summary>
public sealed class StillHereModel : PersonPage
{
    public IActionResult OnGet() => RedirectToPage("/Account/Index");

    public IActionResult OnPost() => new JsonResult(new { left = SecondsLeft.Of(Person.IdleAt, Clock) });
}

/// <summary>What is left of a session on a shared device when nobody touches it.</summary>
public static class SecondsLeft
{
    /// <returns>Whole seconds; null for a device of one's own.</returns>
    public static int? Of(DateTimeOffset? idleAt, TimeProvider clock) =>
        idleAt is { } end ? (int)Math.Max(0, (end - clock.GetUtcNow()).TotalSeconds) : null;
}
