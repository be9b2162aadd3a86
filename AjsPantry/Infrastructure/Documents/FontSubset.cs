using System.Buffers.Binary;
using HarfBuzzSharp;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>
/// A TrueType file with only the outlines a document draws. Skia embeds whole files, 100 to 400 kB each; a month needs a tenth.
/// Glyphs keep their numbers, so that text already shaped stays as it is.
/// </summary>
internal static class FontSubset
{
    private static readonly string[] Kept = ["OS/2", "hhea", "hmtx", "maxp", "name"];

    public static byte[] Of(FontFace face, UsedGlyphs used)
    {
        var outlines = new GlyphOutlines(Table(face, "head"), Table(face, "loca"), Table(face, "glyf"));
        var (glyf, loca) = outlines.Only(used.Glyphs);
        var tables = Kept.ToDictionary(tag => tag, tag => Table(face, tag));
        tables["glyf"] = glyf;
        tables["loca"] = loca;
        tables["head"] = outlines.Head;
        tables["post"] = Nameless(Table(face, "post"));
        tables["cmap"] = LetterTable(used.Letters);
        return FontFile.Write(tables);
    }

    private static byte[] Table(FontFace face, string tag)
    {
        using var blob = face.Face.ReferenceTable(Tag.Parse(tag));
        return blob.AsSpan().ToArray();
    }

    /// <summary>Version 3 of the table, which leaves the glyphs' names out.</summary>
    private static byte[] Nameless(byte[] post)
    {
        const int head = 32;
        BinaryPrimitives.WriteInt32BigEndian(post, 0x00030000);
        return post[..head];
    }

    /// <summary>
    /// Maps letters to the glyphs actually drawn. The font's own table maps figures to those of unequal width, and amounts copied
    /// out of the PDF would be lost in readers that know no other way. One subtable: Windows' full Unicode (3, 10) in format 12.
    /// </summary>
    private static byte[] LetterTable(SortedDictionary<int, ushort> letters)
    {
        const int start = 12;
        const int groups = start + 16;
        var table = new byte[groups + (letters.Count * 12)];
        Write16(table, 2, 1, 3, 10);
        Write32(table, 8, start);
        Write16(table, start, 12);
        Write32(table, start + 4, table.Length - start, 0, letters.Count);
        foreach (var ((letter, glyph), at) in letters.Select((pair, at) => (pair, at))) Write32(
            table, groups + (at * 12), letter, letter, glyph);
        return table;
    }

    private static void Write16(byte[] table, int at, params ReadOnlySpan<short> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan(at), number);
            at += 2;
        }
    }

    private static void Write32(byte[] table, int at, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(at), number);
            at += 4;
        }
    }
}
