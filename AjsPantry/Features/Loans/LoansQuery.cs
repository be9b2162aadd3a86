using System.Linq.Expressions;
using AjsPantry.Features.Loans.Returns;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>What a floor lent and borrowed. A loan of other floors is none of its business.</summary>
public sealed class LoansQuery(PantryDb db)
{
    /// <summary>How many loans wait for a word of the floor.</summary>
    public Task<int> WaitingAsync(Guid floorId, CancellationToken cancellationToken) =>
        Of(floorId).CountAsync(WaitsFor(floorId), cancellationToken);

    /// <summary>Open ones by the day on which they are due, ended ones the latest first.</summary>
    /// <param name="page">From 1.</param>
    public Task<PageOf<LoanView>> PageAsync(Guid floorId, LoanTab tab, int page, CancellationToken cancellationToken)
    {
        var loans = tab switch
        {
            LoanTab.Waiting => Of(floorId).Where(WaitsFor(floorId)),
            LoanTab.Ended => Of(floorId).Where(loan => loan.State != LoanState.Offered && loan.State != LoanState.Lent),
            _ => Of(floorId).Where(loan => loan.State == LoanState.Offered || loan.State == LoanState.Lent),
        };
        var ordered = tab == LoanTab.Ended ? loans.OrderByDescending(loan => loan.LentAt)
            : loans.OrderBy(loan => loan.DueOn ?? DateOnly.MaxValue).ThenByDescending(loan => loan.LentAt);
        return ordered.ThenBy(loan => loan.Id).Select(View).PageAsync(page, cancellationToken);
    }

    /// <returns>Null when the floor has no part in such a loan.</returns>
    public Task<LoanView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(floorId).Where(loan => loan.Id == id).Select(View).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What was given back of a loan, the latest first.</summary>
    public Task<List<ReturnView>> ReturnsAsync(Guid loanId, CancellationToken cancellationToken) =>
        db.LoanReturns.AsNoTracking().Where(back => back.LoanId == loanId).OrderByDescending(back => back.ReturnedAt)
            .ThenByDescending(back => back.Id).Select(Return).ToListAsync(cancellationToken);

    /// <summary>A part that was given back, where the floor is the lender.</summary>
    public Task<ReturnView?> FindReturnAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var lent = db.Loans.Where(loan => loan.LenderFloorId == floorId);
        return db.LoanReturns.AsNoTracking().Where(back => back.Id == id && lent.Any(loan => loan.Id == back.LoanId)).Select(Return)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The floors that the floor may lend to.</summary>
    public Task<List<FloorView>> OthersAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Floors.AsNoTracking().Where(floor => floor.Id != floorId && floor.ArchivedAt == null).OrderBy(floor => floor.Number)
            .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).ToListAsync(cancellationToken);

    private IQueryable<Loan> Of(Guid floorId) =>
        db.Loans.AsNoTracking().Where(loan => loan.LenderFloorId == floorId || loan.BorrowerFloorId == floorId);

    private static Expression<Func<Loan, bool>> WaitsFor(Guid floorId) => loan =>
        (loan.State == LoanState.Offered && loan.BorrowerFloorId == floorId)
            || (loan.State == LoanState.Lent && loan.LenderFloorId == floorId && loan.Returns.Any(back => back.Confirmed == null));

    private static readonly Expression<Func<Loan, LoanView>> View = loan => new LoanView(
        loan.Id, loan.LenderFloorId, loan.LenderFloor!.Name, loan.BorrowerFloorId, loan.BorrowerFloor!.Name, loan.Kind, loan.Item,
        loan.Quantity, loan.Unit, loan.LentOn, loan.DueOn, loan.Notes, loan.State,
        loan.LentBy!.Name, loan.AnsweredBy!.Name, loan.AnsweredAt, loan.Reason,
        loan.Returns.Where(back => back.Confirmed == true).Sum(back => back.Quantity),
        loan.Returns.Where(back => back.Confirmed == null).Sum(back => back.Quantity));

    private static readonly Expression<Func<LoanReturn, ReturnView>> Return = back => new ReturnView(
        back.Id, back.LoanId, back.Quantity, back.ReturnedOn, back.ReturnedBy!.Name, back.Confirmed, back.ConfirmedBy!.Name,
        back.ConfirmedAt, back.Reason);
}

/// <summary>The lists to choose from.</summary>
public enum LoanTab
{
    Open,

    /// <summary>Those that wait for a word of the floor.</summary>
    Waiting,
    Ended,
}

/// <param name="Unit">Null for money.</param>
public sealed record LoanView(
    Guid Id, Guid LenderFloorId, string Lender, Guid BorrowerFloorId, string Borrower, LoanKind Kind, string Item, decimal Quantity,
    string? Unit, DateOnly LentOn, DateOnly? DueOn, string? Notes, LoanState State,
    string? LentBy, string? AnsweredBy, DateTimeOffset? AnsweredAt, string? Reason, decimal Confirmed, decimal Waiting)
{
    public LoanBalance Balance => new(Quantity, Confirmed, Waiting);

    public bool IsLentBy(Guid floorId) => LenderFloorId == floorId;

    /// <summary>Lent to Floor 2, or Borrowed from Floor 1, as the floor sees it.</summary>
    public string Words(Guid floorId) => IsLentBy(floorId) ? $"Lent to {Borrower}" : $"Borrowed from {Lender}";
}

/// <param name="Confirmed">Null until the lender answers.</param>
/// <param name="Reason">Why the lender says that it did not come.</param>
public sealed record ReturnView(Guid Id, Guid LoanId, decimal Quantity, DateOnly ReturnedOn, string? By, bool? Confirmed,
    string? ConfirmedBy, DateTimeOffset? ConfirmedAt, string? Reason);
