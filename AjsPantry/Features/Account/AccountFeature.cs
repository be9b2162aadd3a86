using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Account;

public static class AccountFeature
{
    private static readonly string[] ForEverybody = ["/Account/SignIn", "/Account/SignInCode", "/Account/Kept", "/Account/Join", "/Account/Forgot", "/Shared/Status"];

    public static void AddAccount(this IServiceCollection services)
    {
        services.AddScoped<SignIn.Handler>().AddScoped<SecondStep.Handler>().AddScoped<AcceptInvitation.Handler>();
        services.AddScoped<ForgottenPassword.Handler>().AddScoped<ForgottenPassword.Job>();
        services.AddScoped<MySessions>().AddScoped<ProfileQuery>().AddScoped<UpdateProfile.Handler>().AddScoped<ChangePassword.Handler>();
        services.AddScoped<SecondFactorSetUp>().AddScoped<MyDataQuery>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Account", Permission.UseAccount);
            foreach (var page in ForEverybody)
                options.Conventions.AllowAnonymousToPage(page);
            // Identity's own pages do not know our sessions, members without an address, or tenants; every one of them has its counterpart here.
            options.Conventions.AddAreaFolderApplicationModelConvention("Identity", "/", model => model.Filters.Add(new NotOfferedHere()));
            options.Conventions.AllowAnonymousToAreaFolder("Identity", "/");
        });
    }
}
