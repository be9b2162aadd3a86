using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>What a month holds before it is closed, and how its closing stands.</summary>
public sealed class MonthEndModel(ClosingQuery query, LedgerQuery ledgers, CloseMonth handler) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthKey { get; set; }

    /// <summary>The question before closing is on the page itself, as the link asks for it without scripts.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ask { get; set; }

    public MonthSummary Books { get; private set; } = null!;

    public IReadOnlyList<LedgerPeriod> Periods { get; private set; } = [];

    public bool IsOver => Books.Month.AddMonths(1) <= Today;

    /// <summary>Every month since the first bill, the newest first.</summary>
    public IReadOnlyList<MonthState> Months { get; private set; } = [];

    /// <summary>The oldest month with bills that is over and open; it is closed before any other.</summary>
    public DateOnly? FirstOpen => Months.LastOrDefault(month => month.IsOpen && month.Month.AddMonths(1) <= Today)?.Month;

    /// <summary>An older month that is to be closed before this one.</summary>
    public DateOnly? Before => FirstOpen is { } first && first < Books.Month && Books.Standing is null && IsOver ? first : null;

    /// <summary>Bills, or a month before with some: without either there is nothing to close yet.</summary>
    private bool HasBooks =>
        Books.Figures.Bills > 0 || Months.Any(month => month.Month <= Books.Month && (month.Bills > 0 || month.State is not null));

    public bool MayCloseNow => Books.Standing is null && IsOver && Before is null && HasBooks;

    /// <summary>Something that is better looked at before the month is closed.</summary>
    public bool HasChecks => Books.Standing is null && IsOver && HasBooks
        && Books.Figures is { WithoutReceipt: > 0 } or { NotBilled: > 0 } or { Outside: not 0 };

    public bool Asks => Ask && MayCloseNow;

    public bool MayConfirm => Books.Standing is { State: ClosingState.Closed } closing && closing.ClosedById != Person.Id
        && (Person.May(Permission.ConfirmClosings) || closing.ClosedByRole == Role.Admin);

    public bool MayReopen => Books.Standing is { } closing && (Person.May(Permission.ConfirmClosings) || MayTakeBack(closing));

    /// <summary>Whoever closed a month may open it again as long as nobody confirmed it or closed a later one.</summary>
    private bool MayTakeBack(ClosingView closing) =>
        closing.ClosedById == Person.Id && closing.State == ClosingState.Closed
            && !Months.Any(month => month.Month > closing.Month && month.IsKept);

    private string Name => Formats.MonthName(Books.Month);

    public string Answer => Books switch
    {
        { Standing.State: ClosingState.Confirmed } => $"{Name} is closed and confirmed",
        { Standing: { } closing } => MayConfirm ? $"Please confirm {Name}" : $"{Name} is closed",
        _ when !IsOver => $"{Name} is not over yet",
        _ when Before is { } first => $"Close {Formats.Month(first)} first",
        { Figures.Bills: 0 } => $"{Name} has no bills",
        _ => $"{Formats.Money(Books.Figures.Spent)} spent in {Name}, still open",
    };

    public string Explanation => Books switch
    {
        { Standing: { State: ClosingState.Confirmed } closing } =>
            $"Closed by {closing.ClosedBy} {AtMoment(closing.ClosedAt)}, confirmed by {closing.ConfirmedBy} {AtMoment(closing.ConfirmedAt!.Value)}.",
        { Standing: { } closing } when closing.ClosedById == Person.Id =>
            $"You closed it {AtMoment(closing.ClosedAt)}. Next, {WhoConfirms(closing)} confirms it. Until then you can reopen it.",
        { Standing: { } closing } =>
            $"Closed by {closing.ClosedBy} {AtMoment(closing.ClosedAt)}. {(MayConfirm ? "Check the figures, then confirm." : $"Next, {WhoConfirms(closing)} confirms it.")}",
        _ when Before is { } first => $"Months are closed in order, because each one starts with the balance of the month before.",
        _ when !IsOver => $"You can close it from {Day(Books.Month.AddMonths(1))}. Until then, bills can be recorded and changed.",
        _ when !HasBooks => "There is nothing to close. A month can be closed when it has bills and is over.",
        _ => $"Closing keeps the report and locks the bills.{(HasChecks ? " Check the list below first." : "")}",
    };

    /// <summary>The state of a month as a chip: word, icon and colour.</summary>
    public (string Words, string Icon, string Tone) Words(MonthState month) => month switch
    {
        { State: ClosingState.Confirmed } => ("confirmed", "check-circle-fill", "ok"),
        { State: not null } => ("closed", "lock", "wait"),
        { Bills: 0 } => ("no bills", "dash-lg", ""),
        _ when month.Month.AddMonths(1) > Today => ("not over", "hourglass-split", ""),
        _ => ("open", "unlock", "bad"),
    };

    private string WhoConfirms(ClosingView closing) =>
        closing.ClosedByRole != Role.Admin ? "an admin" : closing.ClosedById == Person.Id ? "another admin or the pantry head"
            : "an admin or the pantry head";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Months = await query.MonthsAsync(Floor.Id, Today, cancellationToken);
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
            Months = await query.MonthsAsync(Floor.Id, Today, cancellationToken);
            await ReadAsync(month, cancellationToken);
            return Page();
        }

        Toast = outcome.Value.Told switch
        {
            0 => $"{Formats.Month(month)} is closed.",
            1 => $"{Formats.Month(month)} is closed. 1 person was asked to confirm it.",
            var told => $"{Formats.Month(month)} is closed. {told} people were asked to confirm it.",
        };
        return ToPage("Index", new { month = month.Key() });
    }

    private async Task ReadAsync(DateOnly month, CancellationToken cancellationToken)
    {
        Books = await query.ReadAsync(Floor.Id, month, cancellationToken);
        var first = month;
        var next = month.AddMonths(1);
        Periods = [.. (await ledgers.ReadAsync(Floor.Id, Today, cancellationToken)).Periods
            .Where(period => period.Budget.From < next && period.Budget.Until >= first)];
    }

    /// <summary>The month in the address; without one, the one to close next, or the last that is over.</summary>
    private DateOnly? MonthOf() =>
        MonthKey is null ? FirstOpen ?? new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1) : MonthChoice.Read(MonthKey, Today);
}
