using AjsPantry.Features.Expenses.Charts;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Prices;

/// <summary>Prices by their days, in hundredths of width and height. The ground is nothing, so that a small change looks small.</summary>
public sealed class PriceChart(IReadOnlyList<PaidPrice> prices, Formats formats)
{
    private readonly List<PaidPrice> _oldest = [.. prices.Reverse()];

    public Formats Formats => formats;

    public IReadOnlyList<PaidPrice> Points => _oldest;

    public DateOnly First => _oldest[0].Date;

    public DateOnly Last => _oldest[^1].Date;

    private decimal Top => _oldest.Max(price => price.Each) is > 0 and var most ? most * 1.15m : 1;

    public IReadOnlyList<decimal> Ticks => MoneyAxis.Ticks(Top);

    /// <summary>Inside the edges by the size of a dot.</summary>
    public decimal X(PaidPrice price)
    {
        var days = Last.DayNumber - First.DayNumber;
        return days == 0 ? 50 : Math.Round(2 + (96m * (price.Date.DayNumber - First.DayNumber) / days), 2);
    }

    public decimal Y(decimal amount) => SpendingChart.Y(amount, Top);

    public string Line =>
        "M" + string.Join('L', _oldest.Select(price => $"{MoneyAxis.Number(X(price))} {MoneyAxis.Number(Y(price.Each))}"));
}
