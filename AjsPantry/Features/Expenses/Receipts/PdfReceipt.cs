using AjsPantry.Infrastructure.Web;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Opens a PDF as far as its pages. It is kept as it came.</summary>
internal static class PdfReceipt
{
    /// <summary>Brackets within brackets; what printers and scanners write stays below ten.</summary>
    private const int Deepest = 64;

    /// <summary>Readers look for the beginning of a PDF in so many bytes: some programs write marks before it.</summary>
    private const int Head = 1024;

    public static bool IsPdf(byte[] file) => file.AsSpan(0, Math.Min(file.Length, Head)).IndexOf("%PDF-"u8) >= 0;

    /// <summary>A PDF that asks for a password only to be changed opens without one, and is kept as it came.</summary>
    public static Outcome<CheckedReceipt> Read(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(
                file, new ParsingOptions { MaxStackDepth = Deepest, FilterProvider = new BoundedFilters(), SkipMissingFonts = true });
            return document switch
            {
                { NumberOfPages: < 1 } => Broken,
                { NumberOfPages: > ReceiptLimits.Pages } =>
                    ReceiptCheck.No(
                        $"has {document.NumberOfPages} pages. A receipt can have {ReceiptLimits.Pages}. Send only the pages of this bill."),
                _ => new CheckedReceipt(ReceiptKind.Pdf, document.NumberOfPages, file),
            };
        }
        catch (PdfDocumentEncryptedException)
        {
            return Locked;
        }
#pragma warning disable CA1031 // A file that somebody made to fail may fail in any way.
        catch (Exception)
#pragma warning restore CA1031
        {
            return Broken;
        }
    }

    private static FieldMessage Locked => ReceiptCheck.No("is protected with a password. Save it without one, or take a photo of it.");

    private static FieldMessage Broken => ReceiptCheck.No("is a PDF that cannot be opened. Save it again, or take a photo of it.");
}
