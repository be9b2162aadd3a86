using System.Security.Cryptography;
using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>
/// The door for calendar programs, which have no session: the address is the key. What has not changed is not sent again.
/// </summary>
public sealed class FeedFileModel(ReadFeed handler, TryLimits limits) : PageModel
{
    private const string Door = "calendar-feed";

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        // A good address works whatever others did from the same network; only those that cannot be used count.
        if (await handler.HandleAsync(key, cancellationToken) is not { } file)
        {
            var wait = await limits.CountAsync(HttpContext, Door, account: null, cancellationToken);
            return wait is { } time ? new TooManyTries(time) : NotFound();
        }

        return new FileContentResult(file,
            "text/calendar; charset=utf-8")
        {
            EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"")
        };
    }
}
