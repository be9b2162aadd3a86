using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans.Cards;

/// <summary>Loans that wait for the floor's word, or are late.</summary>
public sealed class LoansToConfirmCard(PantryDb db) : IHomeCard
{
    /// <summary>Offered to the floor, borrowed and late, or said to have been given back.</summary>
    private static readonly HomeQuery<WaitingLoan> Waiting = new((db, floorId, memberId, today) => db.Set<Loan>().AsNoTracking()
        .Where(loan => (loan.BorrowerFloorId == floorId
                && (loan.State == LoanState.Offered || (loan.State == LoanState.Lent && loan.DueOn < today)))
            || (loan.LenderFloorId == floorId && loan.Returns.Any(back => back.Confirmed == null)))
        .OrderBy(loan => loan.LentOn)
        .Select(loan => new WaitingLoan(
            loan.Id, loan.Item, loan.LenderFloorId == floorId, loan.State == LoanState.Offered,
            loan.LenderFloorId == floorId ? loan.BorrowerFloor!.Name : loan.LenderFloor!.Name,
            loan.LenderFloorId == floorId ? loan.LentOn : loan.DueOn)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.ManageLoans))
            return;
        var waiting = await Waiting.AskAsync(db, home, cancellationToken);
        List<WaitingLoan> loans = [.. waiting.OrderBy(loan => loan.Date ?? DateOnly.MinValue).ThenBy(loan => loan.IsOurs)];
        if (loans is [var one])
            home.ToDos.Add(new(ToDoOrder.Loans, "arrow-left-right", one.Words,
                one.IsOffered || one.Date is null ? "Did it arrive?" : home.Day(one.Date.Value), "/Loans/Loan", "Open it")
            { Id = one.Id });
        else if (loans is [var first, ..])
            home.ToDos.Add(new(ToDoOrder.Loans, "arrow-left-right", $"{ToDo.Count(loans.Count, "loan")} to confirm", first.Words,
                "/Loans/Index", "See them"));
    }

    /// <param name="IsOurs">The floor lent it.</param>
    /// <param name="Date">When it was lent, where the floor did; else by when it is to be back.</param>
    private sealed record WaitingLoan(Guid Id, string Item, bool IsOurs, bool IsOffered, string Floor, DateOnly? Date)
    {
        /// <summary>Floor 2 lends you a degchi; the degchi of Floor 2 is late.</summary>
        public string Words => IsOurs ? $"{Floor} gave back {Item}" : IsOffered ? $"{Floor} lends you {Item}"
            : $"Overdue: “{Item}”, {Floor}";
    }
}
