using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Reminds those who decide, once, of each request that has waited for two days.</summary>
public sealed class RemindOfRequests(PantryDb db, RequestNotice news, Scope scope) : DailyJob(Hour)
{
    /// <summary>When people are up and have not begun their day.</summary>
    private const int Hour = 9;

    private const int DaysToWait = 2;

    public override string Kind => "request-reminders";

    public override string Title => "Request reminders";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var askedBefore = scope.Tenant.At(today.AddDays(-DaysToWait), new TimeOnly(Hour, 0));
        // What is over needs no decision any more.
        var waiting = await db.Requests.AsNoTracking().Where(request => request.CreatedAt <= askedBefore).Where(Request.Waits(today))
            .OrderBy(request => request.CreatedAt)
                .Select(request => new { Request = request, Asker = new Asker(request.Member!.Name, request.Member.Role) })
                    .ToListAsync(cancellationToken);
        await news.RemindAsync(waiting.Select(one => (one.Request, one.Asker)), today.Year, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count switch { 0 => "nothing waits", 1 => "1 request waits", _ => $"{waiting.Count} requests wait" };
    }
}
