using System.IO.Compression;
using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Documents;
using CsCheck;
using MiniExcelLibs;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>Lists that are Excel workbooks.</summary>
public class ExcelListTests
{
    private const string Csv = "Number,Name,Mail,Phone,Floor,Role\r\n0042,Zoë,z@x.example,022 555 0100,2,Tea manager\r\n";
    private static readonly ListRow Zoe = new(2, "0042", "Zoë", "z@x.example", "022 555 0100", "2", "Tea manager");

    [Fact]
    public void Excel_cells_are_read_as_the_text_that_people_see()
    {
        var rows = Xlsx(new { Number = (object)"0042", Name = (object)"Text", Floor = (object)1 },
            new { Number = (object)1001.0, Name = (object)12.5, Floor = (object)2.0 },
            new { Number = (object)919876543210d, Name = (object)true, Floor = (object)"2" });
        Assert.Equal([("0042", "Text", "1"), ("1001", "12.5", "2"), ("919876543210", "True", "2")],
            rows.Rows.Select(row => (row.Number, row.Name, row.Floor)));
        Assert.Equal([2, 3, 4], rows.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_formula_counts_as_its_value()
    {
        const string Cells =
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Number</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row><row r="4"><c r="A4"><f>1000+1</f><v>1001</v></c><c r="B4" t="str"><f>"As"&amp;"ha"</f><v>Asha</v></c></row>""";
        Assert.Equal([new ListRow(4, "1001", "Asha", "", "", "", "")], UploadedList.Read(Workbooks.Of(Cells)).Rows);
    }

    [Fact]
    public void A_damaged_workbook_is_answered_in_words()
    {
        var good = ListFiles.TemplateXlsx();
        const string Damaged =
            "This workbook is damaged and cannot be read. Open it in Excel and save it again, or save it as CSV.";
        Assert.Equal(Damaged, UploadedList.Read(good[..(good.Length / 2)]).Problem);
        Assert.Equal(Damaged, UploadedList.Read(Workbooks.Of("<row><c t=\"s\"><v>99</v></row>")).Problem);
        // More parts than any workbook of people has.
        Assert.Equal(
            Damaged,
            UploadedList.Read(
                Workbooks.Zip([("xl/workbook.xml", "<x/>"), .. Enumerable.Range(1, 1_000).Select(part => ($"{part}", ""))])).Problem);
    }

    [Fact]
    public void A_file_that_unpacks_to_gigabytes_is_refused_before_it_is_read()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var workbook = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open()))
                workbook.Write("<x/>");
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 200; megabyte++)
                sheet.Write(zeros);
        }

        Assert.True(packed.Length < UploadedList.MostBytes);
        Assert.Contains("too large for a list of people", UploadedList.Read(packed.ToArray()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_cells_however_many_and_coloured_are_neither_columns_nor_rows_and_cost_little()
    {
        var coloured = string.Concat(Enumerable.Range(1, 200_000)
            .Select(row => $"""<row r="{row + 2}"><c r="A{row + 2}" s="1"/><c r="XFD{row + 2}" s="1"/></row>"""));
        var file = Workbooks.Of(
            $"""<row r="1"><c r="A1" t="inlineStr"><is><t>Number</t></is></c><c r="XFD1" s="1"/></row><row r="2"><c r="A2"><v>7</v></c></row>{coloured}""");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["7"], UploadedList.Read(file).Rows.Select(row => row.Number));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300_000_000);
    }

    [Fact]
    public void A_sheet_is_left_where_it_has_more_columns_or_cells_than_a_list()
    {
        var wide = string.Concat(Enumerable.Range(1, 100)
            .Select(row => $"""<row r="{row}"><c r="A{row}"><v>7</v></c><c r="XFD{row}"><v>7</v></c></row>"""));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("Row 1 has more than 50 columns.", UploadedList.Read(Workbooks.Of(wide)).Problem, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000_000);
        var many = string.Concat(Enumerable.Repeat($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1000))}</row>", 600));
        Assert.Contains("too large for a list of people", UploadedList.Read(Workbooks.Of(many)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_row_is_named_and_nobody_is_read_from_it()
    {
        var list = UploadedList.Read(
            Workbooks.Of(
                """<row r="1"><c r="A1" t="inlineStr"><is><t>Number</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>7</v></c></row><row r="3"><c r="A3"><v>8</v></c></row>"""));
        Assert.Equal(["8"], list.Rows.Select(row => row.Number));
        Assert.Equal(new LeftRow(2, "7", "The row is hidden in the sheet."), Assert.Single(list.Left));
    }

    [Fact]
    public void A_workbook_of_hidden_sheets_says_so() => Assert.Equal(
        "The sheet with the list is hidden. Unhide it, save the workbook and import it again.",
        UploadedList.Read(Workbooks.Of("""<row r="1"><c r="A1"><v>7</v></c></row>""", state: "hidden")).Problem);

    [Fact]
    public void Cover_sheets_are_named_and_the_sheet_with_the_headings_is_read()
    {
        using var file = new MemoryStream();
        file.SaveAs(
            new Dictionary<string,
                object>
            { ["Cover"] = new[] { new { Welcome = "Residents" } }, ["List"] = new[] { new { Number = "7", Name = "Asha" } } });
        var list = UploadedList.Read(file.ToArray());
        Assert.Equal(["7 Asha"], list.Rows.Select(row => $"{row.Number} {row.Name}"));
        Assert.Equal("The sheet “Cover” was not read, only “List” was. If it has people, import it as a separate list.",
            Assert.Single(list.Left).Why);
    }

    [Fact]
    public void The_template_is_read_back_but_its_example_is_not_a_person()
    {
        foreach (var file in (byte[][])[ListFiles.TemplateCsv("en-IN"), ListFiles.TemplateCsv("de-DE"), ListFiles.TemplateXlsx()])
            Assert.Equal(ImportRules.ExampleNumber, Assert.Single(UploadedList.Read(file).Rows).Number);
        using var workbook = new MemoryStream(ListFiles.TemplateXlsx());
        Assert.Equal(["People", "How to fill it in"], workbook.GetSheetNames());
    }

    /// <summary>A spreadsheet that expects another separator parts a cell in two, and the second half begins a cell of its own.</summary>
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("'=1", "''=1")]
    [InlineData("Asha;=HYPERLINK(\"x\")", "Asha;'=HYPERLINK(\"x\")")]
    [InlineData("a,@b;c", "a,'@b;c")]
    [InlineData("a-b, c", "a-b, c")]
    public void What_would_be_a_formula_is_written_as_words_and_read_as_it_was(string cell, string written)
    {
        Assert.Equal(written, CsvText.Inert(cell));
        Assert.Equal(cell, ListRow.Clean(written));
    }

    [Fact]
    public void Reading_what_the_writer_writes_gives_the_same_rows()
    {
        var letters = Gen.OneOf(Gen.Char["abcXYZ0123456789"], Gen.Char["=+-@';,\t\"'#_. "], Gen.Char["éßગઅहم٣"]);
        var text = letters.Array[0, 12].Select(cell => ListRow.CleanKey(new string(cell)));
        var row = Gen.Select(text, text, text, text, text,
            (number, name, mail, phone, floor) => new ListRow(0, ListRow.CleanNumber("N" + number), name, mail, phone, floor, ""));
        row.Array[1, 20].Sample(rows =>
        {
            ListRow[] numbered = [.. rows.Select((each, index) => each with { Line = index + 2 })
                .Where(each => !RoleWords.IsRole(each.Floor))];
            foreach (var file in (byte[][])[ListFiles.Csv(numbered, [], "en-IN"), ListFiles.Csv(numbered, [], "de-DE"),
                ListFiles.Xlsx(numbered)])
                Assert.Equal(numbered, UploadedList.Read(file).Rows);
        }, iter: 200);
    }

    private static ReadList Xlsx(params object[] rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows);
        return UploadedList.Read(file.ToArray());
    }
}
