using AjsPantry.Features.People.Import.Reading;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>Workbooks that somebody made to keep a node busy: small files that ask for much.</summary>
public class CraftedWorkbookTests
{
    private const string Person = """<row r="1"><c r="A1"><v>7</v></c></row>""";

    /// <summary>
    /// Readers of such a cell call themselves once for each element, and a thread that runs out of stack ends the process.
    /// </summary>
    [Fact]
    public void Elements_within_elements_are_not_followed_for_ever()
    {
        const int Deep = 200_000;
        var nested = string.Concat(Enumerable.Repeat("<a>", Deep)) + string.Concat(Enumerable.Repeat("</a>", Deep));
        var answer = UploadedList.Read(Workbooks.Of($"""<row r="1"><c r="A1" t="inlineStr"><is>{nested}</is></c></row>"""));
        Assert.StartsWith("This workbook is damaged", answer.Problem, StringComparison.Ordinal);
        Assert.StartsWith(
            "This workbook is damaged", UploadedList.Read(Workbooks.Of(Person, rest: nested)).Problem, StringComparison.Ordinal);
    }

    /// <summary>Each row down to the last one is read, however empty, and in each sheet.</summary>
    [Fact]
    public void Rows_far_below_are_not_waited_for()
    {
        var far = Workbooks.Sheet($"""<row r="{ListColumns.LastRow / 2}"><c r="A1"><v>7</v></c></row>""");
        Assert.Null(UploadedList.Read(Workbooks.Of([far, far])).Problem);
        AssertTooLarge(Workbooks.Of([far, far, far]));
        AssertTooLarge(Workbooks.Of($"""{Person}<row r="1048576"><c r="AX1048576"><v>7</v></c></row>"""));
    }

    [Fact]
    public void Merged_areas_are_not_more_than_a_list_has()
    {
        static string Merged(int areas) =>
            $"<mergeCells>{string.Concat(Enumerable.Range(1, areas).Select(row => $"""<mergeCell ref="C{row}:D{row}"/>"""))}</mergeCells>";
        Assert.Null(UploadedList.Read(Workbooks.Of(Person, rest: Merged(10_000))).Problem);
        AssertTooLarge(Workbooks.Of(Person, rest: Merged(20_000)));
    }

    private static void AssertTooLarge(byte[] file) =>
        Assert.Contains("too large for a list of people", UploadedList.Read(file).Problem, StringComparison.Ordinal);
}
