using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Tests.Support;

/// <summary>Brings about, always in the same way, what otherwise happens only when two people press a button in the same moment.</summary>
internal static class SameMoment
{
    /// <summary>Does something once, between what a handler has looked at and the first rows that it sends to the database.</summary>
    public static void BeforeSaving(this DbContext db, Func<Task> happens)
    {
        var isOver = false;
        db.SavingChanges += (_, _) => Do(ref isOver, happens);
    }

    /// <summary>Does something once, after the database has refused a handler's rows.</summary>
    public static void AfterFailing(this DbContext db, Func<Task> happens)
    {
        var isOver = false;
        db.SaveChangesFailed += (_, _) => Do(ref isOver, happens);
    }

    /// <summary>Holds rows back until everything has run into them or is done without them, and then lets go.</summary>
    /// <param name="sql">Locks or writes the rows, as somebody does who was there a moment before.</param>
    public static async Task<T[]> WaitingForAsync<T>(string database, string sql, params Func<Task<T>>[] works)
    {
        await using var connection = new NpgsqlConnection(TestServer.AsSuperuser(database));
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(sql, connection, transaction))
            await command.ExecuteNonQueryAsync();
        var running = works.Select(work => Task.Run(work)).ToArray();
        while (running.Count(work => work.IsCompleted) + await WaitingAsync(database) < running.Length)
            await Task.Yield();
        await transaction.CommitAsync();
        return await Task.WhenAll(running);
    }

    private static Task<long> WaitingAsync(string database) => TestServer.ScalarAsync<long>(
        TestServer.AsSuperuser(database),
        $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database}' AND wait_event_type = 'Lock'");

    private static void Do(ref bool isOver, Func<Task> happens)
    {
        if (isOver)
            return;
        isOver = true;
        Task.Run(happens).GetAwaiter().GetResult();
    }
}
