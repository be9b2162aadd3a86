using System.Globalization;
using System.Text;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>What the files of a kept report are called, without an ending: plain letters that every system takes.</summary>
public static class ReportName
{
    private const int LongestTitle = 60;

    public static string Of(int floor, IReportMark report)
    {
        var name = report.Title == "" ? $"expenses-floor-{floor}-{report.Month.Key()}"
            : $"{Plain(report.Title)}-floor-{floor}-{Day(report.From)}-to-{Day(report.Until)}";
        return report.Revision > 1 ? $"{name}-revision-{report.Revision}" : name;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(string title)
    {
        var name = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Where(letter => name.Length < LongestTitle))
            name.Append(char.IsAsciiLetterOrDigit(letter) ? letter : name.Length > 0 && name[^1] != '-' ? "-" : "");
        return name.ToString().Trim('-') is { Length: > 0 } plain ? plain : "report";
    }
}

/// <summary>By what a kept report is told from others.</summary>
public interface IReportMark
{
    DateOnly Month { get; }

    string Title { get; }

    DateOnly From { get; }

    DateOnly Until { get; }

    int Revision { get; }
}
