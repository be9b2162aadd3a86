using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace AjsPantry.Features.People.Import;

/// <summary>Bring a list: paste it or choose a file.</summary>
[EnableRateLimiting(ImportFeature.UploadLimit)]
[TooLargeUpload(UploadedList.MostOfForm)]
public sealed class ImportModel(ImportQuery query, CheckList.Handler handler) : PersonPage
{
    private const int Remembered = 5;

    [BindProperty]
    public CheckList.Input Input { get; set; } = new();

    public IReadOnlyList<FloorView> Floors { get; private set; } = [];

    public IReadOnlyList<ImportView> Latest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Floors = await query.FloorsAsync(cancellationToken);
        Latest = await query.LatestAsync(Remembered, cancellationToken);
        if (Request.Query.ContainsKey("toolarge"))
            ModelState.AddModelError("Input.File", UploadedList.TooLarge);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        if (outcome.IsDone)
            return RedirectToPage("Check", new { id = outcome.Value.Id });
        outcome.ShowIn(ModelState, nameof(Input));
        return await OnGetAsync(cancellationToken);
    }

    public string State(ImportView import) => import.State switch
    {
        MemberImportState.Checked => "checked, nobody added yet",
        MemberImportState.Done => $"{import.Added} of {import.Total} added",
        MemberImportState.Failed => $"stopped at row {import.Done} of {import.Total}",
        _ => $"at row {import.Done} of {import.Total}",
    };
}
