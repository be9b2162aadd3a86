using System.Text;
using AjsPantry.Features.People.Import.Reading;
using CsCheck;

namespace AjsPantry.Tests.Features.People.Import;

public class ListReaderTests
{
    private const string Csv = "Number,Name,Mail,Phone,Floor,Role\r\n0042,Zoë,z@x.example,022 555 0100,2,Tea manager\r\n";
    private static readonly ListRow Zoe = new(2, "0042", "Zoë", "z@x.example", "022 555 0100", "2", "Tea manager");

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Csv_is_read_with_any_of_three_separators(char separator) =>
        Assert.Equal([Zoe], CsvList.Read(Encoding.UTF8.GetBytes(Csv.Replace(',', separator))).Rows);

    [Fact]
    public void Csv_is_read_in_the_encodings_of_spreadsheets()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Assert.Equal([Zoe], UploadedList.Read(windows.GetBytes(Csv)).Rows);
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
            Assert.Equal([Zoe], UploadedList.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Csv)]).Rows);
    }

    [Fact]
    public void Rows_keep_the_numbers_that_the_spreadsheet_shows()
    {
        var rows = CsvList.Read("sep=;\n# a note; with a separator\nNumber;Name\n\n1001;\"two\nlines\"\n1002;B\n"u8.ToArray()).Rows;
        Assert.Equal([(5, "1001", "two lines"), (6, "1002", "B")], rows.Select(row => (row.Line, row.Number, row.Name)));
    }

    [Fact]
    public void Headings_may_stand_in_any_order_and_strange_columns_are_left_out() =>
        Assert.Equal(
            [new ListRow(2, "7", "Asha", "a@x.example", "", "1", "")],
            CsvList.Read("E-Mail,Hobby,Floor,TR,Full name\na@x.example,tea,1,7,Asha\n"u8.ToArray()).Rows);

    [Fact]
    public void Without_headings_the_order_of_the_template_counts_and_role_and_floor_find_their_places() =>
        Assert.Equal([("2", "Pantry head"), ("2", "pantry-head")],
            CsvList.Read("1,A,,,2,Pantry head\n2,B,,,pantry-head,2\n"u8.ToArray()).Rows.Select(row => (row.Floor, row.Role)));

    [Theory]
    [InlineData("1001, 1002;1003 1004", "1001|1002|1003|1004")]
    [InlineData("1001\n1002\r\n\r\n1003", "1001|1002|1003")]
    [InlineData("1001, Asha", "1001 Asha")]
    [InlineData("1001;Asha", "1001 Asha")]
    [InlineData("1001\tAsha B, the second", "1001 Asha B, the second")]
    [InlineData("1001,\"Asha, B\"", "1001 Asha, B")]
    [InlineData("1001,,,,1", "1001")]
    public void Pasted_text_is_numbers_or_one_person_per_line(string text, string expected) =>
        Assert.Equal(expected.Split('|'), PastedList.Read(text).Rows.Select(row => $"{row.Number} {row.Name}".Trim()));

    [Fact]
    public void A_pasted_line_has_number_name_mail_phone_role_and_floor()
    {
        Assert.Equal([new ListRow(1, "1001", "Asha", "a@x.example", "022 555", "2", "Member")],
            PastedList.Read("1001, Asha, a@x.example, 022 555, Member, 2").Rows);
        Assert.Equal([1, 3], PastedList.Read("1001\n\n1002").Rows.Select(row => row.Line));
    }

    [Fact]
    public void White_space_and_what_cannot_be_seen_goes() =>
        Assert.Equal([new ListRow(1, "1001", "Asha B", "a@x.example", "", "", "")],
            PastedList.Read("\u00a0\u200b1001\ufeff ,\u202e Asha\u00a0 B\u0007 , a@x.\u200bexample ").Rows);

    [Fact]
    public void Files_that_are_something_else_are_answered_in_words()
    {
        Assert.Contains("empty", UploadedList.Read([]).Problem, StringComparison.Ordinal);
        Assert.Equal(
            "The file is larger than 5 MB. Keep only the list, without pictures, or split it into parts.",
            UploadedList.Read(new byte[UploadedList.MostBytes + 1]).Problem);
        Assert.Equal(
            "This workbook is protected with a password or has the old .xls format. Save it as .xlsx without a password and choose that file.",
            UploadedList.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).Problem);
        Assert.Contains(
            "neither an Excel workbook nor a CSV", UploadedList.Read("%PDF-1.7 ..."u8.ToArray()).Problem, StringComparison.Ordinal);
        Assert.Contains("neither an Excel workbook nor a CSV",
            UploadedList.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).Problem, StringComparison.Ordinal);
        Assert.Contains(
            "neither an Excel workbook nor a CSV", UploadedList.Read(" <html><table>"u8.ToArray()).Problem, StringComparison.Ordinal);
        Assert.Contains(
            "not an Excel workbook", UploadedList.Read(Workbooks.Zip(("word/document.xml", "<x/>"))).Problem, StringComparison.Ordinal);
        Assert.Equal("The list has no people. Put one person in each row.", UploadedList.Read("Number,Name\n\n"u8.ToArray()).Problem);
        Assert.Contains(
            "no column with the heading Number", UploadedList.Read("Name,Floor\nA,1\n"u8.ToArray()).Problem, StringComparison.Ordinal);
        var tooLong = UploadedList.Read(Encoding.UTF8.GetBytes("Number\n" + string.Join('\n', Enumerable.Range(1, 10_001))));
        Assert.Equal("The list has more than 10,000 people. Split it into parts.", tooLong.Problem);
        var tooWide = UploadedList.Read(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(1, 51))));
        Assert.Equal(
            "Row 1 has more than 50 columns. A list of people has seven. Use only the columns Number, Name, Email, Phone, Floor, Role, Room.",
            tooWide.Problem);
        Assert.Empty(tooLong.Rows.Concat(tooWide.Rows));
    }

    [Fact]
    public void Whatever_bytes_are_flipped_the_reader_answers_and_does_not_throw() =>
        Gen.Int[0, 5_000].Array[1, 40].Select(Gen.Byte).Sample((places, value) =>
        {
            var file = ListFiles.TemplateXlsx();
            foreach (var place in places)
                file[place % file.Length] ^= value;
            Assert.NotNull(UploadedList.Read(file));
        }, iter: 300);
}
