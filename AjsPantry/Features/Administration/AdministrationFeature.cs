using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Administration;

public static class AdministrationFeature
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<JobsQuery>().AddScoped<RunJob>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/Administration", Permission.RunJobs));
    }
}
