using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// The verb "demo": loads two invented residences once, and prints one sign-in per role as "role, tab, number". Never in
/// Production, where an account with a password that somebody else chose has no place.
/// </summary>
internal static class DemoCommand
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return await RefuseAsync("Demo data is for trying the product; it is not loaded outside Development.");
        if (app.Configuration["PANTRY_DEMO_PASSWORD"] is not { Length: >= 12 } password)
            return await RefuseAsync("PANTRY_DEMO_PASSWORD is missing: the password of all demo people, 12 characters or more.");
        await StartupCheck.RunAsync(app.Services, CancellationToken.None);
        if (!await IsLoadedAsync(app.Services))
        {
            // Asked before anything is written: a load that stops half-way would never be finished.
            if (await ProblemAsync(app.Services, password) is { } problem)
                return await RefuseAsync($"PANTRY_DEMO_PASSWORD: {problem}");
            await new DemoLoader(app.Services, password).LoadAsync(CancellationToken.None);
        }

        foreach (var person in DemoPeople.OnePerRole)
            Console.WriteLine($"{person.Role.Words()}\t{person.Number}");
        return 0;
    }

    private static async Task<string?> ProblemAsync(IServiceProvider services, string password)
    {
        await using var scope = services.GetRequiredService<TenantScopes>().Open(Guid.CreateVersion7());
        var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
        foreach (var person in DemoPeople.All)
        {
            var member = new Member { Number = person.Number, Name = person.Name, Email = person.Mail };
            foreach (var rule in members.PasswordValidators)
            {
                if ((await rule.ValidateAsync(members, member, password)).Errors.FirstOrDefault() is { } error)
                    return error.Description;
            }
        }

        return null;
    }

    private static async Task<bool> IsLoadedAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        return await db.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM active_tenants()").AnyAsync();
    }

    private static async Task<int> RefuseAsync(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}
