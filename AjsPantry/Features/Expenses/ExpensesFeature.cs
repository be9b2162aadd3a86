using AjsPantry.Features.Expenses.Choosing;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Expenses;

public static class ExpensesFeature
{
    public static void AddExpenses(this IServiceCollection services)
    {
        services.AddScoped<BillHistory>().AddScoped<RecordBill>().AddScoped<EditBill>().AddScoped<VoidBill.Handler>();
        services.AddScoped<MonthQuery>().AddScoped<BillQuery>();
        services.AddScoped<ReportQuery>().AddScoped<OldReports>().AddScoped<KeptReportQuery>().AddScoped<MakeReport>();
        services.AddScoped<ChosenQuery>().AddScoped<MakeChosenReport>().AddScoped<PackQuery>();
        services.AddReceipts();
        services.AddTenantJob<MonthlyExpenseReports>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Expenses", Permission.ViewExpenses);
            options.Conventions.RequireOnPages(Permission.RecordBills, "/Expenses/Record", "/Expenses/Edit", "/Expenses/Voiding");
            options.Conventions.RequireOnPages(Permission.MakeReports, "/Expenses/Reports", "/Expenses/Report", "/Expenses/ReportDownload", "/Expenses/ReportPack");
            options.Conventions.Require("/Expenses/Choosing", Permission.MakeReports);
        });
    }
}
