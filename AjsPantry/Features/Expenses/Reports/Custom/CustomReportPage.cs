using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>A step after the first. The days, the title and the budget travel in the address, the choice in the form.</summary>
public abstract class CustomReportPage(CustomReportQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "title")]
    public string? Title { get; set; }

    [BindProperty(SupportsGet = true, Name = "budget")]
    public string? Budget { get; set; }

    public CustomReportFrame Frame { get; private set; } = null!;

    public IReadOnlyList<ReportBill> Bills { get; private set; } = [];

    public ReportSelection Selection { get; private set; } = ReportSelection.Everything;

    /// <summary>What the address of the next step carries.</summary>
    public Dictionary<string, string?> Route => new()
    {
        ["from"] = From,
        ["until"] = Until,
        ["title"] = Title,
        ["budget"] = Budget,
    };

    /// <summary>What is left out and what is printed, as one field each: thousands of boxes take no more room than that.</summary>
    public string LeftOutIds => Ids(Selection.LeftOut);

    public string VoucherIds => Ids(Selection.Vouchers);

    /// <returns>False when the address names no days that a report can be of; the first step then asks for them.</returns>
    protected async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var title = InputParser.Text(Title);
        var budget = InputParser.Number(Budget, 2, Tenant.Culture);
        if (InputParser.Day(From) is not { } from || InputParser.Day(Until) is not { } until || until < from
            || until.DayNumber - from.DayNumber >= ChooseReportPeriod.MostDays || from.Year < 2000 || from > Today)
            return false;
        if (title is "" or { Length: > KeptReport.LongestTitle }
            || (!string.IsNullOrWhiteSpace(Budget) && budget is null or < 0 or > GoodsLimits.Amount))
            return false;
        Frame = new CustomReportFrame(from, until, title, budget);
        Bills = await query.BillsAsync(Floor.Id, from, until, cancellationToken);
        Selection = SelectionOf(Request);
        return true;
    }

    private ReportSelection SelectionOf(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return ReportSelection.Everything;
        var form = request.Form;
        return form.ContainsKey("ticks")
            ? ReportSelection.Of(Bills, new SelectionInput(Set(form["was"]), Set(form["bill"]), Set(form["line"]), Set(form["voucher"])))
            : new ReportSelection(Set(form["out"].ToString().Split(',')), Set(form["vouchers"].ToString().Split(',')));
    }

    /// <summary>Whatever is no id is passed over.</summary>
    private static HashSet<Guid> Set(IEnumerable<string?> values) =>
        [.. values.Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    private static string Ids(IEnumerable<Guid> ids) => string.Join(',', ids.Select(id => id.ToString("N")));
}
