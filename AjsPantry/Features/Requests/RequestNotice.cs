using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Requests;

/// <summary>Tells people of requests, within the unit of work that makes the news. The callers save.</summary>
public sealed class RequestNotice(PantryDb db, Notify notify)
{
    /// <summary>To those who decide: somebody asks.</summary>
    public Task AskedAsync(Request request, Asker asker, int thisYear, CancellationToken cancellationToken) =>
        ToDecidersAsync(request, asker, new(request.Id, "asked"),
            $"{asker.Name} {request.Kind.Asks()}, {RequestWords.Range(request.From, request.Until, thisYear)}", request.Reason, "decision",
            cancellationToken);

    /// <summary>To those who decide: these have waited for long.</summary>
    public async Task RemindAsync(
        IEnumerable<(Request Request, Asker Asker)> waiting, int thisYear, CancellationToken cancellationToken)
    {
        var deciders = await ReadDecidersAsync(cancellationToken);
        await notify.TellAllAsync([.. waiting.Select(one => ToDeciders(deciders, one.Request, one.Asker,
            new(one.Request.Id, "reminder"), $"{one.Asker.Name} is still waiting for your answer",
            $"{one.Request.Kind.Words()}, {RequestWords.Range(one.Request.From, one.Request.Until, thisYear)}: {one.Request.Reason}",
            "decision"))], cancellationToken);
    }

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
        var all = await ReadDecidersAsync(cancellationToken);
        await notify.TellAllAsync([ToDeciders(all, request, asker, about, title, text, page)], cancellationToken);
    }

    private static NewsFor ToDeciders(
        AllDeciders all, Request request, Asker asker, Subject about, string title, string text, string page)
    {
        var path = $"/requests/{request.Id}/{page}".TrimEnd('/');
        return new(
            new(NoticeKind.Request, about, title, text, path, all.Floors[request.FloorId]),
            Deciders.Of(all.Heads, request.FloorId, request.MemberId, asker.Role));
    }

    private async Task<AllDeciders> ReadDecidersAsync(CancellationToken cancellationToken) => new(
        await FloorHeads.ReadAsync(db, cancellationToken),
        await db.Floors.Select(floor => new { floor.Id, floor.Number })
            .ToDictionaryAsync(floor => floor.Id, floor => floor.Number, cancellationToken));

    /// <param name="Floors">The number of each floor.</param>
    private sealed record AllDeciders(FloorHeads Heads, Dictionary<Guid, int> Floors);
}

/// <summary>Who asks, as others read it.</summary>
public sealed record Asker(string Name, Role Role);
