using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Planning;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Menus.Telling;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.People;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus;

public static class MenusFeature
{
    public static void AddMenus(this IServiceCollection services)
    {
        services.AddScoped<WeekQuery>().AddScoped<PlanMenu>().AddScoped<CancelMenu.Handler>().AddScoped<MealsQuery>();
        services.AddScoped<TurnsQuery>().AddScoped<WriteTurns>().AddScoped<FollowTurns>().AddScoped<ReleaseRoom>().AddScoped<EmptyRooms>().AddScoped<SaveRota.Handler>().AddScoped<ChangeDay.Handler>();
        services.AddScoped<SwapsQuery>().AddScoped<AskSwap.Handler>().AddScoped<AnswerSwap.Handler>();
        services.AddTenantJob<KeepTurnsAhead>().AddTenantJob<RemindCooks>().AddTenantJob<TellUnanswered>();
        services.AddScoped<TellCooks>().AddScoped<CooksQuery>().AddScoped<TellChosen.Handler>().AddScoped<AcceptSuggestions>().AddScoped<SuggestionsQuery>().AddScoped<SuggestMeal.Handler>().AddScoped<AnswerSuggestion.Handler>();
        services.AddScoped<PlanWeek.Handler>().AddScoped<PastWeeksQuery>().AddScoped<PlanOfferQuery>();
        services.AddScoped<IOpenWork, OpenMeals>().AddScoped<IAffectedByAbsence, AffectedTurns>();
        services.AddScoped<DishesQuery>().AddScoped<DishQuery>().AddScoped<NamesakesQuery>().AddScoped<MergeQuery>();
        services.AddScoped<DishNames>().AddScoped<AddDish>().AddScoped<EditDish>().AddScoped<ArchiveDish>().AddScoped<BringBackDish>();
        services.AddScoped<MergeDishes.Handler>().AddScoped<StarterSet>().AddScoped<ChooseChampions.Handler>();
        services.AddCalendar();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Menus", Permission.ViewMenus);
            options.Conventions.Require("/Menus/Planning", Permission.PlanMenus);
            options.Conventions.RequireOnPages(Permission.PlanMenus, "/Menus/Add", "/Menus/Edit", "/Menus/Cancelling", "/Menus/Telling/Tell", "/Menus/Turns/Rota", "/Menus/Suggestions/Declining", "/Menus/Ideas");
            options.Conventions.RequireOnPages(Permission.SuggestMeals, "/Menus/Suggestions/Add", "/Menus/Suggestions/Withdrawing");
            options.Conventions.RequireOnPages(
                Permission.PlanMenus, "/Menus/Dishes/Add", "/Menus/Dishes/Alike", "/Menus/Dishes/Edit", "/Menus/Dishes/Archiving", "/Menus/Dishes/BringBack",
                "/Menus/Dishes/Merging", "/Menus/Dishes/Starters", "/Menus/Dishes/Champions");
        });
    }
}
