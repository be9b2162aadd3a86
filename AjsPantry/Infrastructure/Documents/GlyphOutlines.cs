using System.Buffers.Binary;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>The outlines of a TrueType font (table glyf) and where each begins (table loca).</summary>
internal sealed class GlyphOutlines
{
    private const int OffsetFormatAt = 50;
    private const int HeaderLength = 10;

    private readonly byte[] _glyf;
    private readonly int[] _starts;

    public GlyphOutlines(byte[] head, byte[] loca, byte[] glyf)
    {
        _glyf = glyf;
        _starts = BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(OffsetFormatAt)) == 0 ? Short(loca) : Long(loca);
        Head = [.. head];
        BinaryPrimitives.WriteInt16BigEndian(Head.AsSpan(OffsetFormatAt), 1);
    }

    /// <summary>The font's head, which says that offsets have four bytes, as those of <see cref="Only"/> have.</summary>
    public byte[] Head { get; }

    /// <summary>Both tables with all outlines emptied but these and those they are built from.</summary>
    public (byte[] Glyf, byte[] Loca) Only(IEnumerable<ushort> glyphs)
    {
        var kept = WithParts(glyphs);
        using var glyf = new MemoryStream();
        var loca = new byte[_starts.Length * 4];
        for (var glyph = 0; glyph < _starts.Length; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(glyph * 4), (int)glyf.Length);
            if (kept.Contains(glyph)) glyf.Write(Outline(glyph));
        }

        return (glyf.ToArray(), loca);
    }

    /// <summary>Glyph 0 stands for everything missing and must always be there.</summary>
    private HashSet<int> WithParts(IEnumerable<ushort> glyphs)
    {
        var kept = new HashSet<int>();
        var open = new Stack<int>([0, .. glyphs]);
        while (open.TryPop(out var glyph))
        {
            if (!kept.Add(glyph)) continue;
            foreach (var part in Parts(glyph)) open.Push(part);
        }

        return kept;
    }

    /// <summary>The glyphs that a composite one is put together from; each is told with flags that say how much follows it.</summary>
    private List<int> Parts(int glyph)
    {
        const int wordArguments = 0x1, oneScale = 0x8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        var parts = new List<int>();
        var outline = Outline(glyph);
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return parts;
        int flags, at = HeaderLength;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += (flags & wordArguments) != 0 ? 8 : 6;
            at += (flags & oneScale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
        return parts;
    }

    private ReadOnlySpan<byte> Outline(int glyph) => glyph < _starts.Length - 1 ? _glyf.AsSpan(_starts[glyph].._starts[glyph + 1]) : [];

    private static int[] Short(byte[] loca) =>
        [.. Enumerable.Range(0, loca.Length / 2).Select(at => BinaryPrimitives.ReadUInt16BigEndian(loca.AsSpan(at * 2)) * 2)];

    private static int[] Long(byte[] loca) =>
        [.. Enumerable.Range(0, loca.Length / 4).Select(at => BinaryPrimitives.ReadInt32BigEndian(loca.AsSpan(at * 4)))];
}
