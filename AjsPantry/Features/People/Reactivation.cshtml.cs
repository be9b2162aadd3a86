using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People;

/// <summary>Takes the button of the person's page; there is nothing to fill in.</summary>
public sealed class ReactivationModel(MemberQuery query, Reactivate handler) : MemberPage(query)
{
    public IActionResult OnGet() => ToMember();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"{Member.Name} is active again." : outcome.Messages[0].Text;
        return ToMember();
    }
}
