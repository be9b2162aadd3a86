namespace AjsPantry.Features.Notices;

public static class NoticesFeature
{
    public static void AddNotices(this IServiceCollection services) => services.AddScoped<Notify>().AddScoped<StopLinks>();
}
