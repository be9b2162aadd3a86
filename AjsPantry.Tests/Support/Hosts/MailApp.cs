using AjsPantry.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AjsPantry.Tests.Support.Hosts;

/// <summary>The application with a mail server.</summary>
public class MailApp : PantryApp
{
    public const string Address = "https://pantry.test";

    private readonly Lazy<SmtpListener> _post = new();

    public SmtpListener Post => Services.GetRequiredService<SmtpListener>();

    protected override IReadOnlyDictionary<string, string> Settings(string database) => new Dictionary<string, string>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = _post.Value.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "AJS Pantry <pantry@pantry.test>",
        ["PublicAddress"] = Address,
    };

    /// <summary>Sends what a tenant has in its outbox, as its job does.</summary>
    public Task DrainAsync(string tenant = "North", CancellationToken cancellationToken = default) =>
        InTenantAsync(tenant, services => services.GetRequiredService<MailDrain>().RunAsync(Cast.TenantId(tenant), cancellationToken));

    /// <summary>Where the mail's link leads on this site.</summary>
    public static string PathIn(MimeMessage mail) =>
        new Uri(mail.TextBody!.Split('\n').Single(line => line.StartsWith(Address, StringComparison.Ordinal)).Trim()).AbsolutePath;

    /// <summary>The mail server goes with the application, whichever test class has it.</summary>
    protected override void Replace(IServiceCollection services) => services.AddSingleton(_post.Value);

    protected override void Forget()
    {
        base.Forget();
        Post.Forget();
    }
}
