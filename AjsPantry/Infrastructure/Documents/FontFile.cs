using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>Puts tables together to a TrueType file.</summary>
internal static class FontFile
{
    private const int HeadLength = 12;
    private const int EntryLength = 16;

    public static byte[] Write(Dictionary<string, byte[]> tables)
    {
        var directory = new byte[HeadLength + (EntryLength * tables.Count)];
        using var content = new MemoryStream();
        WriteHead(directory, tables.Count);
        foreach (var ((tag, table), at) in tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select((table, at) => (table, at)))
        {
            WriteEntry(directory.AsSpan(HeadLength + (at * EntryLength)), tag, table, directory.Length + (int)content.Length);
            content.Write(table);
            content.Write(new byte[-table.Length & 3]);
        }

        return [.. directory, .. content.ToArray()];
    }

    /// <summary>TrueType's number, how many tables there are, and three numbers for searching them by halves.</summary>
    private static void WriteHead(Span<byte> head, int count)
    {
        var halvings = BitOperations.Log2((uint)count);
        BinaryPrimitives.WriteInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(head[4..], (short)count);
        BinaryPrimitives.WriteInt16BigEndian(head[6..], (short)(EntryLength << halvings));
        BinaryPrimitives.WriteInt16BigEndian(head[8..], (short)halvings);
        BinaryPrimitives.WriteInt16BigEndian(head[10..], (short)((count * EntryLength) - (EntryLength << halvings)));
    }

    private static void WriteEntry(Span<byte> entry, string tag, byte[] table, int offset)
    {
        Encoding.ASCII.GetBytes(tag, entry);
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(table));
        BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
        BinaryPrimitives.WriteInt32BigEndian(entry[12..], table.Length);
    }

    private static uint Checksum(byte[] table)
    {
        var sum = 0u;
        for (var at = 0; at < table.Length; at++) unchecked { sum += (uint)table[at] << (24 - (at % 4 * 8)); }
        return sum;
    }
}
