using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>The residences with their figures. The database counts; operators never see a row of what is counted.</summary>
public sealed class TenantsQuery(PantryDb db, TimeProvider clock)
{
    public const int PerPage = 50;

    /// <param name="search">A part of the name or the code; null or blank for all.</param>
    /// <param name="page">From 1.</param>
    /// <returns>One more than a page shows when there are more.</returns>
    public Task<List<TenantFigures>> ListAsync(string? search, int page, CancellationToken cancellationToken)
    {
        var tenants = All;
        if (Typed.Text(search) is { Length: > 0 } words)
        {
            var pattern = LikePattern.Containing(words);
            tenants = tenants.Where(tenant => EF.Functions.ILike(tenant.Name, pattern, LikePattern.Escape) || EF.Functions.ILike(tenant.Code, pattern, LikePattern.Escape));
        }

        return tenants.OrderBy(tenant => tenant.Name).ThenBy(tenant => tenant.Code).Skip((page - 1) * PerPage).Take(PerPage + 1).ToListAsync(cancellationToken);
    }

    /// <summary>Null when there is no such residence; the platform's own tenant is none.</summary>
    public Task<TenantFigures?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        All.Where(tenant => tenant.TenantId == id).SingleOrDefaultAsync(cancellationToken);

    private IQueryable<TenantFigures> All => db.Database.SqlQuery<TenantFigures>($"SELECT t.*, a.active_week, a.bills_month FROM platform_tenants() t JOIN platform_activity({clock.GetUtcNow()}) a ON a.tenant_id = t.tenant_id");
}

/// <param name="People">Accounts that are switched on, those not yet joined among them.</param>
/// <param name="Invited">Accounts without a password yet.</param>
/// <param name="ActiveToday">People who used it in the last 24 hours.</param>
/// <param name="ActiveWeek">People who used it in the last seven days.</param>
/// <param name="BillsMonth">Bills that were recorded in the present month, by the audit trail.</param>
public sealed record TenantFigures(
    Guid TenantId, string Code, string Name, string TimeZone, DateTimeOffset CreatedAt, DateTimeOffset? SuspendedAt, string? SuspendReason, long Floors, long People, long Invited,
    long Deactivated, long Admins, long ActiveToday, DateTimeOffset? LastActivityAt, long FailedJobs, long WaitingMails, long ActiveWeek, long BillsMonth)
{
    public bool IsSuspended => SuspendedAt is not null;

    public string FloorsInWords => Floors == 1 ? "1 floor" : $"{Floors} floors";

    public string PeopleInWords => (People == 1 ? "1 person" : $"{People} people") + (Invited > 0 ? $", {Invited} not joined yet" : "");
}
