using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;

namespace AjsPantry.Infrastructure.Caching;

/// <summary>Where <see cref="ReadCache"/> keeps its answers, in the memory of this process.</summary>
public sealed class ReadCacheStore(IConfiguration configuration) : IDisposable
{
    /// <summary>How long an answer may be remembered, whether it is asked for or not.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>Rows that all answers together may have; one takes a few hundred bytes. Beyond it the least used go.</summary>
    public const int MostRows = 100_000;

    /// <summary>What an answer counts for that is no list and does not say how many rows it has.</summary>
    private const int RowsOfOthers = 100;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostRows });

    /// <summary>False where the settings say <c>ReadCache:Enabled=false</c>: everything works, and is read each time.</summary>
    public bool IsOn { get; } = configuration.GetValue("ReadCache:Enabled", true);

    internal bool TryGet<T>(CacheKey key, [MaybeNullWhen(false)] out T answer) => _answers.TryGetValue(key, out answer);

    internal void Keep<T>(CacheKey key, T answer, int? rows) => _answers.Set(key, answer, new MemoryCacheEntryOptions
    {
        AbsoluteExpirationRelativeToNow = Lasts,
        Size = 1 + (rows ?? RowsOf(answer)),
    });

    private static int RowsOf<T>(T answer) => answer switch
    {
        ICollection list => list.Count,
        null or ValueType => 0,
        _ => RowsOfOthers,
    };

    public void Dispose() => _answers.Dispose();
}

/// <summary>What an answer depends on.</summary>
/// <param name="SeenBy">The floor whose marks were read; the tenant where those of every floor were.</param>
/// <param name="Marks">What the marks add up to.</param>
/// <param name="Question">What was asked, with everything that its answer depends on beside the rows.</param>
internal readonly record struct CacheKey(Guid TenantId, Guid SeenBy, long Marks, object Question);
