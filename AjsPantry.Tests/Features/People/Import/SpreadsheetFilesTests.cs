using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>Files as spreadsheets and people really write them: read as they are meant, or refused in words.</summary>
public sealed class SpreadsheetFilesTests
{
    private static readonly FloorView First = new(new Guid(1, 0, 0, new byte[8]), 1, "Floor 1");
    private static readonly FloorView Second = new(new Guid(2, 0, 0, new byte[8]), 2, "Floor 2");
    private static readonly ListFacts Facts = new(
        [First, Second], First.Id, Role.Member, null, new HashSet<string>(), new HashSet<string>());

    [Theory]
    [InlineData("Xlsx/number-format-0000.xlsx", "0007 Zero Seven 1|0042 Forty Two 1")]
    [InlineData("Xlsx/first-sheet-hidden.xlsx", "BX-10 Visible Person 1")]
    [InlineData("Xlsx/merged-floor.xlsx", "BX-12 Merged A 2|BX-13 Merged B 2|BX-14 Merged C 2")]
    [InlineData("Xlsx/title-row-above-headings.xlsx", "BX-15 Title Row 2")]
    [InlineData("Xlsx/title-then-number-name.xlsx", "BX-16 Under Title")]
    [InlineData("Xlsx/number-begins-with-hash.xlsx", "#BX18 Hash Number|BX-19 Plain")]
    [InlineData("Xlsx/dimension-XEH4.xlsx", "BX-1 Demo One 1|BX-2 Demo Two 2")]
    [InlineData("Xlsx/backslash-names.xlsx", "BX-1 Demo One 1|BX-2 Demo Two 2")]
    [InlineData("Xlsx/workbook2.xlsx", "BX-1 Demo One 1|BX-2 Demo Two 2")]
    [InlineData("Xlsx/cells-without-r-with-dimension.xlsx", "BX-54 Power Export 2|BX-55 Other Export")]
    [InlineData("Xlsx/only-first-cell-has-r.xlsx", "BX-54 Power Export 2")]
    [InlineData("Xlsx/row-100500.xlsx", "BX-28 Far 1|BX-29")]
    [InlineData("Csv/macroman.csv", "C-13 Jürgen")]
    [InlineData("Csv/cp1251.csv", "C-20 Иван 1")]
    [InlineData("Csv/apostrophe-zero.csv", "0012 Apostrophe 1|0013 ExcelText 1")]
    [InlineData("Csv/no-column-and-number.csv", "C-26 No Dot First 1|C-27 No Dot Second 1")]
    [InlineData("Csv/footer-total.csv", "C-28 Real Person 1")]
    public void What_is_meant_is_read(string file, string people) =>
        Assert.Equal(people.Split('|'), Read(file).Rows.Select(row => $"{row.Number} {row.Name} {row.Floor}".Trim()));

    [Theory]
    [InlineData("Csv/unclosed-quote.csv",
        "In row 2 a quotation mark (\") begins a field and none ends it, so the rows below cannot be told apart. Correct that row and import the list again.")]
    [InlineData("Csv/extra-quote-at-end.csv",
        "In row 2 there is text between a quotation mark (\") and the next comma. Correct that row and import the list again.")]
    [InlineData("Csv/cp1256.csv",
        "This file has an unknown text encoding, so names could come out wrong. Save it as “CSV UTF-8” or as .xlsx and choose that file.")]
    public void What_cannot_be_told_is_refused_in_words(string file, string problem) => Assert.Equal(problem, Read(file).Problem);

    [Theory]
    [InlineData("Xlsx/number-begins-with-hash.xlsx",
        "2: The number “#BX18” has characters that a number cannot have. Letters, digits, hyphens, dots and underscores are allowed.")]
    [InlineData("Xlsx/error-cells.xlsx",
        "2: The number reads #N/A, which is a spreadsheet error. Write the number itself.|4: The name reads #REF!, which is a spreadsheet error. Write the name itself. The phone number reads #N/A, which is a spreadsheet error. Write the phone number itself.")]
    [InlineData("Xlsx/number-became-date.xlsx",
        "2: The number reads 2026-04-03: the spreadsheet changed it into a date. Give the column the format Text and write the number again.")]
    [InlineData("Xlsx/1904.xlsx",
        "2: The number reads 2026-04-03: the spreadsheet changed it into a date. Give the column the format Text and write the number again.")]
    [InlineData("Xlsx/bool-float.xlsx",
        "2: The number reads True: the spreadsheet changed it into yes or no. Write the member number itself.|5: The number reads 1.234567890123457E+19: the spreadsheet shortened it. Give the column the format Text and write the number again.")]
    public void What_a_spreadsheet_made_of_an_entry_is_refused_in_words(string file, string problems) =>
        Assert.Equal(problems.Split('|'), Problems(Read(file)));

