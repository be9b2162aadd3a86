using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Menus.Meals;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Shared.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus.Calendar;

public static class CalendarFeature
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddScoped<CalendarQuery>().AddScoped<FeedLinks>().AddScoped<ReadFeed>().AddScoped<EventCalendar>();
        services.AddScoped<ICalendarSource, MealCalendar>().AddScoped<ICalendarSource, TurnCalendar>();
        services.AddScoped<ICalendarSource, NoCookingCalendar>().AddScoped<ICalendarSource, EventCalendar>();
        services.AddScoped<ICalendarSource, SuggestionCalendar>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToPage("/Menus/Calendar/FeedFile"));
    }
}
