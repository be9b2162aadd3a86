namespace AjsPantry.Infrastructure.Keys;

/// <summary>
/// The verb "keys": "--check" says whether every key can be opened with the certificate that is configured (after a restore, and
/// every month in the drill), "--renew" seals them all to a new one.
/// </summary>
internal static class KeysCommand
{
    /// <summary>The application's role may add keys and change none; renewing works as the owner of the tables.</summary>
    /// <exception cref="InvalidOperationException">ConnectionStrings:Owner is missing.</exception>
    public static void ActAsOwner(IConfigurationManager configuration) =>
        configuration["ConnectionStrings:Pantry"] = configuration.GetConnectionString("Owner")
            ?? throw new InvalidOperationException(
                "ConnectionStrings__Owner (or DATABASE_OWNER_URL) is missing: the database as pantry_owner sees it.");

    public static async Task<int> RunAsync(WebApplication app, string option)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var ring = scope.ServiceProvider.GetRequiredService<KeyRing>();
        if (option == "--renew")
        {
            await Console.Out.WriteLineAsync($"{await ring.RenewAsync(CancellationToken.None)} keys are sealed to the certificate");
            return 0;
        }

        var (count, problems) = await ring.CheckAsync(CancellationToken.None);
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(problem);
        await Console.Out.WriteLineAsync($"{count - problems.Count} of {count} keys open");
        return problems.Count == 0 ? 0 : 1;
    }
}
