using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.Requests.Cards;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Requests;

public static class RequestsFeature
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddScoped<IAuditWords, RequestsAuditWords>()
            .AddScoped<IPersonalData, RequestsPersonalData>();
        services.AddScoped<AbsencesQuery>().AddScoped<RequestsQuery>().AddScoped<RequestNotice>()
            .AddScoped<IMovesAlong, MoveRequests>();
        services.AddScoped<AskRequest.Handler>().AddScoped<CancelRequest>().AddScoped<DecideRequest.Handler>()
            .AddScoped<ReopenRequest.Handler>().AddScoped<ShortenAbsence.Handler>().AddScoped<EnterAbsence.Handler>();
        services.AddScoped<AffectedWorkQuery>();
        services.AddTenantJob<RemindOfRequests>();
        services.AddScoped<IHomeCard, OwnRequestsCard>().AddScoped<IHomeCard, RequestsToDecideCard>().AddScoped<IHomeCard, AwayCard>()
            .AddScoped<IFloorsCard, FloorRequestsCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Requests", Permission.ViewRequests);
            options.Conventions.Require("/Requests/Absences", Permission.DecideRequests);
            options.Conventions.RequireOnPages(Permission.AskRequests, "/Requests/Add");
            options.Conventions.RequireOnPages(Permission.DecideRequests, "/Requests/Decision", "/Requests/Reopening");
        });
    }
}
