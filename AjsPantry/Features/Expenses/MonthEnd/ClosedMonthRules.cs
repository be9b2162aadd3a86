using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>What closed months mean for days and bills: the last of them and all before it stay as they are.</summary>
public static class ClosedMonthRules
{
    /// <summary>Whether a day is in the last closed month or before it.</summary>
    public static bool IsKept(DateOnly day, DateOnly? last) => last is { } month && day < month.AddMonths(1);

    /// <summary>Why a bill cannot be written.</summary>
    /// <param name="closed">The first days of the closed months.</param>
    /// <param name="stands">The day on which it stands now; null for a new one.</param>
    /// <param name="goes">The day on which it is to stand.</param>
    /// <returns>Null when both days are after the last closed month.</returns>
    public static string? WhyNot(IReadOnlyCollection<DateOnly> closed, DateOnly? stands, DateOnly goes)
    {
        if (closed.Count == 0)
            return null;
        var last = closed.Max();
        if (stands is { } there && IsKept(there, last))
            return Stands(FirstOf(there), closed.Contains(FirstOf(there)), last);
        return IsKept(goes, last) ? Goes(FirstOf(goes), closed.Contains(FirstOf(goes)), last) : null;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>About a bill that is there already.</summary>
    private static string Stands(DateOnly month, bool isClosed, DateOnly last) => isClosed
        ? $"{Formats.Month(month)} is closed. Reverse the bill in an open month, or ask an admin to reopen it."
        : $"{Formats.Month(last)} is closed, so earlier months cannot change. Reverse the bill in an open month, or ask an admin to reopen {Formats.Month(last)}.";

    /// <summary>About a bill that would come in.</summary>
    private static string Goes(DateOnly month, bool isClosed, DateOnly last) => isClosed
        ? $"{Formats.Month(month)} is closed. Use a day of an open month, or ask an admin to reopen it."
        : $"{Formats.Month(last)} is closed, so earlier months cannot change. Use a later day, or ask an admin to reopen {Formats.Month(last)}.";
}
