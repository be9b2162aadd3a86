using AjsPantry.Features.People.Person;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Access;

/// <summary>Takes the button of the person's page; there is nothing to fill in.</summary>
public sealed class SessionsModel(MemberQuery query, EndSessions handler) : MemberPage(query)
{
    public IActionResult OnGet() => ToMember();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is null)
            return NotFound();
        Toast = $"{Member.Name} is signed out everywhere.";
        return ToMember();
    }
}
