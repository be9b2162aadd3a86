using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Roles;

public sealed class ChangeRoleModel(MemberQuery query, OpenWorkDesk desk, ChangeRole.Handler handler) : OpenWorkPage(query, desk)
{
    [BindProperty]
    public ChangeRole.Input Input { get; set; } = new();

    /// <summary>The role for which a page leads here; it is chosen beforehand.</summary>
    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Wanted { get; set; }

    public override string? HandTo => Input.HandTo;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Role = Wanted == AddMemberModel.HeadWord ? Role.PantryHead : Member.Role;
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is now {outcome.Value.Role.Words().ToLowerInvariant()}.";
        // Who gave the own admin role away can no longer open the person's page of an admin.
        return Id == Person.Id && Input.Role != Role.Admin ? RedirectToPage("/Dashboard/Index") : ToMember();
    }
}
