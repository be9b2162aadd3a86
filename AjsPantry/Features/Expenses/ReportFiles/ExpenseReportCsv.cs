namespace AjsPantry.Features.Expenses.ReportFiles;

public static class ExpenseReportCsv
{
    public static byte[] Write(ExpenseReport report) => System.Text.Encoding.UTF8.GetBytes(report.Floor);
}
