using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Expenses.Receipts;

public static class ReceiptsFeature
{
    public static void AddReceipts(this IServiceCollection services)
    {
        services.AddScoped<FileRoom>().AddScoped<IKeepsFiles, StoredReceipts>();
        services.AddSingleton<FileInspector>().AddSingleton<ReceiptCheck>();
        services.AddScoped<ReceiptQuery>().AddScoped<AddReceipts.Handler>().AddScoped<RemoveReceipt.Handler>();
        services.Configure<RazorPagesOptions>(options =>
            options.Conventions.RequireOnPages(Permission.RecordBills, "/Expenses/Receipts/Add", "/Expenses/Receipts/Removing"));
    }
}
