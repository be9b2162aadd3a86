using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>Records a new bill of a floor.</summary>
public sealed class RecordBill(PantryDb db, BillHistory history, BillPosting books, IBoughtItems items, Scope scope)
{
    /// <summary>Records the bill, or answers with the one that the same form made before, or asks about one that looks the same.</summary>
    /// <param name="submissionId">Made with the form.</param>
    /// <param name="anotherBill">The person says that it is not the one that looks the same.</param>
    public Task<Outcome<Bill>> HandleAsync(
        Guid floorId, Guid submissionId, BillDraft draft, bool anotherBill, CancellationToken cancellationToken) =>
        // Either the same form was quicker, or somebody changed an item, put it back or put it on a bill: what is now decides.
        db.RetryOnConflictAsync(
            () => OnceAsync(floorId, submissionId, draft, anotherBill, cancellationToken), RetryOnConflict.Changed, Bill.SubmissionIndex);

    private async Task<Outcome<Bill>> OnceAsync(
        Guid floorId, Guid submissionId, BillDraft draft, bool anotherBill, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.RecordBills);
        if (await SentBeforeAsync(submissionId, cancellationToken) is { } recorded)
            return await AgainAsync(recorded, floorId, draft, cancellationToken);
        if (await books.RefusalAsync(floorId, null, draft.Date, cancellationToken) is { } closed)
            return closed;
        var settled = await history.SettleAsync(floorId, draft, null, cancellationToken);
        if (!anotherBill && await history.AskAboutDuplicateAsync(floorId, settled, null, cancellationToken) is { } question)
            // The other may be this very form, recorded between the two looks by its second sending.
            return await SentBeforeAsync(submissionId, cancellationToken) is { } same
                ? await AgainAsync(same, floorId, draft, cancellationToken) : question;

        if (await items.FollowAsync(floorId, [], settled, cancellationToken) is { } taken)
            return taken;
        var bill = Bill.Record(floorId, submissionId, settled, scope.ActorId, scope.Now);
        db.Bills.Add(bill);
        return await books.SaveAsync(floorId, null, bill.Date, cancellationToken) is { } refusal ? refusal : bill;
    }

    private Task<Bill?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Bills.AsNoTracking().Include(bill => bill.Lines)
            .SingleOrDefaultAsync(bill => bill.SubmissionId == submissionId, cancellationToken);

    private async Task<Outcome<Bill>> AgainAsync(Bill bill, Guid floorId, BillDraft draft, CancellationToken cancellationToken)
    {
        if (bill.FloorId != floorId)
            return new FieldMessage("", "This form was already used. Open a new form and copy what you typed below.");
        var typed = await history.SettleAsync(floorId, draft, null, cancellationToken);
        return bill.ToDraft().SaysTheSameAs(typed) ? bill : SentForm.Changed;
    }
}
