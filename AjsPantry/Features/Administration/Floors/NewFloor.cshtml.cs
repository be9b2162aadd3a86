using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Floors;

public sealed class NewFloorModel(AddFloor.Handler handler) : PersonPage
{
    [BindProperty]
    public AddFloor.Input Input { get; set; } = new();

    public string Word => Tenant.FloorWord.ToLowerInvariant();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Input.Name = $"{Tenant.FloorWord} {await handler.NextNumberAsync(cancellationToken)}";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return Page();
        }

        Toast = $"{outcome.Value.Name} is added with number {outcome.Value.Number}.";
        ToastLink =
            $"{Url.Page("/People/Directory/Add", new { floor = outcome.Value.Number, role = AddMemberModel.HeadWord })}\nChoose its head";
        return RedirectToPage("Index");
    }
}
