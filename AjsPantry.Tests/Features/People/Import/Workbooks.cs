using System.IO.Compression;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>Excel workbooks written by hand.</summary>
internal static class Workbooks
{
    /// <summary>One sheet with these rows.</summary>
    public static byte[] Of(string rows, string state = "visible", string rest = "") => Of([Sheet(rows, rest)], state);

    /// <summary>Several sheets, each as <see cref="Sheet"/> makes it.</summary>
    public static byte[] Of(IReadOnlyList<string> sheets, string state = "visible") => Zip(
    [
        ("[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
        ("xl/workbook.xml",
            $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{Each(sheets, number => $"""<sheet name="S{number}" sheetId="{number}" state="{state}" r:id="rId{number}"/>""")}</sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Each(sheets, number => $"""<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{number}.xml"/>""")}</Relationships>"""),
        .. sheets.Select((sheet, at) => ($"xl/worksheets/sheet{at + 1}.xml", sheet)),
    ]);

    public static string Sheet(string rows, string rest = "") =>
        $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{rest}</worksheet>""";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Each(IReadOnlyList<string> sheets, Func<int, string> part) =>
        string.Concat(Enumerable.Range(1, sheets.Count).Select(part));
}
