using Hangfire;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>A job that runs for the whole installation at times of its own. Whoever has one registers it.</summary>
/// <param name="Schedule">Tells the engine when it runs.</param>
public sealed record ScheduledJob(Action<IRecurringJobManager> Schedule);
