using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices;

/// <summary>
/// Every night deletes what people were told half a year ago: no inbox grows for ever, and the bell counts as fast as on the first day.
/// </summary>
public sealed class ForgetNotices(PantryDb db, Scope scope) : DailyJob(hour: 3)
{
    private const int DaysKept = 180;

    public override string Kind => "old-notices";

    public override string Title => "Old notifications";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var before = scope.Tenant.StartOf(today.AddDays(-DaysKept));
        var gone = await db.Notices.Where(notice => notice.CreatedAt < before).ExecuteDeleteAsync(cancellationToken);
        return gone == 0 ? "nothing to delete" : $"{gone} deleted";
    }
}
