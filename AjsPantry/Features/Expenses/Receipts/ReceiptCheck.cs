using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Documents.Photos;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Looks into a sent file and says what it is; its name and its declared type do not count.</summary>
public sealed class ReceiptCheck(FileInspector look)
{
    /// <returns>The receipt as it is kept, or what is wrong with the file, as the end of a sentence that begins with its name.</returns>
    public async Task<Outcome<CheckedReceipt>> ReadAsync(byte[] file, CancellationToken cancellationToken) => file.Length switch
    {
        0 => No("is empty. Choose it again, or take a new photo."),
        > ReceiptLimits.Bytes => No(TooLarge),
        _ => await look.RunAsync(() => Look(file), () => No("takes too long to open. Take a photo of it instead."), cancellationToken),
    };

    public const string TooLarge = "is larger than 10 MB. Take a smaller photo, or scan it with less detail.";

    private static Outcome<CheckedReceipt> Look(byte[] file) => file switch
    {
        _ when SanitizedPhoto.IsPhoto(file) => PhotoReceipt.Read(file),
        _ when PdfReceipt.IsPdf(file) => PdfReceipt.Read(file),
        _ => WhyNot(file),
    };

    /// <summary>What is wrong with a file that is no photo which can be opened here, and no PDF.</summary>
    public static FieldMessage WhyNot(byte[] file) => file switch
    {
        _ when BoxedFile.IsFilm(file) => No("is a video, not a photo. Take a photo of the receipt."),
        _ when BoxedFile.IsPhoto(file) =>
            No("is a photo in a format that cannot be opened here (HEIC or AVIF). Send it as JPEG, or take a screenshot of it."),
        _ => No("is neither a photo (JPEG, PNG, WebP, HEIC) nor a PDF."),
    };

    internal static FieldMessage No(string why) => new("Files", why);
}

/// <summary>A receipt as it is kept.</summary>
/// <param name="Pages">1 for a photo.</param>
public sealed record CheckedReceipt(ReceiptKind Kind, int Pages, byte[] Bytes);
