using System.Globalization;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>Every night deletes what people were told half a year ago: no inbox grows for ever, and the bell counts as fast as on the first day.</summary>
public sealed class ForgetNotices(PantryDb db) : TenantJob
{
    private const int Hour = 3;

    private const int DaysKept = 180;

    public override string Kind => "old-notices";

    public override string Title => "Old notifications";

    public override string Schedule => "Every night 03:00";

    public override string DuePeriod(DateTimeOffset local) => DateOnly.FromDateTime(local.AddHours(-Hour).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) => local.AddHours(-Hour).Date.AddDays(1).AddHours(Hour);

    public override async Task<string> RunAsync(TenantView tenant, string period, CancellationToken cancellationToken)
    {
        var today = Typed.Day(period) ?? throw new ArgumentException("Not a day.", nameof(period));
        var before = tenant.StartOf(today.AddDays(-DaysKept));
        var gone = await db.Notices.Where(notice => notice.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? "nothing to delete" : $"{gone} deleted";
    }
}
