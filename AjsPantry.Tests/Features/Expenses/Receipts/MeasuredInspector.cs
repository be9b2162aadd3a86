using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>Opens a file on the thread that asks, and without a clock, so that what it takes can be counted.</summary>
internal sealed class MeasuredInspector : FileInspector
{
    /// <summary>Bytes of memory that the last file took while it was opened.</summary>
    public long Allocated { get; private set; }

    public override Task<T> RunAsync<T>(Func<T> open, Func<T> tooLong, CancellationToken cancellationToken)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = open();
        Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return Task.FromResult(answer);
    }
}
