using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>The residences with their figures. The database counts; operators never see a row of what is counted.</summary>
public sealed class TenantsQuery(PantryDb db, TimeProvider clock)
{
    public const int PerPage = 50;

    /// <param name="search">A part of the name or the code; null or blank for all.</param>
    /// <param name="page">From 1.</param>
    public Task<PageOf<TenantFigures>> ListAsync(string? search, int page, CancellationToken cancellationToken)
    {
        var pattern = InputParser.Text(search) is { Length: > 0 } words ? LikePattern.Containing(words) : null;
        return Paging.PageAsync(
            page, PerPage, (skip, take) => Ask(pattern, null, skip, take).ToListAsync(cancellationToken),
            () => Ask(pattern, null, 0, int.MaxValue).CountAsync(cancellationToken));
    }

    /// <summary>Null when there is no such residence; the platform's own tenant is none.</summary>
    public async Task<TenantFigures?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await Ask(null, id, 0, 1).ToListAsync(cancellationToken)).SingleOrDefault();

    private IQueryable<TenantFigures> Ask(string? pattern, Guid? wanted, int skip, int most) =>
        db.Database.SqlQuery<TenantFigures>($"SELECT * FROM platform_tenants({clock.GetUtcNow()}, {pattern}, {wanted}, {skip}, {most})");
}

/// <param name="People">Accounts that are switched on, those not yet joined among them.</param>
/// <param name="Invited">Accounts without a password yet.</param>
/// <param name="ActiveToday">People who used it in the last 24 hours.</param>
/// <param name="ActiveWeek">People who used it in the last seven days.</param>
/// <param name="BillsMonth">Bills that were recorded in the present month, by the audit trail.</param>
public sealed record TenantFigures(
    Guid TenantId, string Code, string Name, string TimeZone, DateTimeOffset CreatedAt, DateTimeOffset? SuspendedAt, string? SuspendReason,
    long Floors, long People, long Invited,
    long Deactivated, long Admins, long ActiveToday, DateTimeOffset? LastActivityAt, long FailedJobs, long WaitingMails, long ActiveWeek,
    long BillsMonth)
{
    public bool IsSuspended => SuspendedAt is not null;

    public string FloorsInWords => Floors == 1 ? "1 floor" : $"{Floors} floors";

    public string PeopleInWords => (People == 1 ? "1 person" : $"{People} people") + (Invited > 0 ? $", {Invited} not joined yet" : "");
}
