using AjsPantry.Features.People.Leaving;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Person;

public sealed class MoveModel(MemberQuery query, OpenWorkDesk desk, MoveFloor.Handler handler) : OpenWorkPage(query, desk)
{
    [BindProperty]
    public MoveFloor.Input Input { get; set; } = new();

    public override string? HandTo => Input.HandTo;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Member.Floor is null ? ToMember() : await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Member.Floor is null)
            return ToMember();
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(cancellationToken);
        Toast = $"{Member.Name} lives on {outcome.Value.Name} now.";
        return ToMember();
    }
}
