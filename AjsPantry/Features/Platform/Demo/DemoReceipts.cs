using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Receipts;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Till rolls for a floor's latest bills, drawn from the bills themselves and plainly marked as demo; every fourth is a PDF, and the newest
/// has none yet.
/// </summary>
internal sealed class DemoReceipts(DemoStage stage, DemoFloor floor)
{
    private const int Bills = 12;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var bills = await stage.ReadAsync(db => db.Bills.Include(bill => bill.Lines).Where(bill => bill.FloorId == floor.Id)
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.Number)
            .Skip(1).Take(Bills).AsNoTracking().ToListAsync(cancellationToken));
        foreach (var (at, bill) in bills.Index())
            await AddAsync(bill, at % 4 == 3 ? DemoFile.Of(bill, "pdf", DemoTillRoll.Paper(bill))
                : DemoFile.Of(bill, "jpg", DemoTillRoll.Photo(bill)), cancellationToken);
    }

    private async Task AddAsync(Bill bill, IFormFile file, CancellationToken cancellationToken)
    {
        var kept = await stage.AskAsync(floor.Head, bill.RecordedAt, null,
            (AddReceipts.Handler receipts) => receipts.HandleAsync(floor.Id, bill.Id, [file], cancellationToken));
        if (kept?.Added != 1)
            throw new InvalidOperationException($"Receipt of {bill.Number}: {kept?.Words} {string.Join(' ', kept?.Problems ?? [])}");
    }
}
