using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Platform;

/// <summary>
/// The verb "operator": prints the link by which somebody who runs the installation chooses a password. There is no default account;
/// the first operator comes from whoever can start the program on the server.
/// </summary>
internal static class OperatorCommand
{
    private const string Usage = "Usage: operator --number NUMBER [--name \"NAME\"] [--email ADDRESS]";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var input = Read(args);
        if (input.Number is null)
            return await RefuseAsync(Usage);
        var verdict = new AddOperator.Validator().Validate(input);
        if (!verdict.IsValid)
            return await RefuseAsync(string.Join('\n', verdict.Errors.Select(error => error.ErrorMessage)));
        await StartupCheck.RunAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(await PlatformAsync(app.Services) ?? Guid.CreateVersion7());
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Command line");
        var outcome = await scope.ServiceProvider.GetRequiredService<AddOperator.Handler>().HandleAsync(input, CancellationToken.None);
        return outcome.IsDone ? await SayAsync(outcome.Value, scope.ServiceProvider.GetRequiredService<SiteAddress>()) : await RefuseAsync(outcome.Messages[0].Text);
    }

    private static AddOperator.Input Read(string[] args)
    {
        var typed = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
        return new(typed["number"], typed["name"], typed["email"]);
    }

    private static async Task<Guid?> PlatformAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PantryDb>().PlatformTenantAsync(CancellationToken.None);
    }

    private static async Task<int> SayAsync(InvitationLink link, SiteAddress site)
    {
        await Console.Out.WriteLineAsync(link.IsMailed ? Mailed(link) : Shown(link, site));
        return 0;
    }

    private static string Mailed(InvitationLink link) =>
        $"Operator {link.Number} is added. The link to choose a password is on its way to {link.MailedTo}; the running application sends it.";

    private static string Shown(InvitationLink link, SiteAddress site)
    {
        var whole = site.ForMail(link.Path);
        var hint = whole is null ? $" Write it behind the pantry's address; with the setting {SiteAddress.Setting} it is printed whole." : "";
        return $"This link lets operator {link.Number} choose a password, once. It is not shown again, and older links have ended.{hint}\n{whole ?? link.Path}";
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}
