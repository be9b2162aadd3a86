using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>What a month holds before it is closed, and how its closing stands.</summary>
public sealed class IndexModel(ClosingQuery query, LedgerQuery ledgers, CloseMonth handler) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthKey { get; set; }

    public MonthBooks Books { get; private set; } = null!;

    public IReadOnlyList<LedgerPeriod> Periods { get; private set; } = [];

    public bool IsOver => Books.Month.AddMonths(1) <= Today;

    public bool MayConfirm => Books.Standing is { State: ClosingState.Closed } closing && Person.May(Permission.ConfirmClosings) && closing.ClosedById != Person.Id;

    public bool MayReopen => Books.Standing is not null && Person.May(Permission.ConfirmClosings);

    private string Name => Formats.MonthName(Books.Month);

    public string Answer => Books switch
    {
        { Standing.State: ClosingState.Confirmed } => $"{Name} is closed and confirmed",
        { Standing: not null } => MayConfirm ? $"{Name} waits for you to confirm it" : $"{Name} is closed and waits for an admin",
        _ when !IsOver => $"{Name} is not over yet",
        { Figures.Bills: 0 } => $"{Name} has no bills",
        _ => $"{Name} came to {Formats.Money(Books.Figures.Spent)}. Close it?",
    };

    public string Explanation => Books switch
    {
        { Standing: { State: ClosingState.Confirmed } closing } => $"Closed by {closing.ClosedBy} on {Moment(closing.ClosedAt)}, confirmed by {closing.ConfirmedBy} on {Moment(closing.ConfirmedAt!.Value)}.",
        { Standing: { } closing } when closing.ClosedById == Person.Id && Person.May(Permission.ConfirmClosings) => $"You closed it on {Moment(closing.ClosedAt)}. Another admin confirms it, so that two people have looked.",
        { Standing: { } closing } => $"Closed by {closing.ClosedBy} on {Moment(closing.ClosedAt)}. Its bills stay as they are; an admin confirms it or opens it again.",
        _ when !IsOver => $"It can be closed from {Day(Books.Month.AddMonths(1))}. Bills can be recorded and changed until then.",
        _ => "Its report is kept, and its bills stay as they are. What turns out wrong later is put right by a reversal in an open month.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MonthOf() is not { } month)
            return NotFound();
        await ReadAsync(month, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (MonthOf() is not { } month)
            return NotFound();
        var outcome = await handler.HandleAsync(Floor, month, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, "");
            await ReadAsync(month, cancellationToken);
            return Page();
        }

        Toast = $"{Formats.Month(month)} is closed, and the admins are told.";
        return ToPage("Index", new { month = month.Key() });
    }

    private async Task ReadAsync(DateOnly month, CancellationToken cancellationToken)
    {
        Books = await query.ReadAsync(Floor.Id, month, cancellationToken);
        var (first, next) = (month, month.AddMonths(1));
        Periods = [.. (await ledgers.ReadAsync(Floor.Id, Today, cancellationToken)).Periods.Where(period => period.Budget.From < next && period.Budget.Until >= first)];
    }

    /// <summary>The month in the address; without one, the last that is over.</summary>
    private DateOnly? MonthOf() => MonthKey is null ? new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1) : MonthChoice.Read(MonthKey, Today);
}
