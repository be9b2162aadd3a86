using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Cards;

/// <summary>Jobs that failed the last time they ran, and mails that the mail server refused for good.</summary>
public sealed class FailuresCard(PantryDb db) : IFloorsCard
{
    private static readonly FloorsQuestion<FailedRun> Failed = new((db, today) => db.Set<JobRun>()
        .Where(run => run.State == JobState.Failed
            && !db.Set<JobRun>().Any(later => later.Kind == run.Kind && later.QueuedAt > run.QueuedAt))
        .OrderByDescending(run => run.QueuedAt).Select(run => new FailedRun(run.Kind, run.Error)));

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        if (home.Rows.Count == 0)
            return;
        var failed = await Failed.ReadAsync(db, home, cancellationToken);
        if (failed is [var last, ..])
            home.ToDos.Add(new(ToDoOrder.FailedJobs, "arrow-repeat",
                $"{ToDo.Count(failed.DistinctBy(run => run.Kind).Count(), "background job")} failed", last.Error ?? "",
                "/Administration/Jobs/Index", "See why"));
        var back = await db.OutboxMails.CountAsync(
            mail => mail.SentAt == null && mail.Attempts >= MailDrain.MostTries, cancellationToken);
        if (back > 0)
            home.ToDos.Add(new(ToDoOrder.MailsBack, "send", $"{ToDo.Count(back, "email")} could not be sent",
                "The mail server refused them for a day.", "/Administration/Outbox/Index", "See which"));
    }

    private sealed record FailedRun(string Kind, string? Error);
}
