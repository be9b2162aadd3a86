using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Loans;

/// <summary>How loans read.</summary>
public static class LoanWords
{
    public static string Words(this LoanKind kind) => kind switch
    {
        LoanKind.Grocery => "Groceries",
        LoanKind.Equipment => "Equipment",
        LoanKind.Money => "Money",
        _ => "Something else",
    };

    /// <summary>A name from icons.txt.</summary>
    public static string Icon(this LoanKind kind) => kind switch
    {
        LoanKind.Grocery => "basket",
        LoanKind.Equipment => "fork-knife",
        LoanKind.Money => "cash-coin",
        _ => "tag",
    };

    /// <summary>5 kg, or an amount of money.</summary>
    /// <param name="unit">Null for money.</param>
    public static string Amount(this Formats formats, decimal quantity, string? unit) =>
        unit is null ? formats.Money(quantity) : formats.Quantity(quantity, unit);

    /// <summary>Whether somebody of the floor has to do something, and how the loan stands, as a chip: word, colour and icon.</summary>
    public static (string Word, string Colour, string Icon) Chip(this LoanView loan, Guid floorId, DateOnly today) => loan.State switch
    {
        LoanState.Offered =>
            loan.IsLentBy(floorId) ? ("Not confirmed yet", "wait", "hourglass-split") : ("Please confirm", "wait", "question-circle"),
        LoanState.Lent when loan.Balance.Waiting > 0 =>
            loan.IsLentBy(floorId) ? ("Please confirm the return", "wait", "question-circle")
                : ("Return not confirmed yet", "wait", "hourglass-split"),
        LoanState.Lent when loan.DueOn < today => ("Overdue", "bad", "exclamation-triangle"),
        LoanState.Lent => loan.Balance.Confirmed > 0 ? ("Partly returned", "", "arrow-repeat") : ("Lent", "", "arrow-left-right"),
        LoanState.Returned => ("Returned", "ok", "check-circle-fill"),
        LoanState.Declined => ("Never received", "bad", "x-lg"),
        _ => ("Withdrawn", "", "dash-lg"),
    };
}
