using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>Files as they are looked at when somebody sends them.</summary>
internal sealed class CheckedFiles : IDisposable
{
    private readonly MeasuredInspector _look = new();

    /// <summary>Bytes of memory that the last file took while it was opened.</summary>
    public long Allocated => _look.Allocated;

    public void Dispose() => _look.Dispose();

    public async Task<CheckedReceipt> KeptAsync(byte[] file)
    {
        var outcome = await ReadAsync(file);
        Assert.True(outcome.IsDone, string.Join(" ", outcome.Messages));
        return outcome.Value;
    }

    /// <summary>Why it is refused.</summary>
    public async Task<string> RefusedAsync(byte[] file)
    {
        var outcome = await ReadAsync(file);
        Assert.False(outcome.IsDone);
        return outcome.Messages[0].Text;
    }

    private Task<Outcome<CheckedReceipt>> ReadAsync(byte[] file) =>
        new ReceiptCheck(_look).ReadAsync(file, TestContext.Current.CancellationToken);
}
