using System.Security.Cryptography;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// Gives a PDF an identity made from its own content. Skia makes one from the clock, and the same report would never be the same
/// file twice. It stands in the metadata twice as a UUID, and in the trailer, where its form and length vary with its value;
/// nothing in the file counts bytes beyond there.
/// </summary>
internal static class PdfIdentity
{
    private const int UuidLength = 36;

    public static byte[] Settle(byte[] pdf)
    {
        var start = Last(pdf, "/ID ["u8);
        var end = Last(pdf.AsSpan(0, Last(pdf, "startxref"u8)), ">>"u8);
        var body = pdf[..start];
        var tail = pdf[end..];
        Write(body, Guid.Empty);
        var identity = new Guid(SHA256.HashData([.. body, .. tail]).AsSpan(0, 16));
        Write(body, identity);
        return [.. body, .. Encoding.ASCII.GetBytes($"/ID [<{identity:N}> <{identity:N}>]"), .. tail];
    }

    private static void Write(byte[] body, Guid identity)
    {
        identity.TryFormat(body.AsSpan(Last(body, "DocumentID>uuid:"u8) + "DocumentID>uuid:".Length, UuidLength), out _);
        identity.TryFormat(body.AsSpan(Last(body, "InstanceID>uuid:"u8) + "InstanceID>uuid:".Length, UuidLength), out _);
    }

    private static int Last(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> mark)
    {
        var at = pdf.LastIndexOf(mark);
        return at >= 0 ? at : throw new InvalidOperationException($"Skia no longer writes {Encoding.ASCII.GetString(mark)} where it did.");
    }
}
