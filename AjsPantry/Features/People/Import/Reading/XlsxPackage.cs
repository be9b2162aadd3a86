using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Makes of an Excel workbook one that is safe and plain to read: with its parts named as Excel names them, and sheets that hold
/// nothing but cells with something in them. It is unpacked as a stream and left as soon as it is larger than a list can be.
/// </summary>
internal static class XlsxPackage
{
    public const string Foreign = "This is not an Excel workbook. Save the list as .xlsx or .csv and choose that file.";
    public const string TooLarge =
        "This workbook is too large for a list of people. Copy the list into a new workbook and choose that file.";

    /// <summary>Unpacked, a list of 10,000 people is under 10 MB. What is larger than this was made to fill our memory.</summary>
    private const long MostUnpacked = 32 * 1024 * 1024;

    private const int MostParts = 1_000;

    /// <summary>Elements within elements; Excel's own stay below ten. What reads them goes one call deeper for each.</summary>
    private const int Deepest = 64;
    private const string Workbook = "xl/workbook.xml";

    /// <returns>The plain workbook, or why it is not read.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">It is damaged.</exception>
    public static (byte[] File, string? Refusal) Plain(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        var workbook = WorkbookOf(parts);
        if (workbook is null)
            return ([], Foreign);
        if (zip.Entries.Count > MostParts)
            throw new InvalidDataException(nameof(MostParts));
        if (!FitsUnpacked(zip))
            return ([], TooLarge);
        return Copy(parts, workbook) is { } plain ? (plain, null) : ([], TooLarge);
    }

    /// <summary>The name of the workbook's part: Excel's own, or the one that the package names.</summary>
    private static string? WorkbookOf(Dictionary<string, ZipArchiveEntry> parts)
    {
        if (parts.ContainsKey(Workbook))
            return Workbook;
        if (!parts.TryGetValue("_rels/.rels", out var relations) || TargetsOf(relations, "/officeDocument") is not [var target, ..])
            return null;
        var named = target.TrimStart('/');
        var isSheets = named.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && Ends(named, ".xml");
        return isSheets && parts.ContainsKey(named) ? named : null;
    }

    private static List<string> TargetsOf(ZipArchiveEntry relations, string kind)
    {
        if (relations.Length > MostUnpacked)
            return [];
        using var content = relations.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { MaxCharactersInDocument = MostUnpacked / 16 });
        return [.. XDocument.Load(reader).Root!.Elements()
            .Where(relation => relation.Attribute("Type")?.Value.EndsWith(kind, StringComparison.Ordinal) == true)
            .Select(relation => relation.Attribute("Target")?.Value).OfType<string>()];
    }

    /// <summary>Unpacks every part once to see its true size, which a part's own entry may hide.</summary>
    private static bool FitsUnpacked(ZipArchive zip)
    {
        var unpacked = 0L;
        var buffer = new byte[81_920];
        foreach (var part in zip.Entries)
        {
            using var content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > MostUnpacked)
                    return false;
            }
        }

        return true;
    }

    /// <returns>Null when a sheet has more cells than a list can have.</returns>
    private static byte[]? Copy(Dictionary<string, ZipArchiveEntry> parts, string workbook)
    {
        var relations = RelationsOf(workbook);
        var sheets = parts.TryGetValue(relations, out var named)
            ? TargetsOf(named, "/worksheet").Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        var texts = parts.FirstOrDefault(part => part.Key.Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).Value;
        var textCount = texts is null ? 0 : Count(texts, "si");
        var rows = 0;
        using var plain = new MemoryStream();
        using (var zip = new ZipArchive(plain, ZipArchiveMode.Create, leaveOpen: true))
        {
            // What is drawn, printed or computed is no list.
            foreach (var (name, part) in parts.Where(part => Ends(part.Key, ".xml") || Ends(part.Key, ".rels")))
            {
                var excels = name == workbook ? Workbook : name == relations ? RelationsOf(Workbook) : name;
                CheckDepth(part);
                using var from = part.Open();
                using var to = zip.CreateEntry(excels, CompressionLevel.Fastest).Open();
                if (!sheets.Contains(name))
                    from.CopyTo(to);
                else if (PlainSheet.Write(from, to, textCount) is not { } last || (rows += last) > ListColumns.LastRow)
                    return null;
            }
        }

        return plain.ToArray();
    }

    private static void CheckDepth(ZipArchiveEntry part)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new InvalidDataException(nameof(Deepest));
        }
    }

    private static string NameOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static bool Ends(string name, string with) => name.EndsWith(with, StringComparison.OrdinalIgnoreCase);

    private static string RelationsOf(string part) => part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";

    private static int Count(ZipArchiveEntry part, string element)
    {
        using var content = part.Open();
        using var reader = XmlReader.Create(content);
        var count = 0;
        while (reader.Read())
            count += reader.NodeType == XmlNodeType.Element && reader.LocalName == element ? 1 : 0;
        return count;
    }
}
