using AjsPantry.Infrastructure.Tenancy;
using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>Brings the database up to date, as the owner of its tables. The application itself never holds these rights.</summary>
public static class Migrate
{
    /// <summary>The schema of the job engine's tables, which the application's role may only use.</summary>
    public const string JobSchema = "hangfire";

    private static readonly string GrantJobs = $"""
        GRANT USAGE ON SCHEMA {JobSchema} TO pantry_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {JobSchema} TO pantry_app;
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {JobSchema} TO pantry_app;
        GRANT SELECT ON "__EFMigrationsHistory" TO pantry_app;
        """;

    /// <param name="connection">As pantry_owner.</param>
    /// <exception cref="OtherHistoryException">The database was made by other migrations; nothing was changed.</exception>
    public static async Task RunAsync(string connection, CancellationToken cancellationToken)
    {
        await using var db = new PantryDb(DesignTimeDb.Options(connection), new CurrentTenant());
        var ran = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (ran.Any() && !ran.Contains(db.Database.GetMigrations().First()))
            throw new OtherHistoryException();
        await db.Database.MigrateAsync(cancellationToken);
        await using var jobs = new NpgsqlConnection(connection);
        await jobs.OpenAsync(cancellationToken);
        PostgreSqlObjectsInstaller.Install(jobs, JobSchema);
        await using var grant = new NpgsqlCommand(GrantJobs, jobs);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>The database has a history, and this version's first migration is not in it: other tables are there already.</summary>
public sealed class OtherHistoryException() : Exception(
    "The database was made by an earlier version that this one cannot take over. Nothing was changed. Start with an empty database.");
