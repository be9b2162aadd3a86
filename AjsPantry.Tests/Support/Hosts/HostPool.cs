using System.Collections.Concurrent;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>
/// Applications that a test class is done with, for the next one: starting one and warming it up costs more than most classes do. As
/// many of a kind are made as classes run side by side.
/// </summary>
internal static class HostPool
{
    private static readonly ConcurrentDictionary<Type, ConcurrentBag<PantryHost>> Idle = new();

    /// <summary>An idle application of the kind, or a new one.</summary>
    /// <param name="plan">How a new one is started on a database of this name.</param>
    public static async Task<PantryHost> TakeAsync(Type kind, Func<string, HostPlan> plan) =>
        Idle.GetOrAdd(kind, _ => []).TryTake(out var host) ? host : await NewAsync(plan);

    public static async Task<PantryHost> NewAsync(Func<string, HostPlan> plan)
    {
        var database = await TestServer.CreateDatabaseAsync();
        return new PantryHost(plan(database), database, ownsDatabase: true);
    }

    public static void GiveBack(Type kind, PantryHost host) => Idle.GetOrAdd(kind, _ => []).Add(host);
}
