using System.Globalization;
using System.Text;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using CsCheck;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

public sealed class ReportTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string[] Formats = ["pdf", "xlsx", "csv"];

    private static string Address(DateOnly month) => $"/expenses/report?month={month.Key()}";

    private async Task<WebPage> PageAsync(DateOnly month, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync(Address(month));

    private async Task<WebPage> MakeAsync(DateOnly month) => await (await (await PageAsync(month)).SubmitAsync([])).FollowAsync();

    [Fact]
    public async Task A_preview_becomes_the_report_with_the_same_lines()
    {
        var month = ReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month.AddDays(4) });
        await app.RecordAsync("North", 1, BillActs.Blinkit with { Date = month });
        var preview = await PageAsync(month);
        Assert.EndsWith("has no report yet", preview.Answer, StringComparison.Ordinal);
        Assert.Contains("(preview)", preview.Text, StringComparison.Ordinal);
        var made = await MakeAsync(month);
        Assert.Equal($"{month:MMMM} came to ₹1,058.00", made.Answer);
        Assert.DoesNotContain("(preview)", made.Text, StringComparison.Ordinal);
        Assert.Equal(ReportActs.PageLines(preview), ReportActs.PageLines(made));
        Assert.Equal(15, ReportActs.PageLines(made).Count);
    }

    [Fact]
    public async Task Page_and_files_have_the_same_lines()
    {
        var month = ReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month.AddDays(27), Charges = 12.34m });
        await app.RecordAsync("North", 1, BillActs.Blinkit with { Date = month.AddDays(1) });
        var page = await MakeAsync(month);
        var lines = ReportActs.PageLines(page).Where(line => !line.StartsWith("Bill total", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines,
            CsvRows(await app.FileAsync(page, "csv")).SkipLast(1)
                .Select(row => $"{row[3]} {decimal.Parse(row[7], CultureInfo.InvariantCulture):0.00}"));
        Assert.Equal(lines,
            XlsxRows(await app.FileAsync(page, "xlsx"), "Lines")
                .Select(row => $"{row["Item"]} {Convert.ToDecimal(row["Amount"], null):0.00}"));
        var paper = PdfWords(await app.FileAsync(page, "pdf"));
        Assert.All(lines, line => Assert.Contains(line.Split(' ')[0], paper, StringComparison.Ordinal));
        Assert.Contains("Total 1,070.34", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_are_equal_to_the_paisa_on_page_in_files_and_in_the_database() => RandomMonth.Sample(
        drafts => CompareTotalsAsync(ReportActs.NextMonth(), drafts).GetAwaiter().GetResult(), iter: 12, threads: 1);

    private async Task CompareTotalsAsync(DateOnly month, List<BillDraft> drafts)
    {
        foreach (var (at, draft) in drafts.Index())
        {
            var id = await app.RecordAsync("North", 1, draft with { Number = $"R{at}", Date = month.AddDays(at % 28) });
            var bill = await app.BillAsync("North", id);
            Assert.Equal((draft.LinesTotal, draft.LinesTotal + draft.Charges - draft.Discount, bill.Lines.Sum(line => line.Amount)),
                (bill.LinesTotal, bill.Total, bill.LinesTotal));
        }

        var spent = drafts.Sum(draft => draft.Total);
        var page = await MakeAsync(month);
        var text = new AjsPantry.Infrastructure.Web.Formats("en-IN", "INR").Amount(spent);
        Assert.Equal(text, page.Document.QuerySelector("article.sheet tfoot td:last-child")!.TextContent);
        Assert.Equal($"₹{text}", page.Document.QuerySelector("article.sheet .facts dd")!.TextContent);
        Assert.Equal(spent,
            ReportActs.PageLines(page).Where(line => !line.StartsWith("Bill total", StringComparison.Ordinal))
                .Sum(line => decimal.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)));
        var xlsx = await app.FileAsync(page, "xlsx");
        Assert.Equal(spent, XlsxRows(xlsx, "Lines").Sum(Amount));
        Assert.Equal(
            (spent, spent), (XlsxRows(xlsx, "Categories").SkipLast(1).Sum(Amount), XlsxRows(xlsx, "Shops").SkipLast(1).Sum(Amount)));
        var csv = CsvRows(await app.FileAsync(page, "csv"));
        Assert.Equal((spent, spent),
            (csv.SkipLast(1).Sum(row => decimal.Parse(row[7], CultureInfo.InvariantCulture)),
                decimal.Parse(csv[^1][7], CultureInfo.InvariantCulture)));
        Assert.Contains($"Total {text}", PdfWords(await app.FileAsync(page, "pdf")), StringComparison.Ordinal);
        Assert.Equal(spent,
            await app.ReadAsync(
                "North", db => db.Reports.Where(report => report.Month == month).Select(report => report.Spent).SingleAsync()));
    }

    [Fact]
    public async Task A_month_without_bills_has_a_report_that_says_so()
    {
        var page = await MakeAsync(ReportActs.NextMonth());
        Assert.StartsWith("Nothing was spent in", page.Answer, StringComparison.Ordinal);
        Assert.Equal("0.00", CsvRows(await app.FileAsync(page, "csv"))[^1][7]);
    }

    [Fact]
    public async Task Files_are_handed_out_under_their_names_and_not_sent_twice()
    {
        var month = ReportActs.NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var page = await MakeAsync(month);
        var head = await app.SignInAsync(Cast.Head);
        foreach (var (format,
            type) in new[] { ("pdf", "application/pdf"), ("xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("csv", "text/csv") })
        {
            var address = page.Document.QuerySelector($"main a[href*='/{format}']")!.GetAttribute("href")!;
            var answer = await head.GetAsync(address);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"expenses-floor-1-{month.Key()}.{format}", answer.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition.DispositionType);
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(304, (int)(await head.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Members_and_tea_managers_make_and_see_no_reports()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager])
            Assert.Equal((403, 403),
                ((await PageAsync(ReportActs.NextMonth(), person)).Status,
                    (await (await app.SignInAsync(person)).PostAsync("/expenses/report")).Status));
    }

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

    private static List<IDictionary<string, object>> XlsxRows(byte[] file, string sheet)
    {
        using var stream = new MemoryStream(file);
        return [.. stream.Query(useHeaderRow: true, sheetName: sheet).Select(row => (IDictionary<string, object>)row)];
    }

    private static string PdfWords(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Join(' ',
            string.Join(' ', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page)))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly Gen<BillDraft> RandomBill = Gen.Select(
        Gen.Int[0, 3], Gen.Select(Gen.Int[0, 9], Gen.Long[1, 500_000_000], Gen.Long[1, 9_999_999]).List[1, 6], Gen.Long[0, 100_000],
        Gen.Double[0, 1])
        .Select((shop, lines, charges, share) =>
        {
            List<BillDraftLine> items =
                [.. lines.Select(line => new BillDraftLine($"Item {line.Item1}", line.Item3 / 1000m, "kg", null, line.Item2 / 100m, null))];
            var total = items.Sum(line => line.Amount) + charges / 100m;
            return new BillDraft("", default, $"Shop {shop}", charges / 100m, Math.Round(total * (decimal)share, 2), items);
        });

    private static readonly Gen<List<BillDraft>> RandomMonth = RandomBill.List[1, 8];
}
