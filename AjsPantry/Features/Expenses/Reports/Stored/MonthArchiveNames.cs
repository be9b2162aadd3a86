using System.Globalization;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>What receipts are called in a pack: date, number, shop and a count, such as "2026-02-03 F1-1145 Shree Kirana 1.jpg".</summary>
public static class MonthArchiveNames
{
    /// <summary>Short enough for every system, whatever folder the pack is opened in.</summary>
    private const int Longest = 100;

    /// <returns>One name for each receipt, in their order, no two alike.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<ArchivedReceipt> receipts)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var counts = new Dictionary<Guid, int>();
        var names = new List<string>();
        foreach (var receipt in receipts)
        {
            var count = counts[receipt.BillId] = counts.GetValueOrDefault(receipt.BillId) + 1;
            while (!taken.Add(Name(receipt, count)))
                count++;
            names.Add(Name(receipt, count));
            counts[receipt.BillId] = count;
        }

        return names;
    }

    private static string Name(ArchivedReceipt receipt, int count)
    {
        var words = ReceiptName.Safe($"{receipt.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {receipt.Bill} {receipt.Shop}");
        return $"{InputParser.Cut(words, Longest).TrimEnd('.', ' ')} {count.ToString(CultureInfo.InvariantCulture)}.{ReceiptName.Ending(receipt.Kind)}";
    }
}
