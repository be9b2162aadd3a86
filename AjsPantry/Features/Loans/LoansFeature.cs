using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Loans;

public static class LoansFeature
{
    public static void AddLoans(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Loans", Permission.ManageLoans));
}
