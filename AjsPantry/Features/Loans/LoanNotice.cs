using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
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
            formats => back.Reason
                ?? (loan.State == LoanState.Returned ? "Everything was given back."
                    : $"Still to give back: {formats.Amount(loan.Balance().Outstanding, loan.Unit)}."), $"/loans/{loan.Id}",
                    cancellationToken);
    }

    /// <summary>To those who borrowed: it is due tomorrow, or today.</summary>
    public Task DueAsync(Loan loan, DateOnly today, CancellationToken cancellationToken) =>
        TellAsync(
            loan.BorrowerFloorId, new Subject(loan.Id, "due", $"{loan.DueOn:yyyy-MM-dd}"),
            _ => $"Due {(loan.DueOn == today ? "today" : "tomorrow")}: {loan.Item}, borrowed from {loan.LenderFloor!.Name}",
            formats => $"Still to give back: {formats.Amount(loan.Balance().Outstanding, loan.Unit)}.", $"/loans/{loan.Id}",
            cancellationToken);

    /// <summary>To both floors: it should be back and is not.</summary>
    public async Task OverdueAsync(Loan loan, DateOnly today, CancellationToken cancellationToken)
    {
        var about = new Subject(loan.Id, "overdue", $"{loan.DueOn:yyyy-MM-dd}");
        string Text(Formats formats) =>
            $"Still to give back: {formats.Amount(loan.Balance().Outstanding, loan.Unit)}. It was due on {Formats.Day(loan.DueOn!.Value, today.Year)}.";
        await TellAsync(loan.BorrowerFloorId, about, _ => $"Overdue: {loan.Item}, borrowed from {loan.LenderFloor!.Name}", Text,
            $"/loans/{loan.Id}", cancellationToken);
        await TellAsync(loan.LenderFloorId, about, _ => $"Overdue: {loan.Item}, lent to {loan.BorrowerFloor!.Name}", Text,
            $"/loans/{loan.Id}", cancellationToken);
    }

    private async Task TellAsync(Guid floorId, Subject about, Func<Formats, string> title, Func<Formats, string> text, string path,
        CancellationToken cancellationToken)
    {
        var formats = scope.Tenant.Formats;
        var floor = await db.Floors.Where(floor => floor.Id == floorId).Select(floor => floor.Number).SingleAsync(cancellationToken);
        await notify.TellAsync(new(NoticeKind.Loan, about, title(formats), text(formats), path, floor),
            await HeadsAsync(floorId, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> HeadsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var active = db.Members.Where(member => member.DeactivatedAt == null);
        var heads = await active.Where(member => member.Role == Role.PantryHead && member.FloorId == floorId).Select(member => member.Id)
            .ToListAsync(cancellationToken);
        return heads.Count > 0 ? heads
            : await active.Where(member => member.Role == Role.Admin).Select(member => member.Id).ToListAsync(cancellationToken);
    }

    private static string What(Loan loan, Formats formats) =>
        $"{formats.Amount(loan.Quantity, loan.Unit)}{(loan.Unit is null ? ": " : " ")}{loan.Item}";

    private static string Part(Loan loan, LoanReturn back, Formats formats) =>
        $"{formats.Amount(back.Quantity, loan.Unit)}{(loan.Unit is null ? ": " : " ")}{loan.Item}";

    private static Subject Return(Loan loan, LoanReturn back) => new(loan.Id, "return", $"{back.Id}");
}
