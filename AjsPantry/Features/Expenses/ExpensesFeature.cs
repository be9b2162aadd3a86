using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Choosing;
using AjsPantry.Features.Expenses.Closing;
using AjsPantry.Features.Expenses.Outdated;
using AjsPantry.Features.Expenses.Prices;
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
        services.AddScoped<MonthQuery>().AddScoped<BillQuery>().AddScoped<PriceQuery>();
        services.AddScoped<BudgetQuery>().AddScoped<BudgetAlert>().AddScoped<SaveBudget>().AddScoped<WithdrawBudget.Handler>();
        services.AddScoped<Books>().AddScoped<ClosedMonths>().AddScoped<ClosingQuery>().AddScoped<ClosingNews>();
        services.AddScoped<CloseMonth>().AddScoped<ConfirmClosing>().AddScoped<ReopenMonth.Handler>().AddScoped<ReverseBill.Handler>();
        services.AddScoped<LedgerQuery>().AddScoped<BudgetLeftQuery>();
        services.AddScoped<ReportQuery>().AddScoped<OldReports>().AddScoped<KeptReportQuery>().AddScoped<MakeReport>().AddScoped<PutAwayReport>();
        services.AddScoped<ChosenQuery>().AddScoped<MakeChosenReport>().AddScoped<PackQuery>();
        services.AddReceipts();
        services.AddTenantJob<MonthlyExpenseReports>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Expenses", Permission.ViewExpenses);
            options.Conventions.RequireOnPages(Permission.RecordBills, "/Expenses/Record", "/Expenses/Edit", "/Expenses/Voiding");
            options.Conventions.RequireOnPages(Permission.ManageBudgets, "/Expenses/Budgets/Add", "/Expenses/Budgets/Edit", "/Expenses/Budgets/Withdrawing");
            options.Conventions.RequireOnPages(Permission.CloseMonths, "/Expenses/Closing/Index", "/Expenses/Closing/Confirming", "/Expenses/Closing/Reopening");
            options.Conventions.RequireOnPages(Permission.RecordBills, "/Expenses/Closing/Reversal");
            options.Conventions.RequireOnPages(Permission.MakeReports, "/Expenses/Reports", "/Expenses/Report", "/Expenses/ReportDownload", "/Expenses/ReportPack");
            options.Conventions.Require("/Expenses/Choosing", Permission.MakeReports);
        });
    }
}
