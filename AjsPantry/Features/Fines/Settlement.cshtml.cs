using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

/// <summary>Saying that a fine is paid, or waiving it.</summary>
public sealed class SettlementModel(FinesQuery query, SettleFine.Handler handler) : FinePage(query)
{
    [BindProperty]
    public SettleFine.Input Input { get; set; } = new();

    public bool IsOpen => Fine.State == FineState.Open;

    /// <summary>What is settled is shown as it is.</summary>
    public IActionResult OnGet() => IsOpen ? Page() : ToFine();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"{Amount} of {Fine.Who}: {outcome.Value.State.Chip().Word.ToLowerInvariant()}.";
        return ToPage("Index");
    }
}
