using AjsPantry.Features.Loans;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Loans;

/// <summary>Loans that tests need to be there.</summary>
internal static class Lending
{
    /// <summary>Something that one floor of North lends the other, without telling anybody. Returns its id.</summary>
    public static async Task<Guid> LoanAsync(this PantryApp app, string item, int lender = 1, LoanState state = LoanState.Lent,
        decimal quantity = 5, string? unit = "kg", DateOnly? due = null, int? borrower = null)
    {
        var from = await app.FloorAsync("North", lender);
        var to = await app.FloorAsync("North", borrower ?? 3 - lender);
        var by = await app.IdAsync(HeadOf(lender));
        var other = await app.IdAsync(HeadOf(3 - lender));
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var loan = new Loan
            {
                LenderFloorId = from.Id,
                BorrowerFloorId = to.Id,
                SubmissionId = Guid.NewGuid(),
                Kind = unit is null ? LoanKind.Money : LoanKind.Grocery,
                Item = item,
                Quantity = quantity,
                Unit = unit,
                LentOn = new DateOnly(2026, 3, 1),
                DueOn = due,
                State = state,
                LentById = by,
                LentAt = TestClock.Beginning,
                AnsweredById = state == LoanState.Offered ? null : other,
                AnsweredAt = state == LoanState.Offered ? null : TestClock.Beginning,
            };
            db.Loans.Add(loan);
            await db.SaveChangesAsync();
            return loan.Id;
        });
    }

    /// <summary>A part of a loan that its borrower gave back, which the lender has not answered. Returns its id.</summary>
    public static Task<Guid> ReturnAsync(
        this PantryApp app, Guid loanId, decimal quantity = 1) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var back =
            new LoanReturn
            {
                LoanId = loanId,
                SubmissionId = Guid.NewGuid(),
                Quantity = quantity,
                ReturnedOn = TestClock.Today,
                ReturnedAt = TestClock.Beginning
            };
        db.LoanReturns.Add(back);
        await db.SaveChangesAsync();
        return back.Id;
    });

    public static Task<Loan> FindLoanAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.Loans.AsNoTracking().Include(loan => loan.Returns).SingleAsync(loan => loan.Id == id));

    public static Person HeadOf(int floor) => floor == 1 ? Cast.Head : Cast.OtherFloorHead;
}
