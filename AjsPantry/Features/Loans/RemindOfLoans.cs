using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>Reminds of what is to be given back: the borrowers once when it is due tomorrow, both floors once when it is overdue.</summary>
public sealed class RemindOfLoans(PantryDb db, LoanNotice news, Scope scope) : DailyJob(From)
{
    /// <summary>When people are up and have not begun their day.</summary>
    private const int From = 9;

    /// <summary>A run that comes later leaves it to the next morning.</summary>
    private const int Until = 21;

    public override string Kind => "loan-reminders";

    public override string Title => "Loan reminders";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var now = scope.LocalNow;
        if (DateOnly.FromDateTime(now.DateTime) != today || now.Hour is < From or >= Until)
            return "not at this hour";
        var tomorrow = today.AddDays(1);
        var due = await db.Loans.AsNoTracking().Include(loan => loan.Returns).Include(loan => loan.LenderFloor)
            .Include(loan => loan.BorrowerFloor)
            .Where(loan => loan.State == LoanState.Lent && loan.DueOn <= tomorrow).OrderBy(loan => loan.Id).ToListAsync(cancellationToken);
        // What is on its way back waits for the lender, who was told so.
        due.RemoveAll(loan => loan.Balance().Open == 0);
        await news.RemindAsync(due, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return due.Count switch { 0 => "nothing is due", 1 => "1 loan is due", _ => $"{due.Count} loans are due" };
    }
}
