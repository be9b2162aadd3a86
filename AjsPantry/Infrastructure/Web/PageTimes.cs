using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// How long this node's pages take since it started, and how many of the last minutes failed. A few numbers for each page of the
/// application, however many requests come; nothing of who asked for what.
/// </summary>
public sealed class PageTimes(TimeProvider clock)
{
    /// <summary>The minutes over which failures are counted.</summary>
    public const int Minutes = 10;

    private readonly ConcurrentDictionary<string, Histogram> _pages = new(StringComparer.Ordinal);
    private readonly (long Minute, int Requests, int Failures)[] _recent = new (long, int, int)[Minutes];
    private readonly Lock _lock = new();

    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    public void Add(string page, TimeSpan took, bool failed)
    {
        _pages.GetOrAdd(page, _ => new()).Add(took);
        var minute = Minute;
        lock (_lock)
        {
            ref var slot = ref _recent[minute % Minutes];
            slot = slot.Minute == minute ? (minute, slot.Requests + 1, slot.Failures + (failed ? 1 : 0)) : (minute, 1, failed ? 1 : 0);
        }
    }

    /// <summary>The requests of the last minutes, and how many of them ended in an error of ours.</summary>
    public (int Requests, int Failures) Recent()
    {
        var oldest = Minute - Minutes + 1;
        lock (_lock)
            return _recent.Where(slot => slot.Minute >= oldest)
                .Aggregate((Requests: 0, Failures: 0), (sum, slot) => (sum.Requests + slot.Requests, sum.Failures + slot.Failures));
    }

    /// <summary>The pages whose slowest twentieth takes longest.</summary>
    public IReadOnlyList<PageTime> Slowest(int most) =>
        [.. _pages.Select(page => page.Value.Of(page.Key)).OrderByDescending(page => page.P95)
            .ThenBy(page => page.Page, StringComparer.Ordinal).Take(most)];

    private long Minute => clock.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <summary>Counts by length, each step a quarter longer than the one before, from one millisecond to a minute.</summary>
    private sealed class Histogram
    {
        private const double Step = 1.25;
        private readonly int[] _counts = new int[52];
        private long _longest;

        public void Add(TimeSpan took)
        {
            Interlocked.Increment(
                ref _counts[Math.Clamp((int)Math.Ceiling(Math.Log(Math.Max(took.TotalMilliseconds, 1), Step)), 0, _counts.Length - 1)]);
            var seen = Volatile.Read(ref _longest);
            var ticks = took.Ticks;
            while (ticks > seen && Interlocked.CompareExchange(ref _longest, ticks, seen) is var found && found != seen)
                seen = found;
        }

        public PageTime Of(string page)
        {
            int[] counts = [.. _counts];
            var longest = TimeSpan.FromTicks(Volatile.Read(ref _longest));
            return new(page, counts.Sum(), At(counts, 0.5, longest), At(counts, 0.95, longest), longest);
        }

        /// <summary>The upper end of the step in which the share of all requests lies; never more than the longest.</summary>
        private static TimeSpan At(int[] counts, double share, TimeSpan longest)
        {
            var left = Math.Ceiling(counts.Sum() * share);
            var step = 0;
            while (step < counts.Length - 1 && (left -= counts[step]) > 0)
                step++;
            var end = TimeSpan.FromMilliseconds(Math.Pow(Step, step));
            return end < longest ? end : longest;
        }
    }
}

/// <param name="P50">Half of the requests took no longer, to a quarter of it.</param>
/// <param name="P95">Nineteen of twenty took no longer, to a quarter of it.</param>
public sealed record PageTime(string Page, int Requests, TimeSpan P50, TimeSpan P95, TimeSpan Longest);

public static class PageTimesUse
{
    /// <summary>Measures every page; behind routing, which says which one it is.</summary>
    public static IApplicationBuilder UsePageTimes(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // What is shown instead of a page that failed was counted with it.
        if (context.IsShownInstead() || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            await next(context);
            return;
        }

        var times = context.RequestServices.GetRequiredService<PageTimes>();
        var began = Stopwatch.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = context.Response.StatusCode >= StatusCodes.Status500InternalServerError;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            failed = false; // Whoever asked has gone.
            throw;
        }
        finally
        {
            times.Add(page.ViewEnginePath, Stopwatch.GetElapsedTime(began), failed);
        }
    });
}
