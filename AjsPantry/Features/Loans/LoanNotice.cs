using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>
/// Tells the heads of both floors of loans, within the unit of work that makes the news; admins where a floor has no head. The callers
/// save.
/// </summary>
public sealed class LoanNotice(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>To those who borrow: something is lent to them, and they say whether it came.</summary>
    public Task OfferedAsync(Loan loan, string lender, CancellationToken cancellationToken) =>
        TellAsync(loan.BorrowerFloorId, new Subject(loan.Id, "offered"), formats => $"{lender} lends you {What(loan, formats)}",
            formats => loan.Notes ?? "Confirm when you have it.", $"/loans/{loan.Id}/answer", cancellationToken);

    /// <summary>To those who lend: it came, or did not.</summary>
    public async Task AnsweredAsync(Loan loan, string borrower, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(loan.Id, "offered", cancellationToken);
        var came = loan.State == LoanState.Lent;
        await TellAsync(loan.LenderFloorId, new Subject(loan.Id, "answered"),
            formats => $"{borrower} {(came ? "received" : "did not receive")} {What(loan, formats)}",
            _ => loan.Reason ?? "They confirmed it.", $"/loans/{loan.Id}", cancellationToken);
    }

    /// <summary>To those who were to borrow: it is not lent after all.</summary>
    public async Task TakenBackAsync(Loan loan, string lender, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(loan.Id, "offered", cancellationToken);
        await TellAsync(loan.BorrowerFloorId, new Subject(loan.Id, "taken-back"),
            formats => $"{lender} withdrew the loan: {What(loan, formats)}", _ => loan.Reason!, $"/loans/{loan.Id}", cancellationToken);
    }

    /// <summary>To those who lent: something was given back, and they say whether it came.</summary>
    public Task GivenBackAsync(Loan loan, LoanReturn back, CancellationToken cancellationToken) =>
        TellAsync(loan.LenderFloorId, Return(loan, back), formats => $"{loan.BorrowerFloor!.Name} gives back {Part(loan, back, formats)}",
            _ => "Confirm when you have it.", $"/loans/returns/{back.Id}", cancellationToken);

    /// <summary>To those who borrowed: what they gave back came, or did not. Reminders of what is back are taken back.</summary>
    public async Task ReturnAnsweredAsync(Loan loan, LoanReturn back, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(Return(loan, back), cancellationToken);
        if (loan.State == LoanState.Returned)
        {
            await notify.WithdrawAsync(loan.Id, "due", cancellationToken);
            await notify.WithdrawAsync(loan.Id, "overdue", cancellationToken);
        }

        await TellAsync(
            loan.BorrowerFloorId, new Subject(loan.Id, "answer", $"{back.Id}"),
            formats =>
                $"{loan.LenderFloor!.Name} {(back.Confirmed == true ? "received" : "did not receive")} {Part(loan, back, formats)} back",
            _ => back.Reason ?? (loan.State == LoanState.Returned ? "Everything was given back." : Outstanding(loan)),
            $"/loans/{loan.Id}", cancellationToken);
    }

    /// <summary>
    /// To those who borrowed: it is due tomorrow, or today. To both floors: it should be back and is not. The loans come with their floors
    /// and returns.
    /// </summary>
    public async Task RemindAsync(IEnumerable<Loan> loans, DateOnly today, CancellationToken cancellationToken)
    {
        var heads = await FloorHeads.ReadAsync(db, cancellationToken);
        await notify.TellAllAsync(
            [.. loans.SelectMany(loan => loan.DueOn < today ? Overdue(loan, today, heads) : [Due(loan, today, heads)])], cancellationToken);
    }

    private NewsFor Due(Loan loan, DateOnly today, FloorHeads heads) =>
        For(heads, loan.BorrowerFloor!, new(loan.Id, "due", $"{loan.DueOn:yyyy-MM-dd}"),
            $"Due {(loan.DueOn == today ? "today" : "tomorrow")}: {loan.Item}, borrowed from {loan.LenderFloor!.Name}", Outstanding(loan));

    private IEnumerable<NewsFor> Overdue(Loan loan, DateOnly today, FloorHeads heads)
    {
        var about = new Subject(loan.Id, "overdue", $"{loan.DueOn:yyyy-MM-dd}");
        var text = $"{Outstanding(loan)} It was due on {Formats.Day(loan.DueOn!.Value, today.Year)}.";
        yield return For(heads, loan.BorrowerFloor!, about, $"Overdue: {loan.Item}, borrowed from {loan.LenderFloor!.Name}", text);
        yield return For(heads, loan.LenderFloor!, about, $"Overdue: {loan.Item}, lent to {loan.BorrowerFloor!.Name}", text);
    }

    private static NewsFor For(FloorHeads heads, Floor floor, Subject about, string title, string text) =>
        new(new(NoticeKind.Loan, about, title, text, $"/loans/{about.Id}", floor.Number), heads.Of(floor.Id));

    private string Outstanding(Loan loan) =>
        $"Still to give back: {scope.Tenant.Formats.Amount(loan.Balance().Outstanding, loan.Unit)}.";

    private async Task TellAsync(Guid floorId, Subject about, Func<Formats, string> title, Func<Formats, string> text, string path,
        CancellationToken cancellationToken)
    {
        var formats = scope.Tenant.Formats;
        var floor = await db.Floors.Where(floor => floor.Id == floorId).Select(floor => floor.Number).SingleAsync(cancellationToken);
        var heads = await FloorHeads.ReadAsync(db, cancellationToken);
        await notify.TellAsync(
            new(NoticeKind.Loan, about, title(formats), text(formats), path, floor), heads.Of(floorId), cancellationToken);
    }

    private static string What(Loan loan, Formats formats) =>
        $"{formats.Amount(loan.Quantity, loan.Unit)}{(loan.Unit is null ? ": " : " ")}{loan.Item}";

    private static string Part(Loan loan, LoanReturn back, Formats formats) =>
        $"{formats.Amount(back.Quantity, loan.Unit)}{(loan.Unit is null ? ": " : " ")}{loan.Item}";

    private static Subject Return(Loan loan, LoanReturn back) => new(loan.Id, "return", $"{back.Id}");
}
