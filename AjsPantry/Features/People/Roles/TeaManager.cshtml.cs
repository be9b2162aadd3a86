using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Roles;

/// <summary>Appoints the person tea manager of their floor, or relieves them.</summary>
public sealed class TeaManagerModel(MemberQuery query, AppointTeaManager.Handler handler) : MemberPage(query)
{
    [BindProperty]
    public AppointTeaManager.Input Input { get; set; } = new();

    public IActionResult OnGet()
    {
        if (Member.Role is not (Role.Member or Role.TeaManager) || Member.State == MemberState.Deactivated)
            return ToMember();
        Input.Appoint = Member.Role == Role.Member;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Id, Input.Appoint!.Value, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Name} is now {outcome.Value.Role.Words().ToLowerInvariant()}.";
        return ToMember();
    }
}
