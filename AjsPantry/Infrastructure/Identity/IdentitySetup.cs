using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.Identity;

/// <summary>Accounts, sessions and rights.</summary>
public static class IdentitySetup
{
    /// <summary>OWASP's advice for PBKDF2 with HMAC-SHA512 (2023): 210,000 rounds; Identity's own default is half of it.</summary>
    private const int PasswordRounds = 210_000;

    public static IServiceCollection AddPantryIdentity(this IServiceCollection services, bool httpsOnly)
    {
        services.AddScoped<Caller>();
        services.AddScoped<SignInLookup>().AddScoped<Invitations>().AddScoped<KeptForms>();
        services.AddSingleton<ITicketStore, SessionStore>();
        services.AddAuthorization(options => options.AddPermissions());
        services.AddDefaultIdentity<Member>(Configure)
            .AddEntityFrameworkStores<PantryDb>()
            .AddClaimsPrincipalFactory<MemberClaims>()
            .AddErrorDescriber<PasswordWords>()
            .AddPasswordValidator<CommonPasswords>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => new SessionCookie(provider.GetRequiredService<ITicketStore>(), httpsOnly));
        services.AddDataProtection().SetApplicationName("AjsPantry").PersistKeysToDbContext<PantryDb>();
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
        options.Lockout.MaxFailedAccessAttempts = 8;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedAccount = false;
    }
}
