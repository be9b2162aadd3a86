using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Operations;

/// <summary>
/// Looks every five minutes how the installation does and tells operators, once when trouble begins and once when it is over.
/// </summary>
public sealed class Watch(TenantScopes scopes, PantryDb platform)
{
    [Queue(JobsSetup.DefaultQueue)]
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Without an operator there is nobody to tell.
        if (await platform.PlatformTenantAsync(cancellationToken) is not { } tenant)
            return;
        await using var scope = scopes.Open(tenant);
        await scope.ServiceProvider.GetRequiredService<RaiseAlerts>().RunAsync(cancellationToken);
    }
}

/// <summary>
/// Compares what is wrong with what was told. The alert's row and its news are one unit of work, and of two nodes that look at once one
/// tells.
/// </summary>
public sealed class RaiseAlerts(
    PantryDb db, OperationsQuery query, Notify notify, Caller caller, Scope scope, OperationsMetrics metrics)
{
    private const string Page = "/platform/operations";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        caller.ActAsJob("Watch over the installation");
        var view = await query.ReadAsync(cancellationToken);
        var due = Alerts.Of(view.Figures);
        var open = await query.OpenAsync(cancellationToken);
        metrics.Set(view.Figures, due.Count);
        foreach (var alert in due.Where(alert => open.TrueForAll(told => told.Kind != alert.Kind)))
            await RaiseAsync(alert, cancellationToken);
        foreach (var told in open.Where(told => Alerts.CanClear(told.Kind, told.Since, view.Figures)
            && due.All(alert => alert.Kind != told.Kind)))
            await ClearAsync(told, cancellationToken);
    }

    private async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        var now = scope.Now;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var raised = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO alerts AS a (kind, since, words) VALUES ({alert.Kind}, {now}, {alert.Title})
            ON CONFLICT (kind) DO UPDATE SET since = excluded.since, words = excluded.words, cleared_at = NULL WHERE a.cleared_at IS NOT NULL
            """, cancellationToken);
        if (raised == 1)
            await TellAsync(About(alert.Kind, now), alert.Title, alert.Words, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ClearAsync(OpenAlert alert, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Database.ExecuteSqlAsync(
            $"UPDATE alerts SET cleared_at = {scope.Now} WHERE kind = {alert.Kind} AND cleared_at IS NULL", cancellationToken) == 1)
            await TellAsync(About(alert.Kind, alert.Since, ":over"), $"Over: {alert.Words}", "The problem is over. There is nothing to do.",
                cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The installation is what it is about, and its own tenant stands for that.</summary>
    private Subject About(string kind, DateTimeOffset since, string end = "") =>
        new(db.TenantId, kind, $"{since.ToUnixTimeSeconds()}{end}");

    private async Task TellAsync(Subject about, string title, string words, CancellationToken cancellationToken)
    {
        var operators = await db.Members.WithAccount().Where(member => member.Role == Role.Operator)
            .Select(member => member.Id).ToListAsync(cancellationToken);
        await notify.TellAsync(new NoticeDraft(NoticeKind.Operations, about, title, words, Page), operators, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
