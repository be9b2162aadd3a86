using AjsPantry.Features.Loans.Cards;
using AjsPantry.Features.Loans.Returns;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Loans;

public static class LoansFeature
{
    public static void AddLoans(this IServiceCollection services)
    {
        services.AddScoped<IKeepsAmounts, LoanAmounts>().AddScoped<IAuditWords, LoansAuditWords>();
        services.AddScoped<LoansQuery>().AddScoped<LoanNotice>().AddScoped<LendItem.Handler>().AddScoped<AnswerLoan.Handler>()
            .AddScoped<TakeBackLoan.Handler>().AddScoped<GiveBack.Handler>();
        services.AddTenantJob<RemindOfLoans>();
        services.AddScoped<IHomeCard, LoansToConfirmCard>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Loans", Permission.ManageLoans));
    }
}
