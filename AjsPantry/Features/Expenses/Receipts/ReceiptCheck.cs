using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Looks into a sent file and says what it is; its name and its declared type do not count.</summary>
public sealed class ReceiptCheck : IDisposable
{
    /// <summary>A large photo takes a quarter of a gigabyte while it is open, so no more than two are at a time.</summary>
    private readonly SemaphoreSlim _room = new(2);

    /// <returns>The receipt as it is kept, or what is wrong with the file, as the end of a sentence that begins with its name.</returns>
    public async Task<Outcome<CheckedReceipt>> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
            return No("is empty. Choose it again, or take a new photo.");
        if (file.Length > ReceiptLimits.Bytes)
            return No(TooLarge);
        await _room.WaitAsync(cancellationToken);
        var look = Task.Run(() => Look(file), CancellationToken.None);
        // Whoever gives up waiting does not stop the look; its room stays taken until it ends.
        _ = look.ContinueWith(_ => _room.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            return await look.WaitAsync(ReceiptLimits.Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return No("takes too long to open. Take a photo of it instead.");
        }
    }

    public const string TooLarge = "is larger than 10 MB. Take a smaller photo, or scan it with less detail.";

    public void Dispose() => _room.Dispose();

    private static Outcome<CheckedReceipt> Look(byte[] file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => PhotoReceipt.Read(file),
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => PdfReceipt.Read(file),
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, 0x68 or 0x6D or 0x61, ..] => No("is a photo in a format that few devices can show (HEIC or AVIF). Send it as JPEG, or take a screenshot of it."),
        _ => No("is neither a photo (JPEG, PNG, WebP) nor a PDF."),
    };

    internal static FieldMessage No(string why) => new("Files", why);
}

/// <summary>A receipt as it is kept.</summary>
/// <param name="Pages">1 for a photo.</param>
public sealed record CheckedReceipt(ReceiptKind Kind, int Pages, byte[] Bytes);
