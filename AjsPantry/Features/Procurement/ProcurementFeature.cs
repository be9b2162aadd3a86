using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Procurement.Billing;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.Cards;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Procurement;

public static class ProcurementFeature
{
    public static void AddProcurement(this IServiceCollection services)
    {
        services.AddScoped<ShoppingQuery>().AddScoped<ItemHistory>().AddScoped<ShoppingNotice>().AddScoped<IBoughtItems, BillItems>();
        services.AddScoped<AddItems.Handler>().AddScoped<EditItem.Handler>().AddScoped<AssignItem.Handler>();
        services.AddScoped<BuyItem.Handler>().AddScoped<BuyItems.Handler>().AddScoped<PutBackItem>().AddScoped<CancelItem.Handler>();
        services.AddScoped<IOpenWork, OpenShopping>().AddScoped<ISearchSource, ShoppingSearch>()
            .AddScoped<IKeepsAmounts, ShoppingAmounts>().AddScoped<IAuditWords, ProcurementAuditWords>();
        services.AddScoped<IHomeCard, OwnShoppingCard>().AddScoped<IHomeCard, ToBuyCard>().AddScoped<IFloorsCard, FloorShoppingCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Procurement", Permission.ViewShopping);
            options.Conventions.RequireOnPages(
                Permission.ManageShopping, "/Procurement/List/Add", "/Procurement/List/Edit", "/Procurement/List/Cancelling");
        });
    }
}
