using AjsPantry.Features.People.Import;
using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.People;

public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddMemberImport();
        services.Configure<RazorPagesOptions>(options => options.Conventions.Require("/People", Permission.ViewPeople));
    }
}
