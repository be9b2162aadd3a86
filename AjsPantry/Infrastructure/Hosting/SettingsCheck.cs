using AjsPantry.Infrastructure.Keys;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Nodes;
using Npgsql;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>
/// Refuses to start with settings that contradict each other, and in Production with one that is missing or too weak for it.
/// </summary>
public static class SettingsCheck
{
    private const int ShortestPassword = 16;

    /// <exception cref="InvalidOperationException">Names everything that is wrong, one line each.</exception>
    public static void Run(IConfiguration configuration, IHostEnvironment environment)
    {
        var problems = (environment.IsProduction() ? Problems(configuration) : Everywhere(configuration)).ToList();
        if (problems.Count > 0)
            throw new InvalidOperationException("The settings are not fit to start with:\n- " + string.Join("\n- ", problems));
    }

    /// <summary>For commands that end by themselves and serve nobody: only what would carry people's data in the open.</summary>
    /// <exception cref="InvalidOperationException">The database is on another machine and the way there can be read along, or leads to
    /// whoever answers in its place.</exception>
    public static void RunForCommand(IConfiguration configuration)
    {
        if (OpenDatabase(configuration) is { } problem)
            throw new InvalidOperationException(problem);
    }

    private static string? OpenDatabase(IConfiguration configuration) =>
        DatabaseAddress.IsOpen(new(configuration.GetConnectionString("Pantry")))
        ? "the database is on another machine: set 'SSL Mode=VerifyFull' (sslmode=verify-full in DATABASE_URL), so that nobody reads along or answers in its place"
        : null;

    /// <summary>What is wrong wherever it runs.</summary>
    private static IEnumerable<string> Everywhere(IConfiguration configuration) =>
        (OpenDatabase(configuration) is { } problem ? (string[])[problem] : [])
            .Concat(MailSettings.Problems(configuration)).Concat(TrustedProxies.Problems(configuration));

    /// <summary>What is wrong for production; empty when all is well.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var database = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Pantry"));
        if (database.Password is not { Length: >= ShortestPassword } && database.SslMode != SslMode.VerifyFull && !IsSocket(database.Host))
            yield return $"the password in ConnectionStrings:Pantry has fewer than {ShortestPassword} characters";
        if (database.IncludeErrorDetail)
            yield return "'Include Error Detail' in ConnectionStrings:Pantry writes people's data into logs";
        if (configuration["AllowedHosts"] is null or "" or "*")
            yield return "AllowedHosts is not set: name the host under which people open the pantry";
        if (configuration.GetConnectionString("Owner") is not null || configuration[DatabaseAddress.OwnerUrl] is not null)
            yield return "ConnectionStrings:Owner or DATABASE_OWNER_URL is set: the web server must not hold the rights of the tables' owner";
        if (string.IsNullOrEmpty(configuration[KeySetup.Certificate]))
            yield return $"{KeySetup.Certificate} is not set: keys in clear beside what they seal open it to whoever reads the database";
        if (configuration["PANTRY_DEMO_PASSWORD"] is not null)
            yield return "PANTRY_DEMO_PASSWORD is set: demo people have no place in production";
        foreach (var problem in Everywhere(configuration))
            yield return problem;
    }

    /// <summary>A Unix socket authenticates by the system's account and needs no password.</summary>
    private static bool IsSocket(string? host) => host?.StartsWith('/') == true;
}
