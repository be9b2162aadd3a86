using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>Puts a chosen report that was made by mistake away from the list, and takes it out again. Nothing is deleted.</summary>
public sealed class ArchiveReport(PantryDb db, Scope scope)
{
    /// <summary>One that is put away already stays so.</summary>
    /// <returns>False when the floor has no such chosen report.</returns>
    public async Task<bool> AwayAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.MakeReports);
        if (await NewestAsync(floorId, id, cancellationToken) is not { } newest)
            return false;
        if (await db.ReportPutAways.AnyAsync(away => away.ReportId == newest && away.TakenOutAt == null, cancellationToken))
            return true;
        var person = scope.Actor;
        var now = scope.Now;
        db.ReportPutAways.Add(new ReportPutAway { ReportId = newest, PutAwayById = person.Id, PutAwayAt = now });
        // Somebody put it away in the same moment.
        await db.TrySaveAsync(cancellationToken, ReportPutAway.StandingIndex);

        return true;
    }

    /// <summary>One that is not put away stays so.</summary>
    /// <returns>False when the floor has no such chosen report.</returns>
    public async Task<bool> OutAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.MakeReports);
        if (await NewestAsync(floorId, id, cancellationToken) is not { } newest)
            return false;
        var standing = await db.ReportPutAways
            .SingleOrDefaultAsync(away => away.ReportId == newest && away.TakenOutAt == null, cancellationToken);
        if (standing is not null)
        {
            standing.TakenOutAt = scope.Now;
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    private async Task<Guid?> NewestAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var asked = db.Reports.Where(report => report.FloorId == floorId && report.Id == id && report.Title != "");
        return await db.Reports
            .Where(report => report.FloorId == floorId)
            .Where(report => asked.Any(one => one.Title == report.Title && one.From == report.From && one.Until == report.Until))
            .OrderByDescending(report => report.Revision).Select(report => (Guid?)report.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
