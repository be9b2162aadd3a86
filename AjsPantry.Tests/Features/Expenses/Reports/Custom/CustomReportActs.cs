using AngleSharp.Html.Dom;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

internal static class CustomReportActs
{
    private static int _month;

    /// <summary>A past month that no other test of this class uses.</summary>
    public static DateOnly NextMonth() => new DateOnly(2002, 1, 1).AddMonths(Interlocked.Increment(ref _month));

    public static string Address(DateOnly month, string title = "Chosen", string? budget = null, string step = "bills") =>
        FormattableString.Invariant(
            $"/expenses/reports/choose/{step}?from={month:yyyy-MM-dd}&until={month.AddMonths(1).AddDays(-1):yyyy-MM-dd}&title={Uri.EscapeDataString(title)}{(budget is null ? "" : $"&budget={budget}")}");

    /// <summary>Sends the form of boxes as a browser without scripts does, without the given boxes, and with others.</summary>
    public static async Task<WebPage> TickAsync(Visitor visitor, WebPage page, string address, Func<IHtmlInputElement, bool> ticked)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("form[data-choose]")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" || ticked(input))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return await visitor.ReadAsync(address, await visitor.Client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }
}
