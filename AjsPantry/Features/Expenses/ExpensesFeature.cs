using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.Cards;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Prices;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Expenses;

public static class ExpensesFeature
{
    public static void AddExpenses(this IServiceCollection services)
    {
        services.AddScoped<BillHistory>().AddScoped<RecordBill>().AddScoped<EditBill>().AddScoped<VoidBill.Handler>();
        services.AddScoped<MonthQuery>().AddScoped<BillQuery>().AddScoped<PriceQuery>();
        services.AddScoped<BudgetQuery>().AddScoped<BudgetAlert>().AddScoped<SaveBudget>().AddScoped<WithdrawBudget.Handler>();
        services.AddScoped<BillPosting>().AddScoped<ClosedMonths>().AddScoped<ClosingQuery>().AddScoped<ClosingNotice>();
        services.AddScoped<CloseMonth>().AddScoped<ConfirmClosing>().AddScoped<ReopenMonth.Handler>().AddScoped<ReverseBill.Handler>();
        services.AddScoped<ISearchSource, BillSearch>().AddScoped<IKeepsAmounts, ExpenseAmounts>()
            .AddScoped<IAuditWords, ExpensesAuditWords>()
            .AddScoped<IPersonalData, BillsPersonalData>();
        services.AddScoped<LedgerQuery>().AddScoped<BudgetLeftQuery>();
        services.AddScoped<ReportQuery>().AddScoped<OutdatedReports>().AddScoped<StoredReportQuery>().AddScoped<MakeReport>()
            .AddScoped<ArchiveReport>();
        services.AddScoped<CustomReportQuery>().AddScoped<ChooseReportPeriod.Handler>().AddScoped<MakeCustomReport>()
            .AddScoped<MonthArchiveQuery>();
        services.AddReceipts();
        services.AddTenantJob<MonthlyExpenseReports>();
        services.AddScoped<FloorAccountsQuery>().AddScoped<IHomeCard, BoughtCard>().AddScoped<IFloorsCard, FloorsAccountsCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Expenses", Permission.ViewExpenses);
            options.Conventions.Require("/Expenses/Bills/Recording", Permission.RecordBills);
            options.Conventions.Require("/Expenses/Budgets/Changing", Permission.ManageBudgets);
            options.Conventions.Require("/Expenses/MonthEnd", Permission.CloseMonths);
            options.Conventions.Require("/Expenses/Reports", Permission.MakeReports);
        });
    }
}
