using System.Data.Common;
using AjsPantry.Infrastructure.Persistence;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>
/// Calls a drain as soon as mail is really there: after the save, or after the commit where the caller has a transaction. It is a
/// courtesy, since the tick finds the mail within a minute; so it must never spoil what was just saved.
/// </summary>
public sealed partial class OutboxSignal(IBackgroundJobClient queue, ILogger<OutboxSignal> logger) : DbTransactionInterceptor,
    ISaveChangesInterceptor
{
    /// <summary>Set with each mail that is added.</summary>
    public bool IsWaiting { get; set; }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        RingUnlessInTransaction(eventData.Context);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RingUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    private void RingUnlessInTransaction(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
            Ring(context);
    }

    private void Ring(DbContext? context)
    {
        if (!IsWaiting || context is not PantryDb { TenantId: var tenantId })
            return;
        IsWaiting = false;
        try
        {
            queue.Enqueue<MailDrain>(drain => drain.RunAsync(tenantId, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            LogLater(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail could not be queued at once; the next tick sends it")]
    private partial void LogLater(Exception exception);
}
