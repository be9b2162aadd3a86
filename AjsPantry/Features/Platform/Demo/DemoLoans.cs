using AjsPantry.Features.Loans;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Between two floors: one thing offered, one lent and partly given back, one overdue, and one that is back.</summary>
internal sealed class DemoLoans(PantryDb db, TimeProvider clock)
{
    public async Task LoadAsync(IReadOnlyList<Floor> floors, DateOnly today, CancellationToken cancellationToken)
    {
        var heads = await db.Members.Where(member => member.Role == Role.PantryHead && member.FloorId != null)
            .OrderBy(member => member.Number).ToListAsync(cancellationToken);
        var first = heads.First(head => head.FloorId == floors[0].Id);
        var second = heads.First(head => head.FloorId == floors[1].Id);
        Lend(first, second, LoanKind.Equipment, "Big pressure cooker", 1, "pcs", today, today.AddDays(3),
            "The lid sticks; turn it to the left.");
        var rice = Accept(Lend(first, second, LoanKind.Grocery, "Basmati rice", 5, "kg", today.AddDays(-6), today.AddDays(8)), second);
        GiveBack(rice, second, 2, today.AddDays(-2), first);
        GiveBack(rice, second, 1.5m, today, null);
        Accept(Lend(second, first, LoanKind.Money, "For the gas cylinder", 1000, null, today.AddDays(-10), today.AddDays(-1)), first);
        var plates = Accept(Lend(second, first, LoanKind.Equipment, "Steel plates", 20, "pcs", today.AddDays(-30), null), first);
        GiveBack(plates, first, 20, today.AddDays(-28), second);
        plates.State = LoanState.Returned;
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private Loan Lend(Member lender, Member borrower, LoanKind kind, string item, decimal quantity, string? unit, DateOnly on,
        DateOnly? due, string? notes = null)
    {
        var loan = new Loan
        {
            LenderFloorId = lender.FloorId!.Value,
            BorrowerFloorId = borrower.FloorId!.Value,
            SubmissionId = Guid.CreateVersion7(),
            Kind = kind,
            Item = item,
            Quantity = quantity,
            Unit = unit,
            LentOn = on,
            DueOn = due,
            Notes = notes,
            LentById = lender.Id,
            LentAt = clock.GetUtcNow(),
        };
        db.Loans.Add(loan);
        return loan;
    }

    private Loan Accept(Loan loan, Member borrower)
    {
        loan.State = LoanState.Lent;
        loan.AnsweredById = borrower.Id;
        loan.AnsweredAt = clock.GetUtcNow();
        return loan;
    }

    private void GiveBack(Loan loan, Member borrower, decimal quantity, DateOnly on, Member? confirmedBy)
    {
        var back =
            new LoanReturn
            {
                LoanId = loan.Id,
                SubmissionId = Guid.CreateVersion7(),
                Quantity = quantity,
                ReturnedOn = on,
                ReturnedById = borrower.Id,
                ReturnedAt = clock.GetUtcNow()
            };
        if (confirmedBy is not null)
        {
            back.Confirmed = true;
            back.ConfirmedById = confirmedBy.Id;
            back.ConfirmedAt = clock.GetUtcNow();
        }
        db.LoanReturns.Add(back);
    }
}