    [Theory]
    [InlineData("Number,Name\n3-Apr,A\n",
        "2: The number reads 3-Apr: the spreadsheet changed it into a date. Give the column the format Text and write the number again.")]
    [InlineData(
        "Number,Name\nTRUE,A\n", "2: The number reads TRUE: the spreadsheet changed it into yes or no. Write the member number itself.")]
    [InlineData("Number,Name,Floor\n1,A,#REF!\n", "2: The floor reads #REF!, which is a spreadsheet error. Write the floor itself.")]
    [InlineData("Number,Name,Role\n1,A,#N/A\n", "2: The role reads #N/A, which is a spreadsheet error. Write the role itself.")]
    [InlineData("Number,Name,Mail\n1,A,#NAME?\n", "2: The email reads #NAME?, which is a spreadsheet error. Write the email itself.")]
    [InlineData("Number,Name,Phone\n1,A,2026-04-03\n",
        "2: The phone number reads 2026-04-03: the spreadsheet changed it into a date. Give the column the format Text and write the phone number again.")]
    public void The_same_in_text(string csv, string problem) => Assert.Equal([problem], Problems(Read(csv, isFile: false)));

    [Theory]
    [InlineData("Xlsx/first-sheet-hidden.xlsx", "0 old: The sheet “old” is hidden and was not read.")]
    [InlineData("Xlsx/title-row-above-headings.xlsx", "1 Residents 2026: It is above the headings.")]
    [InlineData("Xlsx/title-then-number-name.xlsx", "1 Residents: It is above the headings.")]
    [InlineData("Csv/no-column-and-number.csv",
        "1 No.: This column is not read. A list has the columns Number, Name, Email, Phone, Floor, Role, Room.")]
    [InlineData("Csv/footer-total.csv", "3 Total, 1: It is the total below the list.")]
    public void What_is_not_read_is_named_with_its_row(string file, string left) =>
        Assert.Equal(left, string.Join('|', Read(file).Left.Select(part => $"{part.Line} {part.Text}: {part.Why}")));

    [Theory]
    [InlineData("Number,Name\n1,A\n# a remark\nNumber,Name\n2,B\n",
        "3 # a remark: It starts with # and has nothing else, so it is a comment.|4 Number, Name: The headings are repeated here.")]
    [InlineData("Number,Name,Hobby,Diet\n1,A,tea,\n",
        "1 Hobby, Diet: These columns are not read. A list has the columns Number, Name, Email, Phone, Floor, Role, Room.")]
    public void The_same_in_rows(string csv, string left) =>
        Assert.Equal(left, string.Join('|', Read(csv, isFile: false).Left.Select(part => $"{part.Line} {part.Text}: {part.Why}")));

    [Theory]
    [InlineData("Residents of 2026, all floors\n\nNumber;Name\n1;A, the first\n")]
    [InlineData("Number|Name\n1|A, the first\n")]
    [InlineData("#;Full name\n1;A, the first\n")]
    [InlineData("Number;Name;;;\n1;A, the first;;;\n;;;;\n")]
    public void Separators_are_told_by_the_headings(string csv) =>
        Assert.Equal(["1 A, the first"], Read(csv, isFile: false).Rows.Select(row => $"{row.Number} {row.Name}"));

    [Theory]
    [InlineData("1001, \"Asha\n1002", "In row 1 a quotation mark (\") is too many or missing. Correct that row and send the list again.")]
    public void A_pasted_quotation_mark_without_its_other_is_refused(string text, string problem) =>
        Assert.Equal(problem, PastedList.Read(text.Replace(", ", ",", StringComparison.Ordinal)).Problem);

    [Fact]
    public void Numbers_of_mail_and_unicode_come_in_one_form() =>
        Assert.Equal(["BX-31", "BX-32", "BX-33", "BX-34", "BX-35", "BX36", "BX-37", "BX-38", "bx-38"],
            Read("Xlsx/mail-unicode.xlsx").Rows.Select(row => row.Number));

    [Theory]
    [InlineData("\uFF22\uFF38\uFF13\uFF16", "BX36")]
    [InlineData("BX\u201135", "BX-35")]
    [InlineData("BX\u221235", "BX-35")]
    [InlineData("\u0661\u0660\u0661\u0663", "1013")]
    [InlineData("\u0967\u0968", "12")]
    [InlineData("BM1\u200B", "BM1")]
    [InlineData("\u00a01013\u202c ", "1013")]
    [InlineData("10 11", "10 11")]
    public void A_number_has_one_form(string typed, string plain) => Assert.Equal(plain, MemberNumber.Plain(typed));

    [Fact]
    public void At_the_door_blanks_within_a_number_are_slips() => Assert.Equal("1011", MemberNumber.AtDoor("10 11"));

    [Fact]
    public void Mac_and_Western_letters_are_read_and_others_are_not_garbled()
    {
        var western = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var name in (string[])["José", "JOSÉ", "Zoë", "Élise", "O’Brien", "Müller – Groß"])
            Assert.Equal(name, UploadedList.Read(western.GetBytes($"Number,Name\n1,{name}\n")).Rows[0].Name);
        var mac = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(10_000)!;
        foreach (var name in (string[])["José", "Müller", "Muñoz"])
            Assert.Contains(
                "unknown text encoding", UploadedList.Read(mac.GetBytes($"Number,Name\n1,{name}\n")).Problem, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Problems(ReadList list) =>
        ImportRules.Check(list.Rows, Facts).Where(row => row.State == RowState.Problem)
            .Select(row => $"{row.Row.Line}: {string.Join(' ', row.Problems)}");

    private static ReadList Read(string file, bool isFile = true) =>
        UploadedList.Read(isFile ? File.ReadAllBytes(Path.Combine(Sources.Root, "AjsPantry.Tests/Features/People/Import/Files", file))
            : System.Text.Encoding.UTF8.GetBytes(file));
}
