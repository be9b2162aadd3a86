using System.Globalization;
using System.Text;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Stored;
using AngleSharp.Html.Dom;
using CsCheck;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

public sealed class CustomReportTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static bool AsItIs(IHtmlInputElement box) => box.IsChecked;

    /// <summary>Through all steps. Returns the page of the kept report.</summary>
    private async Task<WebPage> MakeAsync(
        DateOnly month, Func<IHtmlInputElement, bool> ticked, string title = "Chosen", string? budget = null)
    {
        var head = await app.SignInAsync(Cast.Head);
        var preview = await CustomReportActs.TickAsync(
            head, await head.GetAsync(CustomReportActs.Address(month, title, budget)),
            CustomReportActs.Address(month, title, budget, "preview"), ticked);
        Assert.Equal(200, preview.Status);
        var made = await preview.SubmitAsync([], "form[action*='handler=Make']");
        Assert.Equal(302, made.Status);
        return await made.FollowAsync();
    }

    private async Task<byte[]> FileAsync(WebPage page, string format)
    {
        var answer = await (await app.SignInAsync(Cast.Head))
            .GetAsync(page.Document.QuerySelector($"main a[href*='/{format}']")!.GetAttribute("href")!);
        Assert.Equal(200, answer.Status);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [Fact]
    public async Task Everything_is_ticked_single_lines_can_go_and_the_paper_says_what_is_left_out()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month.AddDays(4), Charges = 20 });
        await app.RecordAsync("North", 1, BillActs.Blinkit with { Date = month });
        var head = await app.SignInAsync(Cast.Head);
        var page = await head.GetAsync(CustomReportActs.Address(month));
        Assert.Contains("11 items of 2 bills", page.Text, StringComparison.Ordinal);
        Assert.Contains("₹1,078.00", page.Document.QuerySelector(".dock")!.TextContent, StringComparison.Ordinal);
        bool Ticked(IHtmlInputElement box) =>
            box.IsChecked && !box.Closest("li")!.TextContent.Contains("Dish soap", StringComparison.Ordinal) | box.Name != "line";
        var updated = await CustomReportActs.TickAsync(head, page, CustomReportActs.Address(month), Ticked);
        Assert.Contains("10 items of 2 bills", updated.Text, StringComparison.Ordinal);
        Assert.Contains("₹1,056.00", updated.Document.QuerySelector(".dock")!.TextContent, StringComparison.Ordinal);
        var kept = await MakeAsync(month, Ticked);
        Assert.Contains("Left out of this bill of ₹711.00: Dish soap 52.00; delivery and charges 20.00; discount −50.00.", kept.Text,
            StringComparison.Ordinal);
        Assert.Equal("1,056.00", kept.Document.QuerySelector("article.sheet tfoot td:last-child")!.TextContent);
        var paper = PdfWords(await FileAsync(kept, "pdf"));
        Assert.Contains("Total 1,056.00", paper, StringComparison.Ordinal);
        Assert.Contains("Dish soap 52.00", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_are_equal_to_the_paisa_on_page_on_paper_and_in_files_whatever_is_chosen() =>
        Gen.Select(Gen.Long[1, 500_000].List[1, 5].List[1, 4], Gen.Bool.List[20], Gen.Int[0, 40_000]).Sample(
        drawn => CompareAsync(drawn.Item1, drawn.Item2, drawn.Item3 / 100m).GetAwaiter().GetResult(), iter: 8, threads: 1);

    private async Task CompareAsync(List<List<long>> bills, List<bool> chosen, decimal budget)
    {
        var month = CustomReportActs.NextMonth();
        foreach (var (at, lines) in bills.Index())
            await app.RecordAsync("North", 1,
                new BillDraft($"C{at}", month.AddDays(at), $"Shop {at % 2}", at * 1.05m, 0.01m * at,
                    [.. lines.Select(paise => BillActs.Line("Thing", 1, "pcs", paise / 100m))]));
        var boxes = 0;
        var kept = await MakeAsync(month, box => box.Name != "line" ? box.IsChecked || box.Name == "voucher" : chosen[boxes++ % 20],
            budget: budget.ToString(CultureInfo.InvariantCulture));
        var report = await app.ReadAsync("North",
            db => db.Reports.Where(report => report.Month == month).Select(report => new { report.Spent, report.Content }).SingleAsync());
        var formats = new AjsPantry.Infrastructure.Web.Formats("en-IN", "INR");
        Assert.Contains(
            kept.Document.QuerySelectorAll("article.sheet .facts dd"), figure => figure.TextContent == formats.Money(report.Spent));
        var shown = ReportJson.Read(report.Content).Bills;
        Assert.Equal(report.Spent, shown.Sum(bill => bill.Lines.Sum(line => line.Amount) + bill.Charges - bill.Discount));
        if (shown.Count == 0)
            return;
        var csv = CsvRows(await FileAsync(kept, "csv"));
        Assert.Equal((report.Spent, report.Spent, budget, budget - report.Spent),
            (csv.SkipLast(3).Sum(Number), Number(csv[^3]), Number(csv[^2]), Number(csv[^1])));
        var xlsx = await FileAsync(kept, "xlsx");
        Assert.Equal((report.Spent, report.Spent), (Rows(xlsx, "Lines").Sum(Amount), Rows(xlsx, "Shops").SkipLast(1).Sum(Amount)));
        Assert.Contains($"Total {formats.Amount(report.Spent)}", PdfWords(await FileAsync(kept, "pdf")), StringComparison.Ordinal);
        Assert.Contains(kept.Document.QuerySelectorAll("article.sheet tfoot td"), cell => cell.TextContent == formats.Amount(report.Spent));
    }

    [Fact]
    public async Task The_same_title_and_days_make_a_revision_only_if_something_differs()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month });
        Assert.Equal("The report is made.", (await MakeAsync(month, AsItIs)).Toast);
        Assert.Equal("This report was already made.", (await MakeAsync(month, AsItIs)).Toast);
        var second = await MakeAsync(
            month, box => box.IsChecked && !box.Closest("li")!.TextContent.StartsWith("Salt", StringComparison.Ordinal), budget: "700");
        Assert.Equal("Revision 2 is made.", second.Toast);
        Assert.Equal("The report is made.", (await MakeAsync(month, AsItIs, "Another title")).Toast);
        Assert.Equal(3, await app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month == month)));
        var head = await app.SignInAsync(Cast.Head);
        var list = await head.GetAsync($"/expenses/reports?year={month.Year}");
        Assert.Contains("Chosen", list.Text, StringComparison.Ordinal);
        Assert.Contains("revision 2", list.Text, StringComparison.Ordinal);
        var first = await head.GetAsync(second.Document.QuerySelectorAll("main .list a.cover")[^1].GetAttribute("href")!);
        Assert.Contains("This is an earlier revision.", first.Text, StringComparison.Ordinal);
        // The month's own report is another thing and knows nothing of it.
        Assert.Contains(
            "has no report yet", (await head.GetAsync($"/expenses/report?month={month.Key()}")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_by_many_at_once_it_is_one_report()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var head = await app.SignInAsync(Cast.Head);
        var preview = await CustomReportActs.TickAsync(
            head, await head.GetAsync(CustomReportActs.Address(month)), CustomReportActs.Address(month, step: "preview"), AsItIs);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => preview.SubmitAsync([], "form[action*='handler=Make']"))),
            answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month == month)));
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_made()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var head = await app.SignInAsync(Cast.Head);
        var preview = await CustomReportActs.TickAsync(
            head, await head.GetAsync(CustomReportActs.Address(month)), CustomReportActs.Address(month, step: "preview"), AsItIs);
        await app.RecordAsync("North", 1, BillActs.One(20, "LATE", date: month));
        var again = await preview.SubmitAsync([], "form[action*='handler=Make']");
        Assert.Equal(200, again.Status);
        Assert.Contains("The bills changed in the meantime.", again.Text, StringComparison.Ordinal);
        Assert.Equal("₹30.00 in 2 bills", again.Answer);
        Assert.Equal(302, (await again.SubmitAsync([], "form[action*='handler=Make']")).Status);
    }

    [Fact]
    public async Task Vouchers_alone_are_a_report_and_nothing_at_all_is_none()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, "V-1", date: month));
        var kept = await MakeAsync(month, box => box.Name == "voucher");
        Assert.Contains("V-1", PdfWords(await FileAsync(kept, "vouchers")), StringComparison.Ordinal);
        Assert.Null(kept.Document.QuerySelector("main a[href*='/csv']"));
        var head = await app.SignInAsync(Cast.Head);
        var preview = await CustomReportActs.TickAsync(
            head, await head.GetAsync(CustomReportActs.Address(month)), CustomReportActs.Address(month, step: "preview"), _ => false);
        var none = await preview.SubmitAsync([], "form[action*='handler=Make']");
        Assert.Contains("Nothing is chosen.", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_that_takes_another_back_counts_against_it_everywhere()
    {
        var month = CustomReportActs.NextMonth();
        var wrong = await app.RecordAsync("North", 1, BillActs.DMart with { Date = month, Charges = 20 });
        await app.ReverseAsync(wrong, month.AddDays(1));
        await app.RecordAsync("North", 1, BillActs.One(88, "RIGHT", date: month.AddDays(2)));
        var kept = await MakeAsync(month, box => box.IsChecked || box.Name == "voucher");
        Assert.Equal("88.00", kept.Document.QuerySelector("article.sheet tfoot td:last-child")!.TextContent);
        Assert.Equal(88, CsvRows(await FileAsync(kept, "csv")).SkipLast(1).Sum(Number));
        Assert.Equal(88, Rows(await FileAsync(kept, "xlsx"), "Lines").Sum(Amount));
        Assert.Contains("Total 88.00", PdfWords(await FileAsync(kept, "pdf")), StringComparison.Ordinal);
        Assert.Contains("Reversal voucher", PdfWords(await FileAsync(kept, "vouchers")), StringComparison.Ordinal);
        var report = await app.MakeReportAsync("North", 1, month);
        var head = await app.SignInAsync(Cast.Head);
        Assert.Contains("Total 88.00",
            PdfWords(await (await head.GetAsync($"/expenses/report/{report.Id}/pdf")).Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal);
        Assert.Equal(200, (await head.GetAsync($"/expenses?month={month.Key()}")).Status);
    }

    [Fact]
    public async Task Nobody_sees_chosen_reports_of_another_floor_or_tenant()
    {
        var month = CustomReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, "SECRET", date: month));
        await MakeAsync(month, AsItIs);
        var id = await app.ReadAsync(
            "North", db => db.Reports.Where(report => report.Month == month).Select(report => report.Id).SingleAsync());
        foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead])
        {
            var visitor = await app.SignInAsync(person);
            foreach (var address in new[] { $"/expenses/reports/chosen/{id}", $"/expenses/report/{id}/pdf", $"/expenses/report/{id}/pack" })
                Assert.Equal(404, (await visitor.GetAsync(address)).Status);
            Assert.DoesNotContain("SECRET", (await visitor.GetAsync(CustomReportActs.Address(month))).Text, StringComparison.Ordinal);
        }

        Assert.Equal((403, 403),
            ((await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses/reports/choose")).Status,
                (await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/expenses/reports/chosen/{id}")).Status));
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports/chosen/{Guid.NewGuid()}")).Status);
        var own = await app.MakeReportAsync("North", 1, month);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports/chosen/{own.Id}")).Status);
    }

    private static decimal Number(string[] row) => decimal.Parse(row[7], CultureInfo.InvariantCulture);

    private static decimal Amount(IDictionary<string, object> row) => Convert.ToDecimal(row["Amount"], null);

    private static List<string[]> CsvRows(byte[] file)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(file), Encoding.UTF8), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        csv.Read();
        while (csv.Read())
            rows.Add(csv.Parser.Record!);
        return rows;
    }

    private static List<IDictionary<string, object>> Rows(byte[] file, string sheet) =>
        [.. MiniExcel.Query(new MemoryStream(file), useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object>>()];

    private static string PdfWords(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Join(' ',
            pdf.GetPages()
                .SelectMany(page => ContentOrderTextExtractor.GetText(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
