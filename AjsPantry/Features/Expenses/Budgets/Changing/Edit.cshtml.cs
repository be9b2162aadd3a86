using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

public sealed class EditBudgetModel(BudgetQuery query, SaveBudget handler) : BudgetForm
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BudgetView Budget { get; private set; } = null!;

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    public void OnGet() => Input = new()
    {
        Version = Budget.Version,
        Kind = $"{Budget.Kind}",
        From = BudgetInput.Iso(Budget.From),
        Until = BudgetInput.Iso(Budget.Until),
        Amount = Written(Budget.Allocated),
        AlertAt = $"{Budget.AlertAt}",
        Notes = Budget.Notes,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.ChangeAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.IsDone)
        {
            Toast = "The budget is saved.";
            return ToPage("/Expenses/Budgets/Index");
        }

        if (outcome.Messages.Contains(SaveBudget.Changed))
            await ShowTheirsAsync(cancellationToken);
        return Page();
    }

    /// <summary>One that was taken back is not changed any more.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        await query.FindAsync(Floor.Id, Id, cancellationToken) is { IsWithdrawn: false } found && (Budget = found) is not null;

    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        Input.Version = Budget.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
    }
}
