using AjsPantry.Infrastructure.Documents.Photos;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>How much a receipt may be. Scans and phone photos stay far below; what is above is a mistake or an attack.</summary>
public static class ReceiptLimits
{
    /// <summary>Of one file as it is sent.</summary>
    public const int Bytes = 10 * 1024 * 1024;

    /// <summary>Kept with one bill, and so the most that can be sent at once.</summary>
    public const int PerBill = 10;

    /// <summary>The whole form: ten files of full size and some that are too large, so that these are answered in words.</summary>
    public const int Request = 128 * 1024 * 1024;

    /// <summary>Width times height of a photo; 50 million is what the largest phone cameras make.</summary>
    public const long Pixels = SanitizedPhoto.MostPixels;

    public const int Pages = 20;

    /// <summary>The longer side of a kept photo in pixels; small print of a long till roll stays readable.</summary>
    public const int KeptSide = 2400;

    public const int Reason = 300;
}
