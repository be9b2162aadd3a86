using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Jobs;

public sealed class JobsModel(JobsQuery query, RunJob run) : PersonPage
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    public string Answer => Jobs.FirstOrDefault(job => job.Latest?.State == JobState.Failed) is { } failed ? $"{failed.Title} failed"
        : Jobs.All(job => job.Latest is null) ? "No job has run yet" : "All jobs ran on time";

    public async Task OnGetAsync(CancellationToken cancellationToken) => Jobs = await query.ReadAsync(cancellationToken);

    /// <summary>The table alone, asked for again and again while something runs.</summary>
    public async Task<IActionResult> OnGetTableAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        return Partial("_JobsTable", this);
    }

    public async Task<IActionResult> OnPostRunAsync(string kind, CancellationToken cancellationToken)
    {
        if (await run.HandleAsync(kind, cancellationToken) is not { } title)
            return NotFound();
        Toast = $"{title} runs now.";
        return RedirectToPage();
    }

    /// <summary>Today, tomorrow, or the day; and the time.</summary>
    public string When(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        var words = (day.DayNumber - Today.DayNumber) switch { 0 => "Today", 1 => "Tomorrow", -1 => "Yesterday", _ => Day(day) };
        return $"{words} {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>1.2 s, or 3 min 05 s.</summary>
    public static string Took(TimeSpan duration) => duration.TotalSeconds < 60
        ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : $"{(int)duration.TotalMinutes} min {duration.Seconds:00} s";
}
