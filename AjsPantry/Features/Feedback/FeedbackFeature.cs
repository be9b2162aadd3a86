using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Feedback;

public static class FeedbackFeature
{
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddScoped<RatingsQuery>().AddScoped<InsightsQuery>().AddScoped<RateMeal.Handler>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Feedback", Permission.ViewFeedback);
            options.Conventions.RequireOnPages(Permission.RateMeals, "/Feedback/Rate");
        });
    }
}
