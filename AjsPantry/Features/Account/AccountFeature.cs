using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

public static class AccountFeature
{
    /// <summary>Pages of Identity's own user interface that this product does not offer: accounts come by invitation and are never deleted.</summary>
    private static readonly string[] NotOffered =
    [
        "/Error", "/Account/Login", "/Account/Logout", "/Account/Register", "/Account/RegisterConfirmation", "/Account/ResendEmailConfirmation", "/Account/ExternalLogin",
        "/Account/ConfirmEmail", "/Account/ConfirmEmailChange", "/Account/AccessDenied", "/Account/ForgotPassword", "/Account/ForgotPasswordConfirmation",
        "/Account/ResetPassword", "/Account/ResetPasswordConfirmation", "/Account/Manage/Index", "/Account/Manage/Email", "/Account/Manage/ExternalLogins",
        "/Account/Manage/SetPassword", "/Account/Manage/PersonalData", "/Account/Manage/DeletePersonalData", "/Account/Manage/DownloadPersonalData",
    ];

    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<SignIn.Handler>().AddScoped<AcceptInvitation.Handler>().AddScoped<ForgottenPassword.Handler>().AddScoped<MailForgottenLinks>().AddScoped<MySessions>();
        services.AddScoped<ProfileQuery>().AddScoped<UpdateProfile.Handler>().AddScoped<MyDataQuery>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Account", Permission.UseAccount);
            options.Conventions.AllowAnonymousToPage("/Account/SignIn");
            options.Conventions.AllowAnonymousToPage("/Account/Join");
            options.Conventions.AllowAnonymousToPage("/Account/Forgot");
            options.Conventions.AllowAnonymousToPage("/Shared/Status");
            options.Conventions.AuthorizeAreaFolder("Identity", "/Account/Manage", Permission.UseAccount.ToString());
            options.Conventions.AddAreaFolderApplicationModelConvention("Identity", "/Account/Manage", model => model.Filters.Add(new StaySignedIn()));
            options.Conventions.AddAreaPageApplicationModelConvention("Identity", "/Account/Manage/ChangePassword", model => model.Filters.Add(new CountedTries()));
            foreach (var page in (string[])["/Account/Manage/Disable2fa", "/Account/Manage/GenerateRecoveryCodes"])
                options.Conventions.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new OnlyWithSecondStep()));
            foreach (var page in (string[])["/Account/LoginWith2fa", "/Account/LoginWithRecoveryCode"])
                options.Conventions.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new AfterThePassword()));
            foreach (var page in NotOffered)
            {
                // Open to all, so that nobody is asked to sign in for a page that is not there.
                options.Conventions.AllowAnonymousToAreaPage("Identity", page);
                options.Conventions.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new NotOfferedHere()));
            }
        });
    }
}
