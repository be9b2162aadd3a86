using AjsPantry.Features.Account.Sessions;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

public sealed class AccountModel(MySessions sessions, PantryDb db) : PersonPage
{
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sessions = await sessions.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostThemeAsync(Theme theme, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(theme))
            return BadRequest();
        var member = await db.Members.SingleAsync(member => member.Id == Person.Id, cancellationToken);
        member.Theme = theme;
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage();
    }
}
