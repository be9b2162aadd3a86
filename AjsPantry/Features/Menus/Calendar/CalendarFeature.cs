using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus.Calendar;

public static class CalendarFeature
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddScoped<CalendarQuery>().AddScoped<ICalendarSource, CookingCalendar>().AddScoped<FeedLinks>().AddScoped<ReadFeed>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToPage("/Menus/Calendar/FeedFile"));
    }
}
