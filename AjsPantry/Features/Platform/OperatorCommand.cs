using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Platform;

/// <summary>
/// The verb "operator": prints the link by which somebody who runs the installation chooses a password. There is no default account;
/// the first operator comes from whoever can start the program on the server.
/// </summary>
public static class OperatorCommand
{
    private const string Usage = "Usage: operator --number NUMBER [--name \"NAME\"] [--email ADDRESS]\n"
        + "       operator --number NUMBER --two-step off --reason \"REASON\"";

    /// <param name="args">The verb and its options.</param>
    /// <param name="answer">Where the link goes.</param>
    /// <param name="refusal">Where it says why there is none.</param>
    /// <returns>The exit code: 0 when there is a link.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter answer, TextWriter refusal)
    {
        var input = Read(args);
        if (input.Number is null)
            return await RefuseAsync(refusal, Usage);
        var typed = Options(args);
        if (typed["two-step"] is { } wanted)
            return wanted == "off" ? await TakeOffAsync(services, typed, answer, refusal) : await RefuseAsync(refusal, Usage);
        var verdict = new AddOperator.Validator().Validate(input);
        if (!verdict.IsValid)
            return await RefuseAsync(refusal, string.Join('\n', verdict.Errors.Select(error => error.ErrorMessage)));
        await StartupCheck.RunAsync(services, CancellationToken.None);
        await using var scope = services.GetRequiredService<TenantScopes>().Open(await PlatformAsync(services) ?? Guid.CreateVersion7());
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Command line");
        var outcome = await scope.ServiceProvider.GetRequiredService<AddOperator.Handler>().HandleAsync(input, CancellationToken.None);
        if (!outcome.IsDone)
            return await RefuseAsync(refusal, outcome.Messages[0].Text);
        var site = scope.ServiceProvider.GetRequiredService<SiteAddress>();
        await answer.WriteLineAsync(outcome.Value.IsMailed ? Mailed(outcome.Value) : Shown(outcome.Value, site));
        return 0;
    }

    /// <summary>Takes an operator's second step off.</summary>
    private static async Task<int> TakeOffAsync(IServiceProvider services, IConfiguration typed, TextWriter answer, TextWriter refusal)
    {
        await StartupCheck.RunAsync(services, CancellationToken.None);
        await using var scope = services.GetRequiredService<TenantScopes>().Open(await PlatformAsync(services) ?? Guid.CreateVersion7());
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Command line");
        var handler = scope.ServiceProvider.GetRequiredService<ResetOperatorSecondStep>();
        var outcome = await handler.HandleAsync(typed["number"], typed["reason"], CancellationToken.None);
        if (!outcome.IsDone)
            return await RefuseAsync(refusal, outcome.Messages[0].Text);
        await answer.WriteLineAsync(
            $"Two-step sign-in of operator {outcome.Value.Number} is off. They sign in with their password and can set it up again.");
        return 0;
    }

    private static AddOperator.Input Read(string[] args) => new(Options(args)["number"], Options(args)["name"], Options(args)["email"]);

    private static IConfigurationRoot Options(string[] args) => new ConfigurationBuilder().AddCommandLine(args[1..]).Build();

    private static async Task<Guid?> PlatformAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PantryDb>().PlatformTenantAsync(CancellationToken.None);
    }

    private static string Mailed(InvitationLink link) =>
        $"Operator {link.Number} is added. The link to choose a password is on its way to {link.MailedTo}; the running application sends it.";

    private static string Shown(InvitationLink link, SiteAddress site)
    {
        var whole = site.ForMail(link.Path);
        var hint = whole is null ? $" Write it behind the pantry's address; with the setting {SiteAddress.Setting} it is printed whole."
            : "";
        return $"This link lets operator {link.Number} choose a password, once. It is not shown again, and older links have ended.{hint}\n{whole ?? link.Path}";
    }

    private static async Task<int> RefuseAsync(TextWriter refusal, string reason)
    {
        await refusal.WriteLineAsync(reason);
        return 1;
    }
}
