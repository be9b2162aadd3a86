using Hangfire;
using Hangfire.Common;

namespace AjsPantry.Infrastructure.Jobs;

/// <summary>
/// The only types that the job engine may make from its tables. A job is a row that names a type and a method; without a list, whoever
/// can write such a row runs any code of the process.
/// </summary>
public static class JobTypes
{
    /// <summary>What our jobs take beside ids: nothing that does something when it is made.</summary>
    private static readonly Type[] Arguments = [typeof(Guid), typeof(Guid[]), typeof(CancellationToken)];

    /// <summary>Lets a class be what a job runs. Its public methods must be safe for any arguments of the kinds above.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class => services.AddScoped<TJob>().AddSingleton(new JobType(typeof(TJob)));

    /// <summary>Every way by which the engine turns a name from its tables into a type goes through here.</summary>
    public static IGlobalConfiguration UseOnlyOurJobs(this IGlobalConfiguration hangfire, IEnumerable<JobType> jobs)
    {
        var allowed = jobs.Select(job => job.Type).Concat(Arguments)
            .ToDictionary(TypeHelper.SimpleAssemblyTypeSerializer, StringComparer.Ordinal);
        return hangfire.UseTypeResolver(name => allowed.TryGetValue(name, out var type) ? type
            : throw new InvalidOperationException($"Not a job of ours: {name}"));
    }
}

/// <summary>A class that a job may run.</summary>
public sealed record JobType(Type Type);
