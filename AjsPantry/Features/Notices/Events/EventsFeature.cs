using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Notices.Events;

public static class EventsFeature
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddScoped<EventQuery>().AddScoped<EventNews>().AddScoped<PlanEvent>().AddScoped<CancelEvent>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Notices/Events", Permission.ViewMenus);
            options.Conventions.RequireOnPages(Permission.ManageEvents, "/Notices/Events/Add", "/Notices/Events/Edit", "/Notices/Events/Cancelling");
        });
    }
}
