using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Leaving;

public sealed class HandOverModel(MemberQuery query, OpenWorkDesk desk, HandOver.Handler handler) : OpenWorkPage(query, desk)
{
    [BindProperty]
    public HandOver.Input Input { get; set; } = new();

    public override string? HandTo => Input.HandTo;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(cancellationToken);
        Toast = outcome.Value.Count == 0 ? $"{Member.Name} has no open tasks."
            : $"Reassigned: {Formats.AllOf(outcome.Value.Select(work => work.Words))}.";
        return ToMember();
    }
}
