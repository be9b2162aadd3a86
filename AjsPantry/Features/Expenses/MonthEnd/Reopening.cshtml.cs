using AjsPantry.Features.Shared.Forms;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.MonthEnd;

public sealed class ReopenMonthModel(ClosingQuery query, ReopenMonth.Handler handler) : FloorPage, IReasonForm
{
    [BindProperty]
    public ReopenMonth.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => MonthClosing.LongestReason;

    public ClosingView Closing { get; private set; } = null!;

    /// <summary>The closed months after it, which are opened with it, the oldest first.</summary>
    public IReadOnlyList<DateOnly> Later { get; private set; } = [];

    /// <summary>July 2026, August 2026 and September 2026.</summary>
    public string Months => Formats.AllOf(Later.Prepend(Closing.Month).Select(Formats.Month));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(Floor.Id, id, cancellationToken) is not { } closing)
            return NotFound();
        Closing = closing;
        Later = await query.ClosedAfterAsync(Floor.Id, closing.Month, cancellationToken);
        Input.Months = Later.Count + 1;
        ModelState.Remove("Input.Months");
        var may = closing.State != ClosingState.Reopened && (Person.May(Permission.ConfirmClosings) || closing.ClosedById == Person.Id);
        return may || !ModelState.IsValid ? Page() : ToPage("Index", new { month = closing.Month.Key() });
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(id, cancellationToken);
        if (await handler.HandleAsync(Floor.Id, id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await OnGetAsync(id, cancellationToken);
        var months = Input.Months == 1 ? $"{Formats.Month(outcome.Value.Month)} is"
            : $"{Input.Months} months from {Formats.Month(outcome.Value.Month)} on are";
        Toast = $"{months} open again.";
        return ToPage("Index", new { month = outcome.Value.Month.Key() });
    }
}
