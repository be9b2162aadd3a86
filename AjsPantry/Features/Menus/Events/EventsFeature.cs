using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus.Events;

public static class EventsFeature
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddScoped<EventQuery>().AddScoped<EventNotice>().AddScoped<PlanEvent>().AddScoped<CancelEvent>();
        services.AddScoped<IHomeCard, EventsCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Menus/Events", Permission.ViewMenus);
            options.Conventions.RequireOnPages(
                Permission.ManageEvents, "/Menus/Events/Add", "/Menus/Events/Edit", "/Menus/Events/Cancelling");
        });
    }
}
