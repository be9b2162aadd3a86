namespace AjsPantry.Features.Expenses.ReportFiles;

public static class ExpenseReportXlsx
{
    public static byte[] Write(ExpenseReport report) => System.Text.Encoding.UTF8.GetBytes(report.Floor);
}
