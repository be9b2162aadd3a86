namespace AjsPantry.Infrastructure.Persistence;

/// <summary>The verb "migrate": started with ConnectionStrings__Owner, which the web server never gets.</summary>
internal static class MigrateCommand
{
    /// <summary>Answered for a database of another history, so that scripts can say what to do about it.</summary>
    private const int OtherHistory = 3;

    public static async Task<int> RunAsync()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        DatabaseAddress.Apply(configuration, DatabaseAddress.OwnerUrl, "Owner");
        if (configuration.GetConnectionString("Owner") is not { } owner)
        {
            await Console.Error
                .WriteLineAsync("ConnectionStrings__Owner (or DATABASE_OWNER_URL) is missing: the database as pantry_owner sees it.");
            return 1;
        }

        if (DatabaseAddress.IsOpen(new(owner)))
        {
            await Console.Error
                .WriteLineAsync(
                    "The database is on another machine: set 'SSL Mode=VerifyFull' (sslmode=verify-full in DATABASE_OWNER_URL).");
            return 1;
        }

        try
        {
            await Migrate.RunAsync(owner, CancellationToken.None);
            return 0;
        }
        catch (OtherHistoryException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return OtherHistory;
        }
    }
}
