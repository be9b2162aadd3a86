namespace AjsPantry.Features.Requests;

public static class RequestsFeature
{
    public static void AddRequests(this IServiceCollection services) => services.AddScoped<AbsencesQuery>();
}
