using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>The teas that were made and wait for whoever manages tea to agree.</summary>
public sealed class ConfirmationModel(DutyQuery query, ConfirmDuties.Handler handler) : FloorPage
{
    /// <summary>How many are shown at once, the oldest first; the rest follows when these are confirmed.</summary>
    private const int Most = 50;

    [BindProperty]
    public ConfirmDuties.Input Input { get; set; } = new();

    public IReadOnlyList<MadeTea> Duties { get; private set; } = [];

    public string Answer => Duties.Count switch
    {
        0 => "Nothing to confirm",
        1 => "1 tea to confirm",
        Most => $"{Most} or more teas to confirm",
        var count => $"{count} teas to confirm",
    };

    public void OnGet() => Input = new() { Duties = [.. Duties.Select(duty => duty.Id)] };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = outcome.Value.Teas == 1 ? "1 tea is confirmed." : $"{outcome.Value.Teas} teas are confirmed.";
        return ToPage("/TeaTasks/Month/Index");
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Duties = await query.ToConfirmAsync(Floor.Id, Person.Id, Most, cancellationToken);
        return true;
    }
}
