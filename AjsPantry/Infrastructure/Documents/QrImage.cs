using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>A QR code as one path of an SVG, dark on whatever is behind it, with no style of its own.</summary>
/// <param name="Size">How many modules a side has, with the quiet zone.</param>
/// <param name="Path">What is dark.</param>
public sealed record QrImage(int Size, string Path)
{
    /// <summary>Made so that it is still read with a tenth of it covered by a crease or a thumb.</summary>
    public static QrImage Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            AddRow(path, row, y);
        return new(code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>One bar for all dark modules that stand side by side.</summary>
    private static void AddRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            var from = x;
            while (x < row.Count && row[x])
                x++;
            if (x > from)
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
        }
    }
}
