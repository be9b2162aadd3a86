using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Person;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Leaving;

/// <summary>Takes the button of the person's page, and asks for a floor only when the old one is not in use any more.</summary>
public sealed class ReactivationModel(MemberQuery query, Reactivate handler) : MemberPage(query)
{
    [BindProperty]
    public Reactivate.Input Input { get; set; } = new();

    public IActionResult OnGet() => Member.State == MemberState.Deactivated && IsHomeless ? Page() : ToMember();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone && IsHomeless)
            return Page();
        Toast = outcome.IsDone ? $"{Member.Name} is active again." : outcome.Messages[0].Text;
        return ToMember();
    }

    private bool IsHomeless => Member.Floor is { } floor && Floors.All(inUse => inUse.Id != floor.Id);
}
