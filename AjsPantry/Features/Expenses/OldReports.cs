namespace AjsPantry.Features.Expenses;

/// <summary>
/// Tells which kept reports no longer say what the bills say. What counts is the fingerprint; to spare reading all bills, it is
/// only asked of reports whose month, or the one before, changed after they were made.
/// </summary>
public sealed class OldReports(ReportQuery query)
{
    /// <param name="kept">The newest report of each floor and month.</param>
    /// <param name="now">What the bills say now, of the same floors and of the months from the one before the first report's.</param>
    /// <returns>The ids of those that are out of date.</returns>
    public async Task<HashSet<Guid>> FindAsync(IEnumerable<KeptMark> kept, IReadOnlyCollection<MonthFigures> now, CancellationToken cancellationToken)
    {
        var suspects = kept.Where(report => IsSuspect(report, now)).ToList();
        if (suspects.Count == 0)
            return [];
        var prints = await query.FingerprintsAsync([.. suspects.Select(report => report.FloorId).Distinct()], [.. suspects.Select(report => report.Month).Distinct()], cancellationToken);
        return [.. suspects.Where(report => !prints[(report.FloorId, report.Month)].AsSpan().SequenceEqual(report.Fingerprint)).Select(report => report.Id)];
    }

    private static bool IsSuspect(KeptMark report, IReadOnlyCollection<MonthFigures> now)
    {
        var months = now.Where(figures => figures.FloorId == report.FloorId && (figures.Month == report.Month || figures.Month == report.Month.AddMonths(-1))).ToList();
        var own = months.FirstOrDefault(figures => figures.Month == report.Month);
        return (own?.Bills ?? 0) != report.Bills || (own?.Spent ?? 0) != report.Spent || months.Any(figures => figures.ChangedAt > report.MadeAt);
    }
}

/// <summary>What is needed to tell whether a kept report is out of date.</summary>
public sealed record KeptMark(Guid Id, Guid FloorId, DateOnly Month, int Bills, decimal Spent, DateTimeOffset MadeAt, byte[] Fingerprint);

/// <summary>A floor's bills of one month.</summary>
/// <param name="Bills">How many count.</param>
/// <param name="Spent">What they add up to.</param>
/// <param name="ChangedAt">When one was last recorded, changed or voided, those that do not count included.</param>
public sealed record MonthFigures(Guid FloorId, DateOnly Month, int Bills, decimal Spent, DateTimeOffset ChangedAt);
