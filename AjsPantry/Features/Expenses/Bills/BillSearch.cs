using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
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
                    Details = [bill.Shop, bill.ItemWith(search.Words) is { } item ? $"with {item}" : null, search.Day(bill.Date)],
                    Amount = bill.Total,
                    Floor = bill.Floor,
                }),
        ];
    }

    private IQueryable<Match> Matches(SearchWords search)
    {
        var own = search.FloorId;
        var since = search.Today.AddYears(-Years);
        var found = db.HaveWords("bills", search.Words);
        return db.Bills.AsNoTracking()
            .Where(bill => (own == null || bill.FloorId == own) && bill.Date >= since && found.Contains(bill.Id))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.Id).Take(SearchWords.MostHits)
            .Select(bill => new Match(bill.Id, bill.Number, bill.Shop,
                bill.Lines.OrderBy(line => line.Position).Select(line => line.Item).ToList(),
                bill.Date, bill.Total, bill.Floor!.Number));
    }

    private sealed record Match(Guid Id, string Number, string Shop, List<string> Items, DateOnly Date, decimal Total, int Floor)
    {
        /// <summary>The first item that has a word that number and shop do not have; null when it was found by them alone.</summary>
        public string? ItemWith(IReadOnlyList<string> words)
        {
            var others = words.Where(word => !PlainWords.Have($"{Number} {Shop}", [word])).ToList();
            return Items.Find(item => others.Exists(word => PlainWords.Have(item, [word])));
        }
    }
}
