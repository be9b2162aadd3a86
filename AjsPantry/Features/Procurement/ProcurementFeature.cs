using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Procurement;

public static class ProcurementFeature
{
    public static void AddProcurement(this IServiceCollection services)
    {
        services.AddScoped<ShoppingQuery>().AddScoped<ItemHistory>().AddScoped<ShoppingNews>().AddScoped<BillItems>();
        services.AddScoped<AddItems.Handler>().AddScoped<EditItem.Handler>().AddScoped<AssignItem.Handler>();
        services.AddScoped<BuyItem.Handler>().AddScoped<BuyItems.Handler>().AddScoped<PutBackItem>().AddScoped<CancelItem.Handler>();
        services.AddScoped<IOpenWork, OpenShopping>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Procurement", Permission.ViewShopping);
            options.Conventions.RequireOnPages(Permission.ManageShopping, "/Procurement/Add", "/Procurement/Edit", "/Procurement/Cancelling");
        });
    }
}
