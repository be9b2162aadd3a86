using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Loans;

public static class LoansFeature
{
    public static void AddLoans(this IServiceCollection services)
    {
        services.AddScoped<LoansQuery>().AddScoped<LoanNews>().AddScoped<LendItem.Handler>().AddScoped<AnswerLoan.Handler>().AddScoped<TakeBackLoan.Handler>().AddScoped<GiveBack.Handler>();
        services.AddTenantJob<RemindOfLoans>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Loans", Permission.ManageLoans));
    }
}
