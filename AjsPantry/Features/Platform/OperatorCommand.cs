using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>
/// The verb "operator": adds a person who runs the installation, without a password, and prints the link by which they choose
/// one. There is no default account; the first operator comes from whoever can start the program on the server.
/// </summary>
internal static class OperatorCommand
{
    private const string Usage = "operator --number NUMBER --name \"NAME\" [--email ADDRESS]";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var typed = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
        var (number, name, email) = (Typed.Text(typed["number"]), Typed.Text(typed["name"]), Typed.Text(typed["email"]));
        if (number is "" or { Length: > 20 } || name is "" or { Length: > 100 })
            return await RefuseAsync($"Usage: {Usage}. The number has 20 characters at most, the name 100.");
        await StartupCheck.RunAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(await PlatformAsync(app.Services) ?? Guid.CreateVersion7());
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Command line");
        return await AddAsync(scope.ServiceProvider, number, name, email == "" ? null : email) is { } link
            ? await SayAsync(link, scope.ServiceProvider.GetRequiredService<SiteAddress>())
            : await RefuseAsync($"Operator {number} exists already. A forgotten password is set anew by another operator, or by mail.");
    }

    private static async Task<Guid?> PlatformAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        return (await db.Database.SqlQuery<Guid?>($"SELECT platform_tenant() AS \"Value\"").ToListAsync()).Single();
    }

    /// <returns>Null when the number is taken.</returns>
    private static async Task<InvitationLink?> AddAsync(IServiceProvider services, string number, string name, string? email)
    {
        var (db, now) = (services.GetRequiredService<PantryDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.Members.AnyAsync(member => member.Number == number))
            return null;
        if (!await db.Tenants.AnyAsync())
            AddPlatform(db, now);
        var member = new Member
        {
            UserName = $"platform/{number}",
            NormalizedUserName = $"PLATFORM/{number.ToUpperInvariant()}",
            Number = number,
            Name = name,
            Email = email,
            NormalizedEmail = email?.ToUpperInvariant(),
            Role = Role.Operator,
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
            CreatedAt = now,
        };
        db.Members.Add(member);
        var link = await services.GetRequiredService<Invitations>().CreateAsync(member, InvitationKind.Join, CancellationToken.None);
        await db.SaveChangesAsync();
        return link;
    }

    private static void AddPlatform(PantryDb db, DateTimeOffset now)
    {
        var platform = new Tenant { Code = "platform", Name = "Platform", TimeZone = "UTC", Culture = "en-IN", Currency = "INR", IsPlatform = true, CreatedAt = now };
        db.Entry(platform).Property(row => row.Id).CurrentValue = db.TenantId;
        db.Tenants.Add(platform);
    }

    private static async Task<int> SayAsync(InvitationLink link, SiteAddress site)
    {
        await Console.Out.WriteLineAsync(link.IsMailed
            ? $"Operator {link.Number} is added. The link to choose a password is on its way by mail."
            : $"Operator {link.Number} is added. This link lets them choose a password, once, within 14 days; it is not shown again:\n{site.Shown(link.Path)}");
        return 0;
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}
