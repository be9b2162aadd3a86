using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills;

/// <summary>Finds bills by their numbers, shops and items.</summary>
public sealed class BillSearch(PantryDb db) : ISearchSource
{
    /// <summary>Older bills are found by their month.</summary>
    private const int Years = 2;

    public int Place => 3;

    public Permission Permission => Permission.ViewExpenses;

    public async Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken)
    {
        var found = await Matches(search).ToListAsync(cancellationToken);
        return
        [
            .. found.OrderByDescending(bill => bill.Date).ThenBy(bill => bill.Number, NameOrder.Comparer)
                .Select(bill => new Hit("receipt", "/Expenses/Bills/Bill", bill.Id, $"Bill {bill.Number}")
                {
                    Details = [bill.Shop, bill.Item is null ? null : $"with {bill.Item}", search.Day(bill.Date)],
                    Amount = bill.Total,
                    Floor = bill.Floor,
                }),
        ];
    }

    private IQueryable<Match> Matches(SearchWords search)
    {
        var pattern = search.Pattern;
        var own = search.FloorId;
        var since = search.Today.AddYears(-Years);
        var bills = db.Bills.AsNoTracking().Where(bill => (own == null || bill.FloorId == own) && bill.Date >= since);
        // Of those bills only: asked of each bill, PostgreSQL reads every line there ever was.
        var items = bills.SelectMany(bill => bill.Lines).Where(line => EF.Functions.ILike(line.Item, pattern, LikePattern.Escape))
            .Select(line => line.BillId);
        return bills.Where(bill => EF.Functions.ILike(bill.Number, pattern, LikePattern.Escape)
            || EF.Functions.ILike(bill.Shop, pattern, LikePattern.Escape) || items.Contains(bill.Id))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.Id).Take(SearchWords.MostHits)
            .Select(bill => new Match(bill.Id, bill.Number, bill.Shop,
                bill.Lines.Where(line => EF.Functions.ILike(line.Item, pattern, LikePattern.Escape))
                    .OrderBy(line => line.Position).Select(line => line.Item).FirstOrDefault(),
                bill.Date, bill.Total, bill.Floor!.Number));
    }

    /// <param name="Item">The first that matches; null when it was found by something else.</param>
    private sealed record Match(Guid Id, string Number, string Shop, string? Item, DateOnly Date, decimal Total, int Floor);
}
