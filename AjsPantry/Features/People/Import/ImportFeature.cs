using System.Threading.RateLimiting;
using AjsPantry.Features.People.Import.Results;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace AjsPantry.Features.People.Import;

public static class ImportFeature
{
    /// <summary>The policy of the upload: lists per minute from one person. Reading a large one keeps a processor busy.</summary>
    public const string UploadLimit = "member-import";

    public static void AddMemberImport(this IServiceCollection services)
    {
        services.AddScoped<TakenQuery>().AddScoped<ImportQuery>().AddScoped<CheckList.Handler>().AddScoped<StartImport>();
        services.AddJob<ImportMembers>().AddScoped<ImportBatch>().AddScoped<NewMembers>().AddScoped<InvitationSheet>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/People/Import", Permission.ManageMembers));
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
            options.AddPolicy(UploadLimit, context => Limit(context, configuration.GetValue("MemberImport:ListsPerMinute", 12))));
    }

    private static RateLimitPartition<string> Limit(HttpContext context, int lists) => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(
            context.RequestServices.GetRequiredService<Caller>().Person?.Id.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = lists, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter("");
}
