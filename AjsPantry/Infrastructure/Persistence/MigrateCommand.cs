namespace AjsPantry.Infrastructure.Persistence;

/// <summary>The verb "migrate": started with ConnectionStrings__Owner, which the web server never gets.</summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync()
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
