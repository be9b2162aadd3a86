using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Notices a pooler between us and PostgreSQL that lends server connections for one transaction at a time. The tenant is a setting of the
/// connection: there the next one who borrows it would be in somebody else's tenant.
/// </summary>
public static class PoolerCheck
{
    public const string Problem =
        "a pooler in transaction mode stands before the database, which hands one tenant's connection to the next: use its session mode, or the database's own port";

    /// <summary>
    /// With many others at the same pooler a connection may by chance meet its old server again, but hardly so often in a row.
    /// </summary>
    private const int Rounds = 5;

    /// <summary>While one connection is in a transaction, another one asks again who serves it.</summary>
    public static async Task<bool> IsInTheWayAsync(string connection, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false };
        await using var other = new NpgsqlConnection(settings.ConnectionString);
        await using var mine = new NpgsqlConnection(settings.ConnectionString);
        await other.OpenAsync(cancellationToken);
        await mine.OpenAsync(cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            var before = await BackendAsync(mine, cancellationToken);
            await using var transaction = await other.BeginTransactionAsync(cancellationToken);
            var held = await BackendAsync(other, cancellationToken);
            if (IsShared(before, held, await BackendAsync(mine, cancellationToken)))
                return true;
        }

        return false;
    }

    /// <summary>A connection that is one's own is served by one process, and by no other connection's.</summary>
    /// <param name="before">Who served the first connection.</param>
    /// <param name="held">Who serves the second, which holds its process in a transaction.</param>
    /// <param name="after">Who serves the first connection now.</param>
    public static bool IsShared(int before, int held, int after) => before == held || before != after;

    private static async Task<int> BackendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
