using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AngleSharp.Dom;
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

    private static int _month;

    /// <summary>A past month that no other test of this class uses, three months from the next.</summary>
    private static DateOnly NextMonth() => new DateOnly(2001, 3, 1).AddMonths(3 * Interlocked.Increment(ref _month));

    private static string Address(DateOnly month) => $"/expenses/report?month={month.Key()}";

    private async Task<WebPage> PageAsync(DateOnly month, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync(Address(month));

    private async Task<WebPage> MakeAsync(DateOnly month) => await (await (await PageAsync(month)).SubmitAsync([])).FollowAsync();

    private async Task<byte[]> FileAsync(WebPage page, string format)
    {
        var answer = await (await app.SignInAsync(Cast.Head))
            .GetAsync(page.Document.QuerySelector($"main a[href*='/{format}']")!.GetAttribute("href")!);
        Assert.Equal(200, answer.Status);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [Fact]
    public async Task A_preview_becomes_the_report_with_the_same_lines()
    {
        var month = NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month.AddDays(4) });
        await app.RecordAsync("North", 1, BillActs.Blinkit with { Date = month });
        var preview = await PageAsync(month);
        Assert.EndsWith("has no report yet", preview.Answer, StringComparison.Ordinal);
        Assert.Contains("(preview)", preview.Text, StringComparison.Ordinal);
        var made = await MakeAsync(month);
        Assert.Equal($"{month:MMMM} came to ₹1,058.00", made.Answer);
        Assert.DoesNotContain("(preview)", made.Text, StringComparison.Ordinal);
        Assert.Equal(PageLines(preview), PageLines(made));
        Assert.Equal(15, PageLines(made).Count);
    }

    [Fact]
    public async Task Page_and_files_have_the_same_lines()
    {
        var month = NextMonth();
        await app.RecordAsync("North", 1, BillActs.DMart with { Date = month.AddDays(27), Charges = 12.34m });
        await app.RecordAsync("North", 1, BillActs.Blinkit with { Date = month.AddDays(1) });
        var page = await MakeAsync(month);
        var lines = PageLines(page).Where(line => !line.StartsWith("Bill total", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines,
            CsvRows(await FileAsync(page, "csv")).SkipLast(1)
                .Select(row => $"{row[3]} {decimal.Parse(row[7], CultureInfo.InvariantCulture):0.00}"));
        Assert.Equal(lines,
            XlsxRows(await FileAsync(page, "xlsx"), "Lines").Select(row => $"{row["Item"]} {Convert.ToDecimal(row["Amount"], null):0.00}"));
        var paper = PdfWords(await FileAsync(page, "pdf"));
        Assert.All(lines, line => Assert.Contains(line.Split(' ')[0], paper, StringComparison.Ordinal));
        Assert.Contains("Total 1,070.34", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Totals_are_equal_to_the_paisa_on_page_in_files_and_in_the_database() => RandomMonth.Sample(
        drafts => CompareTotalsAsync(NextMonth(), drafts).GetAwaiter().GetResult(), iter: 12, threads: 1);

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
            PageLines(page).Where(line => !line.StartsWith("Bill total", StringComparison.Ordinal))
                .Sum(line => decimal.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)));
        var xlsx = await FileAsync(page, "xlsx");
        Assert.Equal(spent, XlsxRows(xlsx, "Lines").Sum(Amount));
        Assert.Equal(
            (spent, spent), (XlsxRows(xlsx, "Categories").SkipLast(1).Sum(Amount), XlsxRows(xlsx, "Shops").SkipLast(1).Sum(Amount)));
        var csv = CsvRows(await FileAsync(page, "csv"));
        Assert.Equal((spent, spent),
            (csv.SkipLast(1).Sum(row => decimal.Parse(row[7], CultureInfo.InvariantCulture)),
                decimal.Parse(csv[^1][7], CultureInfo.InvariantCulture)));
        Assert.Contains($"Total {text}", PdfWords(await FileAsync(page, "pdf")), StringComparison.Ordinal);
        Assert.Equal(spent,
            await app.ReadAsync(
                "North", db => db.Reports.Where(report => report.Month == month).Select(report => report.Spent).SingleAsync()));
    }

    [Fact]
    public async Task A_month_without_bills_has_a_report_that_says_so()
    {
        var page = await MakeAsync(NextMonth());
        Assert.StartsWith("Nothing was spent in", page.Answer, StringComparison.Ordinal);
        Assert.Equal("0.00", CsvRows(await FileAsync(page, "csv"))[^1][7]);
    }

    [Fact]
    public async Task Made_twice_it_is_the_same_report()
    {
        var month = NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var form = await PageAsync(month);
        await form.SubmitAsync([]);
        var audit = await app.CountAuditAsync();
        var again = await (await form.SubmitAsync([])).FollowAsync();
        Assert.Equal("The report is already up to date.", again.Toast);
        Assert.Equal((1, audit), (await CountAsync(month), await app.CountAuditAsync()));
    }

    [Fact]
    public async Task Made_by_many_at_once_it_is_one_report()
    {
        var month = NextMonth();
        await app.RecordAsync("North", 1, BillActs.One(10, date: month));
        var form = await PageAsync(month);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync([])));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await CountAsync(month));
    }

    public static TheoryData<string> Changes =>
        ["added", "changed", "only an item changed", "voided", "moved away", "month before", "month before voided"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_makes_it_out_of_date_and_offers_a_revision_beside_it(string change)
    {
        var month = NextMonth();
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "A", date: month.AddDays(3)));
        await app.RecordAsync("North", 1, BillActs.One(0.01m, "B", date: month.AddDays(4)));
        var before = await app.RecordAsync("North", 1, BillActs.One(50, "C", date: month.AddDays(-1)));
        var first = await MakeAsync(month);
        var files = await Task.WhenAll(Formats.Select(format => FileAsync(first, format)));
        var link = first.Document.QuerySelector("main a[href*='/pdf']")!.GetAttribute("href")!;
        Assert.False(await SaysOldInListAsync(month));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(change, month, bill, before);
        var old = await PageAsync(month);
        Assert.EndsWith("changed after its report", old.Answer, StringComparison.Ordinal);
        Assert.Contains("This report is out of date.", old.Text, StringComparison.Ordinal);
        Assert.True(await SaysOldInListAsync(month));
        Assert.Equal(PageLines(first), PageLines(old));

        var second = await (await old.SubmitAsync([])).FollowAsync();
        Assert.StartsWith("Revision 2", second.Toast, StringComparison.Ordinal);
        Assert.Contains("Revision 1, PDF", second.Text, StringComparison.Ordinal);
        Assert.False(await SaysOldInListAsync(month));
        foreach (var (format, content) in Formats.Zip(files))
        {
            var answer = await (await app.SignInAsync(Cast.Head)).GetAsync(link.Replace("/pdf", $"/{format}", StringComparison.Ordinal));
            Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"", answer.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task A_change_taken_back_leaves_the_report_in_order()
    {
        var month = NextMonth();
        var bill = await app.RecordAsync("North", 1, BillActs.One(100, "A", date: month));
        await MakeAsync(month);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(bill, "Input.Shop", "Elsewhere");
        Assert.True(await SaysOldInListAsync(month));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync(bill, "Input.Shop", "Corner shop");
        await VoidAsync(await app.RecordAsync("North", 1, BillActs.One(7, "B", date: month)));
        Assert.DoesNotContain("out of date", (await PageAsync(month)).Text, StringComparison.Ordinal);
        Assert.False(await SaysOldInListAsync(month));
    }

    [Fact]
    public async Task Files_are_handed_out_under_their_names_and_not_sent_twice()
    {
        var month = NextMonth();
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

    [Theory]
    [InlineData("2026-04")]
    [InlineData("9998-01")]
    [InlineData("1999-12")]
    [InlineData("soon")]
    public async Task No_report_is_made_of_a_month_that_has_not_begun(string month)
    {
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/expenses/report?month={month}")).Status);
        Assert.Equal(0, await app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month > TestClock.Today)));
    }

    [Fact]
    public async Task Members_and_tea_managers_make_and_see_no_reports()
    {
        foreach (var person in (Person[])[Cast.Member, Cast.TeaManager])
            Assert.Equal((403, 403),
                ((await PageAsync(NextMonth(), person)).Status,
                    (await (await app.SignInAsync(person)).PostAsync("/expenses/report")).Status));
    }

    private async Task ChangeAsync(string change, DateOnly month, Guid bill, Guid before)
    {
        switch (change)
        {
            case "added": await app.RecordAsync("North", 1, BillActs.One(5, "D", date: month.AddDays(9))); break;
            case "changed": await EditAsync(bill, "Input.Lines[0].Amount", "101"); break;
            case "only an item changed": await EditAsync(bill, "Input.Lines[0].Item", "Skimmed milk"); break;
            case "voided": await VoidAsync(bill); break;
            case "moved away": await EditAsync(bill, "Input.Date", $"{month.AddMonths(1):yyyy-MM-dd}"); break;
            case "month before": await EditAsync(before, "Input.Lines[0].Amount", "51"); break;
            default: await VoidAsync(before); break;
        }
    }

    private async Task EditAsync(Guid bill, string field, string value) =>
        Assert.Equal(302,
            (await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}/edit"))
                .SubmitAsync(new() { [field] = value, ["Input.AnotherBill"] = "true" })).Status);

    private async Task VoidAsync(Guid bill) =>
        Assert.Equal(302,
            (await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/bill/{bill}/void"))
                .SubmitAsync(new() { ["Input.Reason"] = "Wrong" })).Status);

    private async Task<bool> SaysOldInListAsync(DateOnly month)
    {
        var list = await (await app.SignInAsync(Cast.Head)).GetAsync($"/expenses/reports?year={month.Year}");
        var row = list.Document.QuerySelectorAll("li.item")
            .Single(item => item.QuerySelector($"a[href*='month={month.Key()}']") is not null);
        return row.TextContent.Contains("Changed since", StringComparison.Ordinal);
    }

    private Task<int> CountAsync(DateOnly month) => app.ReadAsync("North", db => db.Reports.CountAsync(report => report.Month == month));

    /// <summary>Item and amount of every row of the sheet.</summary>
    private static List<string> PageLines(WebPage page) =>
        [.. page.Document.QuerySelectorAll("article.sheet > table tbody tr")
            .Select(row => $"{row.Children[3].TextContent} {Plain(row.Children[5])}")];

    private static string Plain(IElement cell) => cell.TextContent.Replace(",", "", StringComparison.Ordinal).Replace('\u2212', '-');

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
