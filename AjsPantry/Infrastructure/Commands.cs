using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Infrastructure;

/// <summary>What the program does when started with a verb instead of as a web server.</summary>
internal static class Commands
{
    /// <summary>migrate: as the owner of the tables, whose connection the web server never gets.</summary>
    public static async Task<int> MigrateAsync()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (configuration.GetConnectionString("Owner") is not { } owner)
        {
            await Console.Error.WriteLineAsync("ConnectionStrings__Owner is missing: the database as pantry_owner sees it.");
            return 1;
        }

        await Migrate.RunAsync(owner, CancellationToken.None);
        return 0;
    }
}
