using System.Globalization;
using System.Threading.RateLimiting;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace AjsPantry.Infrastructure.Limits;

/// <summary>A form that a phone keeps while it has no network, and then sends with all the others that waited.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptOfflineAttribute : Attribute;

/// <summary>
/// How fast one person may send forms: many at once, and then one a second. Nobody who works by hand meets it; a program that was given
/// somebody's session does. Each node counts for itself.
/// </summary>
public static class WritingLimit
{
    /// <summary>How many forms at once, and after how many seconds there is room for one more; the names of the settings.</summary>
    public const string Burst = "Writing:Burst", Seconds = "Writing:SecondsForOne";

    /// <summary>More things than anybody ticks off in a shop without a network.</summary>
    private const int MostKept = 300;

    private static readonly object Mark = new();

    /// <summary>True when the answer is that the person has to wait; nothing of the form was looked at.</summary>
    public static bool IsMet(HttpContext context) => context.Items.ContainsKey(Mark);

    public static void AddWritingLimit(
        this IServiceCollection services) => services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
    {
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = configuration.GetValue(Burst, 30),
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(configuration.GetValue(Seconds, 1.0)),
        };
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        var kept =
            new TokenBucketRateLimiterOptions
            {
                TokenLimit = MostKept,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = bucket.ReplenishmentPeriod
            };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (Guid, bool)>(context =>
        {
            var isKept = context.GetEndpoint()?.Metadata.GetMetadata<KeptOfflineAttribute>() is not null;
            return Writer(context) is { } person
                ? RateLimitPartition.GetTokenBucketLimiter((person, isKept), key => key.Item2 ? kept : bucket)
                : RateLimitPartition.GetNoLimiter((Guid.Empty, isKept));
        });
        options.OnRejected = RefuseAsync;
    });

    /// <summary>Who sends a form; the page that is shown instead of one that failed is none.</summary>
    private static Guid? Writer(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && !context.IsShownInstead()
        ? context.RequestServices.GetRequiredService<Caller>().Person?.Id
        : null;

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? Math.Max(1, Math.Ceiling(known.TotalSeconds))
            : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Items[Mark] = true;
        return ValueTask.CompletedTask;
    }
}
