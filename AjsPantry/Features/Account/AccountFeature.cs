using AjsPantry.Features.Account.Password;
using AjsPantry.Features.Account.SecondStep;
using AjsPantry.Features.Account.Sessions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

public static class AccountFeature
{
    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<SignIn.Handler>().AddScoped<SignInTries>().AddScoped<AcceptInvitation.Handler>();
        services.AddScoped<ForgottenPassword.Handler>().AddJob<MailForgottenLinks>().AddScoped<MySessions>();
        services.AddScoped<OwnSignIn>().AddScoped<TurnOn.Handler>().AddScoped<TurnOff>();
        services.AddScoped<MakeCodes>().AddScoped<FinishSignIn.Handler>().AddScoped<ChangePassword.Handler>();
        services.AddScoped<SignOutDevices.Handler>().AddScoped<MySecurityQuery>();
        services.AddScoped<ProfileQuery>().AddScoped<UpdateProfile.Handler>().AddScoped<MyDataQuery>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Account", Permission.UseAccount);
            options.Conventions.AllowAnonymousToPage("/Account/SignIn");
            options.Conventions.AllowAnonymousToPage("/Account/Join");
            options.Conventions.AllowAnonymousToPage("/Account/JoinCode");
            options.Conventions.AllowAnonymousToPage("/Account/Forgot");
            options.Conventions.AllowAnonymousToPage("/Shared/Status");
            options.Conventions.AllowAnonymousToPage("/Account/SecondStep/Code");
            options.Conventions.AllowAnonymousToPage("/Account/SecondStep/RecoveryCode");
            // Each page of Identity's package has one of ours in its place, so none of them has an address.
            options.Conventions.AddAreaFolderRouteModelConvention("Identity", "/", page => page.Selectors.Clear());
        });
    }
}
