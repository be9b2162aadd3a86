using AjsPantry.Infrastructure.Documents.Photos;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>A photo of a receipt, drawn anew.</summary>
internal static class PhotoReceipt
{
    public static Outcome<CheckedReceipt> Read(byte[] file)
    {
        var photo = SanitizedPhoto.Read(file, ReceiptLimits.KeptSide, "a receipt");
        return photo.IsDone ? new CheckedReceipt(photo.Value.IsPng ? ReceiptKind.Png : ReceiptKind.Jpeg, 1, photo.Value.Bytes)
            : photo.Messages[0];
    }
}
