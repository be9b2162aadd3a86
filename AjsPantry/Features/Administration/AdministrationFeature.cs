using AjsPantry.Features.Administration.Audit;
using AjsPantry.Features.Administration.Cards;
using AjsPantry.Features.Administration.Floors;
using AjsPantry.Features.Administration.Jobs;
using AjsPantry.Features.Administration.Outbox;
using AjsPantry.Features.Administration.Settings;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Administration;

public static class AdministrationFeature
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<JobsQuery>().AddScoped<RunJob>().AddScoped<OutboxQuery>().AddScoped<RetryMail>();
        services.AddScoped<ChangeSettings>();
        services.AddScoped<FloorsQuery>().AddScoped<AddFloor.Handler>().AddScoped<ChangeFloor.Handler>().AddScoped<ArchiveFloor>();
        services.AddScoped<IAuditWords, AdministrationAuditWords>();
        services.AddScoped<AuditWords>().AddScoped<AuditQuery>().AddScoped<AuditFile>();
        services.AddScoped<IFloorsCard, FailuresCard>();
        // Each page its own: the folder as a whole has no one permission. A page that is left out here is refused to everybody.
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Administration/Audit", Permission.ViewAudit);
            options.Conventions.Require("/Administration/Floors", Permission.ManageTenant);
            options.Conventions.Require("/Administration/Jobs", Permission.RunJobs);
            options.Conventions.Require("/Administration/Outbox", Permission.RunJobs);
            options.Conventions.Require("/Administration/Settings", Permission.ManageTenant);
        });
    }
}
