using AjsPantry.Features.Account.Join;
using AjsPantry.Features.Account.MyData;
using AjsPantry.Features.Account.Password;
using AjsPantry.Features.Account.Profile;
using AjsPantry.Features.Account.SecondStep;
using AjsPantry.Features.Account.Sessions;
using AjsPantry.Features.Account.SignIn;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

public static class AccountFeature
{
    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<SignInByPassword.Handler>().AddScoped<SignInTries>().AddScoped<AcceptInvitation.Handler>();
        services.AddScoped<ForgottenPassword.Handler>().AddJob<MailForgottenLinks>().AddScoped<MySessions>();
        services.AddScoped<OwnSignIn>().AddScoped<TurnOn.Handler>().AddScoped<TurnOff>();
        services.AddScoped<MakeCodes>().AddScoped<FinishSignIn.Handler>().AddScoped<ChangePassword.Handler>();
        services.AddScoped<SignOutDevices.Handler>().AddScoped<MySecurityQuery>();
        services.AddScoped<ProfileQuery>().AddScoped<UpdateProfile.Handler>().AddScoped<ChooseTheme>().AddScoped<SecondStepQuery>()
            .AddScoped<MyDataQuery>().AddScoped<IPersonalData, AccountPersonalData>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Account", Permission.UseAccount);
            options.Conventions.AllowAnonymousToPage("/Account/SignIn/Index");
            options.Conventions.AllowAnonymousToPage("/Account/Join/Index");
            options.Conventions.AllowAnonymousToPage("/Account/Join/JoinCode");
            options.Conventions.AllowAnonymousToPage("/Account/Password/Forgot");
            options.Conventions.AllowAnonymousToPage("/Shared/Pages/Status");
            options.Conventions.AllowAnonymousToPage("/Account/SecondStep/Code");
            options.Conventions.AllowAnonymousToPage("/Account/SecondStep/RecoveryCode");
            // Each page of Identity's package has one of ours in its place, so none of them has an address.
            options.Conventions.AddAreaFolderRouteModelConvention("Identity", "/", page => page.Selectors.Clear());
        });
    }
}
