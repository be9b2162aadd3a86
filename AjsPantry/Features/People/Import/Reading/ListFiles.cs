using System.Globalization;
using AjsPantry.Infrastructure.Documents;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>Writes lists of people: the empty template, and the rows that somebody must mend. The readers take both back.</summary>
public static class ListFiles
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    internal const string ExplanationSheet = "How to fill it in";

    private static readonly ListRow Example = new(2, ImportRules.ExampleNumber, "Demo Person (an example, write over it)",
        "demo.person@demo.example", "022 5550 0100", "1", "Member");

    /// <summary>What the template says about its columns.</summary>
    internal static readonly string[] Explanation =
    [
        "Number: required. Up to 20 letters, digits, hyphens, dots and underscores. Format the column as text if numbers start with 0.",
        "Name: up to 100 characters. Optional. People enter their name when they join.",
        "Email and Phone: optional. Two people cannot have the same email.",
        "Floor: its number or its name. If empty, the default that you choose on the import page is used.",
        "Role: Member, Tea manager or Pantry head. If empty, the default that you choose on the import page is used. A list cannot add admins.",
        "Room: its name or its label. Optional. You can move people in later.",
        "People who are already here do not change, so you can import the same list again. At most 10,000 rows and 5 MB.",
    ];

    /// <param name="culture">The residence's, whose spreadsheets may want another separator.</param>
    public static byte[] TemplateCsv(string culture) => Csv([Example], Explanation, culture);

    public static byte[] TemplateXlsx() => Xlsx([Example]);

    /// <summary>The rows with their problems, to be mended and brought back.</summary>
    public static byte[] Problems(IEnumerable<RowView> rows, string culture) => WriteCsv(
        culture,
        [.. ListColumns.Heads, "Row", "Problem"],
        rows.Select(row =>
            (string[])[row.Number, row.Name, row.Mail, row.Phone, row.Floor, row.Role, row.Room,
                row.Line.ToString(CultureInfo.InvariantCulture), string.Join(" ", row.Problems)]));

    public static byte[] Csv(IEnumerable<ListRow> rows, IEnumerable<string> comments, string culture) =>
        WriteCsv(culture, ListColumns.Heads, comments.Select(comment => (string[])["# " + comment]).Concat(rows.Select(Cells)));

    public static byte[] Xlsx(IEnumerable<ListRow> rows)
    {
        using var file = new MemoryStream();
        var sheets = new Dictionary<string, object>
        {
            ["People"] =
                rows.Select(row => ListColumns.Heads.Zip(Cells(row))
                    .ToDictionary(cell => cell.First, object? (cell) => CsvText.Inert(cell.Second))).ToList(),
            [ExplanationSheet] = Explanation.Select(line => new Dictionary<string, object?> { [ExplanationSheet] = line }).ToList(),
        };
        file.SaveAs(sheets, configuration: new OpenXmlConfiguration
        {
            AutoFilter = false,
            FastMode = true,
            DynamicColumns =
            [
                .. ListColumns.Heads.Zip(
                    (double[])[14, 40, 34, 20, 14, 16, 14], (head, width) => new DynamicExcelColumn(head) { Width = width, Format = "@" }),
                new DynamicExcelColumn(ExplanationSheet) { Width = 120 },
            ],
        });
        return file.ToArray();
    }

    private static string[] Cells(ListRow row) => [row.Number, row.Name, row.Mail, row.Phone, row.Floor, row.Role, row.Room];

    private static byte[] WriteCsv(string culture, string[] heads, IEnumerable<string[]> rows) =>
        CsvFile.Of(culture, rows.Prepend(heads).Select(row => row.Select(cell => (CsvCell)cell)));
}
