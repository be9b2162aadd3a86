using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

public static class AccountFeature
{
    /// <summary>Pages of Identity's own user interface that this product does not offer: accounts come by invitation and are never deleted.</summary>
    private static readonly string[] NotOffered =
    [
        "/Account/Login", "/Account/Logout", "/Account/Register", "/Account/RegisterConfirmation", "/Account/ResendEmailConfirmation", "/Account/ExternalLogin",
        "/Account/ConfirmEmail", "/Account/ConfirmEmailChange", "/Account/AccessDenied", "/Account/Lockout", "/Account/ForgotPassword", "/Account/ForgotPasswordConfirmation",
        "/Account/ResetPassword", "/Account/ResetPasswordConfirmation", "/Account/Manage/Index", "/Account/Manage/Email", "/Account/Manage/ExternalLogins",
        "/Account/Manage/SetPassword", "/Account/Manage/PersonalData", "/Account/Manage/DeletePersonalData", "/Account/Manage/DownloadPersonalData",
    ];

    /// <summary>Pages of the package that end all sessions, the one at hand among them.</summary>
    private static readonly string[] EndingSessions = ["/Account/Manage/EnableAuthenticator", "/Account/Manage/Disable2fa"];

    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<SignIn.Handler>().AddScoped<MySessions>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Account", Permission.UseAccount);
            options.Conventions.AllowAnonymousToPage("/Account/SignIn");
            options.Conventions.AllowAnonymousToPage("/Shared/Status");
            options.Conventions.AuthorizeAreaFolder("Identity", "/Account/Manage", Permission.UseAccount.ToString());
            foreach (var page in EndingSessions)
                options.Conventions.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new KeepsThisSession()));
            foreach (var page in NotOffered)
                options.Conventions.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new NotOfferedHere()));
        });
    }
}
