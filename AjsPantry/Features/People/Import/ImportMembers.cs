using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>
/// Carries out a checked list in batches. Each batch adds its people and moves the import on in one transaction, so a run that
/// was cut off goes on where it stopped, and nobody is added twice.
/// </summary>
public sealed class ImportMembers(PantryDb db, ImportBatch batch, Caller caller, TimeProvider clock)
{
    /// <summary>Large enough to be quick, small enough for progress that moves.</summary>
    public const int RowsAtOnce = 500;

    /// <summary>The longest actor's name of an audit entry.</summary>
    private const int LongestActor = 100;

    [Queue(JobsSetup.TenantQueue)]
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [15, 60, 300, 900, 3600])]
    public async Task RunAsync(Guid tenantId, Guid importId, CancellationToken cancellationToken)
    {
        if (tenantId != db.TenantId)
            throw new InvalidOperationException("The job's tenant was not restored.");
        var import = await db.MemberImports.AsNoTracking().Where(import => import.Id == importId)
            .Select(import => new { import.FileName, import.RequestedBy!.Name }).SingleAsync(cancellationToken);
        var actor = $"Import by {import.Name}";
        caller.ActAsJob(InputParser.Cut(actor, LongestActor));
        caller.Reason = $"Import of members: {import.FileName}";
        try
        {
            await AddAllAsync(importId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await FailAsync(importId, exception.GetBaseException().Message);
            throw;
        }
    }

    private async Task AddAllAsync(Guid importId, CancellationToken cancellationToken)
    {
        var size = RowsAtOnce;
        while (await batch.RunAsync(importId, size, cancellationToken) is var result && result != BatchResult.Finished)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Somebody was added by hand in the same moment: halve the batch until it is found out who.
            size = result == BatchResult.Collided ? Math.Max(1, size / 2) : Math.Min(RowsAtOnce, size * 2);
        }
    }

    /// <summary>Says on the page what stopped it; Hangfire tries again by itself.</summary>
    private async Task FailAsync(Guid importId, string error)
    {
        db.ChangeTracker.Clear();
        var import = await db.MemberImports.SingleAsync(import => import.Id == importId, CancellationToken.None);
        import.State = MemberImportState.Failed;
        import.Error = InputParser.Cut(error, 500);
        import.FinishedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
