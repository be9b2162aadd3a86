using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Support;

/// <summary>
/// People who do something to the same row at once. Each has read what they go by and waits for the row before the first of them
/// writes, so that a test meets the race every time and knows who comes first.
/// </summary>
public static class Meeting
{
    public const string Done = "Done.";
    public const string NotThere = "Not there.";

    private const string Waiting = """
        SELECT count(*)::text FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND backend_type = 'client backend'
        """;

    /// <summary>Begins the acts one after the other while somebody holds the row, then lets it go. They get it in their order.</summary>
    /// <returns>What each of them was told.</returns>
    public static Task<string[]> MeetAsync(this PantryApp app, string table, Guid id, params Func<Task<string>>[] acts) =>
        app.WhileHeldAsync($"SELECT FROM {table} WHERE id = '{id}' FOR UPDATE", acts);

    /// <summary>The same where all of them wait for the tea of a floor, before they have read anything.</summary>
    public static Task<string[]> MeetAtTeaAsync(this PantryApp app, Guid tenantId, Guid floorId, params Func<Task<string>>[] acts) =>
        app.WhileHeldAsync($"SELECT pg_advisory_xact_lock(hashtextextended('Tea:{tenantId}:{floorId}', 0))", acts);

    /// <summary>
    /// Begins the acts one after the other while somebody holds what the statement locks or has written, then lets it go.
    /// </summary>
    public static async Task<T[]> WhileHeldAsync<T>(this PantryApp app, string sql, params Func<Task<T>>[] acts)
    {
        await using var source = NpgsqlDataSource.Create(TestServer.AsSuperuser(app.Database));
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand(sql, connection, transaction);
        await hold.ExecuteNonQueryAsync();
        List<Task<T>> begun = [];
        foreach (var act in acts)
        {
            begun.Add(Task.Run(act));
            while (await WaitingAsync(app) + begun.Count(task => task.IsCompleted) < begun.Count)
                await Task.Yield();
        }

        await transaction.CommitAsync();
        return await Task.WhenAll(begun);
    }

    /// <summary>The act of a person of a floor, who is told by its outcome.</summary>
    public static Func<Task<string>> Act<THandler, T>(
        this PantryApp app, Person person, FloorView floor, Func<THandler, Task<Outcome<T>?>> act)
        where THandler : notnull
        where T : class => () => app.ActingAsync(person, async services =>
    {
        var caller = services.GetRequiredService<Caller>();
        caller.ActAs(caller.Person! with { Floor = person.Floor is null ? null : floor }, null);
        var outcome = await act(services.GetRequiredService<THandler>());
        return outcome is null ? NotThere : outcome.IsDone ? Done : string.Join(' ', outcome.Messages.Select(message => message.Text));
    });

    private static async Task<int> WaitingAsync(PantryApp app) =>
        int.Parse((await TestServer.ListAsync(app.Database, Waiting))[0], System.Globalization.CultureInfo.InvariantCulture);
}
