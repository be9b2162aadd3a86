using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.SignIn.Sessions;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>Accounts, sessions and rights.</summary>
public static class IdentitySetup
{
    /// <summary>OWASP's advice for PBKDF2 with HMAC-SHA512 (2023): 210,000 rounds; Identity's own default is half of it.</summary>
    private const int PasswordRounds = 210_000;

    public static IServiceCollection AddPantryIdentity(this IServiceCollection services, bool httpsOnly)
    {
        services.AddScoped<Caller>().AddScoped<Scope>();
        services.AddScoped<SignInLookup>().AddScoped<Invitations>().AddScoped<DraftForms>().AddScoped<FormCookie>();
        services.AddScoped<TwoStepSignIn>().AddScoped<HalfwaySignIn>().AddScoped<RememberedDevice>().AddScoped<SetUpKey>();
        services.AddScoped<PresentPassword>().AddSingleton<SecurityLog>();
        services.AddSingleton<ITicketStore, SessionStore>().AddSingleton<KnownDevices>();
        services.AddAuthorization(options => options.AddPermissions());
        services.AddDefaultIdentity<Member>(Configure)
            .AddEntityFrameworkStores<PantryDb>()
            .AddClaimsPrincipalFactory<MemberClaims>()
            .AddErrorDescriber<PasswordWords>()
            .AddPasswordValidator<CommonPasswords>();
        services.AddSingleton<MemberPasswordHasher>();
        services.AddSingleton<IPasswordHasher<Member>>(provider => provider.GetRequiredService<MemberPasswordHasher>());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider =>
            new SessionCookie(provider.GetRequiredService<ITicketStore>(), httpsOnly));
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.MaxLengthForKeys = 128;
        options.Password.RequiredLength = PasswordRules.Least;
        options.Password.RequireDigit =
            options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedAccount = false;
    }
}
