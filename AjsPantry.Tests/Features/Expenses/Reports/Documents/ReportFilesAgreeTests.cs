using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Web;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

public class ReportFilesAgreeTests
{
    private static readonly Gen<decimal> Paise = Gen.Long[0, 1_000_000_000].Select(paise => paise / 100m);

    private static readonly Gen<decimal> SometimesPaise = Gen.OneOf(Gen.Const(0m), Gen.Long[1, 100_000].Select(paise => paise / 100m));

    private static readonly Gen<ReportLine> Line = Gen.Select(Gen.String[0, 60], Paise, (item, amount) => SampleReports.Line(item, amount));

    private static readonly Gen<ReportBill> Bill = Gen.Select(
        Gen.Int[0, 29], Gen.String[1, 30], Line.List[1, 12], SometimesPaise, SometimesPaise)
        .Select(parts => SampleReports.Bill(parts.Item1, parts.Item2, parts.Item3, parts.Item4, parts.Item5));

    private static readonly Gen<ExpenseReport> Report = Bill.List[1, 20].Select(bills => SampleReports.Of(bills));

    [Fact]
    public void Workbook_csv_and_paper_all_come_to_what_was_spent() => Report.Sample(
        report =>
        {
            Assert.Equal(report.Spent, ExpenseReportXlsxTests.Rows(report, "Lines").Sum(ExpenseReportXlsxTests.Amount));
            Assert.Equal(report.Spent,
                ExpenseReportCsvTests.Rows(report).SkipLast(1).Sum(row => decimal.Parse(row[7], CultureInfo.InvariantCulture)));
            Assert.Contains("Total " + new Formats("en-IN", "INR").Amount(report.Spent), PdfText.All(report), StringComparison.Ordinal);
        },
        iter: 60);
}
