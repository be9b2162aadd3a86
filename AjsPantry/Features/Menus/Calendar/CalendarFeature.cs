namespace AjsPantry.Features.Menus.Calendar;

public static class CalendarFeature
{
    public static void AddCalendar(this IServiceCollection services) => services.AddScoped<CalendarQuery>().AddScoped<ICalendarEntries, KitchenEntries>();
}
