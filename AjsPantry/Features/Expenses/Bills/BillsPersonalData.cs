using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills;

/// <summary>The bills that a person recorded.</summary>
public sealed class BillsPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 7;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Bills", await BillsAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> BillsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Bills.Where(bill => bill.RecordedById == memberId).OrderBy(bill => bill.Date)
            .Select(bill => new
            {
                bill.Number,
                bill.Date,
                bill.Shop,
                bill.Total,
                bill.RecordedAt,
                bill.VoidReason,
                Lines = bill.Lines.Select(line => new { line.Item, line.Quantity, line.Unit, line.Amount }).ToList()
            }).ToListAsync(cancellationToken);
}
