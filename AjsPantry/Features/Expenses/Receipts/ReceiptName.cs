using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>What a receipt is called: words of the sent name, never a path, with the ending of what it really is.</summary>
public static partial class ReceiptName
{
    private const string Plain = "Receipt";
    private const string Unsafe = "\\/:*?\"<>|";

    public static string Of(string sent, ReceiptKind kind)
    {
        var ending = Ending(kind);
        var last = InputParser.Text(sent.Split('/', '\\')[^1]);
        var dot = last.LastIndexOf('.');
        var name = Safe(dot > 0 && last.Length - dot <= 6 ? last[..dot] : last);
        return InputParser.Cut(name, Receipt.LongestName - ending.Length - 1).TrimEnd(' ', '.') is { Length: > 0 } words
            ? $"{words}.{ending}" : $"{Plain}.{ending}";
    }

    /// <summary>
    /// The words as a file on any system may be called: without separators, dots at the ends, or names that Windows keeps for itself.
    /// </summary>
    public static string Safe(string words)
    {
        var name = string.Concat(
            InputParser.Text(words).Select(letter => Unsafe.Contains(letter, StringComparison.Ordinal) ? ' ' : letter));
        var plain = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        return OfWindows().IsMatch(plain) ? $"_{plain}" : plain;
    }

    // Windows keeps these for itself, whatever stands behind their first dot.
    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3]) *(\.|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OfWindows();

    public static string Ending(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Pdf => "pdf",
        ReceiptKind.Jpeg => "jpg",
        ReceiptKind.Png => "png",
        _ => "webp",
    };

    /// <summary>The media type by which it is sent.</summary>
    public static string Type(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Pdf => "application/pdf",
        ReceiptKind.Jpeg => "image/jpeg",
        ReceiptKind.Png => "image/png",
        _ => "image/webp",
    };
}
