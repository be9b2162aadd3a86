using System.Globalization;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

public sealed class AddModel(AskRequest.Handler handler) : FloorPage
{
    [BindProperty]
    public AskRequest.Input Input { get; set; } = new();

    public void OnGet()
    {
        var tomorrow = Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Input = new() { SubmissionId = Guid.NewGuid(), Kind = nameof(RequestKind.Absence), From = tomorrow, Until = tomorrow };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "You have asked. You will be told what is decided.";
        return ToPage("Index");
    }
}
