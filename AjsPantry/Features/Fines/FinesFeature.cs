using AjsPantry.Features.Fines.Cards;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Fines;

public static class FinesFeature
{
    public static void AddFines(this IServiceCollection services)
    {
        services.AddScoped<IKeepsAmounts, FineAmounts>().AddScoped<IAuditWords, FinesAuditWords>()
            .AddScoped<IPersonalData, FinesPersonalData>();
        services.AddScoped<FinesQuery>().AddScoped<FineNotice>().AddScoped<RecordFine.Handler>().AddScoped<SettleFine.Handler>()
            .AddScoped<ReopenFine.Handler>();
        services.AddScoped<IHomeCard, OwnFinesCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Fines", Permission.ViewFines);
            options.Conventions.RequireOnPages(Permission.ManageFines, "/Fines/Add", "/Fines/Settlement", "/Fines/Reopening");
        });
    }
}
