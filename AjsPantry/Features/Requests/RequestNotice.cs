using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Tells people of requests, within the unit of work that makes the news. The callers save.</summary>
public sealed class RequestNotice(PantryDb db, Notify notify, Deciders deciders)
{
    /// <summary>To those who decide: somebody asks.</summary>
    public Task AskedAsync(Request request, Asker asker, int thisYear, CancellationToken cancellationToken) =>
        ToDecidersAsync(request, asker, new(request.Id, "asked"),
            $"{asker.Name} {request.Kind.Asks()}, {RequestWords.Range(request.From, request.Until, thisYear)}", request.Reason, "decision",
            cancellationToken);

    /// <summary>To those who decide: somebody has waited for long.</summary>
    public Task RemindAsync(Request request, Asker asker, int thisYear, CancellationToken cancellationToken) =>
        ToDecidersAsync(request, asker, new(request.Id, "reminder"), $"{asker.Name} is still waiting for your answer",
            $"{request.Kind.Words()}, {RequestWords.Range(request.From, request.Until, thisYear)}: {request.Reason}", "decision",
            cancellationToken);

    /// <summary>To those who decide: what was approved is not wanted any more.</summary>
    public Task TakenBackAsync(Request request, Asker asker, int thisYear, CancellationToken cancellationToken) =>
        ToDecidersAsync(request, asker, new(request.Id, "taken-back"), $"{asker.Name} will not be away",
            $"The absence of {RequestWords.Range(request.From, request.Until, thisYear)} is withdrawn.", "", cancellationToken);

    /// <summary>To the person, or to those who decide when it was the person: the absence ends earlier.</summary>
    public Task ShortenedAsync(Request request, Asker asker, SignedIn by, int thisYear, CancellationToken cancellationToken)
    {
        var about = new Subject(request.Id, "shortened", $"{request.Until:yyyyMMdd}");
        var range = RequestWords.Range(request.From, request.Until, thisYear);
        return by.Id == request.MemberId
            ? ToDecidersAsync(request, asker, about, $"{asker.Name} is back earlier", $"The absence is now {range}.", "", cancellationToken)
            : notify.TellAsync(
                new NoticeDraft(NoticeKind.Request, about, $"Your absence is now shorter, {range}", $"Changed by {by.Name}.",
                    $"/requests/{request.Id}"),
                [request.MemberId], cancellationToken);
    }

    /// <summary>To the person: somebody who decides entered an absence for them.</summary>
    public Task EnteredAsync(Request request, string by, int thisYear, CancellationToken cancellationToken)
    {
        var title = $"Your absence is entered, {RequestWords.Range(request.From, request.Until, thisYear)}";
        return notify.TellAsync(
            new NoticeDraft(NoticeKind.Request, new(request.Id, "entered"), title, $"{by}: {request.Reason}", $"/requests/{request.Id}"),
            [request.MemberId], cancellationToken);
    }

    /// <summary>To the person who asked: it is decided. Those who were to decide need not look any more.</summary>
    public async Task DecidedAsync(Request request, string decidedBy, int thisYear, CancellationToken cancellationToken)
    {
        await ClosedAsync(request, cancellationToken);
        var what = request.Kind == RequestKind.Absence ? "absence" : "request";
        var news = new NoticeDraft(
            NoticeKind.Request, Decided(request),
            $"Your {what} is {(request.State == RequestState.Approved ? "approved" : "declined")}, {RequestWords.Range(request.From, request.Until, thisYear)}",
            request.Comment is { } comment ? $"{decidedBy}: {comment}" : $"Decided by {decidedBy}.", $"/requests/{request.Id}");
        await notify.TellAsync(news, [request.MemberId], cancellationToken);
    }

    /// <summary>To the person who asked: the decision is taken back, and what they were told of it.</summary>
    public async Task ReopenedAsync(Request request, string by, string why, int thisYear, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(request.Id, "decided", cancellationToken);
        var what = request.Kind == RequestKind.Absence ? "absence" : "request";
        var news = new NoticeDraft(NoticeKind.Request, new(request.Id, "reopened", $"{request.Version}"),
            $"Your {what} needs a new decision, {RequestWords.Range(request.From, request.Until, thisYear)}", $"{by}: {why}",
            $"/requests/{request.Id}");
        await notify.TellAsync(news, [request.MemberId], cancellationToken);
    }

    /// <summary>
    /// Two who decide in one moment know the same version and tell it once; a decision after another was taken back is news again.
    /// </summary>
    private static Subject Decided(Request request) => new(request.Id, "decided", $"{request.Version}");

    /// <summary>Takes back what asked for a decision.</summary>
    public async Task ClosedAsync(Request request, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(request.Id, "asked", cancellationToken);
        await notify.WithdrawAsync(request.Id, "reminder", cancellationToken);
    }

    private async Task ToDecidersAsync(
        Request request, Asker asker, Subject about, string title, string text, string page, CancellationToken cancellationToken)
    {
        var floor = await db.Floors.Where(floor => floor.Id == request.FloorId).Select(floor => floor.Number)
            .SingleAsync(cancellationToken);
        var news = new NoticeDraft(NoticeKind.Request, about, title, text, $"/requests/{request.Id}/{page}".TrimEnd('/'), floor);
        await notify.TellAsync(
            news, await deciders.OfAsync(request.FloorId, request.MemberId, asker.Role, cancellationToken), cancellationToken);
    }
}

/// <summary>Who asks, as others read it.</summary>
public sealed record Asker(string Name, Role Role);
