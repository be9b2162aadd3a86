using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>Has a checked list carried out in the background, or one that stopped carried on.</summary>
public sealed class StartImport(PantryDb db, IBackgroundJobClient queue, Scope scope)
{
    /// <returns>False when the tenant has no such import. One that is through stays as it is; two runs of one import take turns and do no
    /// harm.</returns>
    public async Task<bool> HandleAsync(Guid importId, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageMembers);
        // One transaction around the queue: an import that could not be queued must not look as if it ran.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await db.MemberImports.SingleOrDefaultAsync(import => import.Id == importId, cancellationToken);
        if (import is null || import.State == MemberImportState.Done)
            return import is not null;
        import.State = MemberImportState.Running;
        import.Error = null;
        await db.SaveChangesAsync(cancellationToken);
        queue.Enqueue<ImportMembers>(job => job.RunAsync(db.TenantId, importId, CancellationToken.None));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
