using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Menus.Cards;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Champions;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Features.Menus.Dishes.Missed;
using AjsPantry.Features.Menus.Dishes.Recipe;
using AjsPantry.Features.Menus.Dishes.Starters;
using AjsPantry.Features.Menus.Meals;
using AjsPantry.Features.Menus.Planner;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Menus;

public static class MenusFeature
{
    public static void AddMenus(this IServiceCollection services)
    {
        services.AddScoped<IAuditWords, MenusAuditWords>();
        services.AddScoped<WeekQuery>().AddScoped<MenuReader>().AddScoped<PlanMenu>().AddScoped<CancelMenu.Handler>()
            .AddScoped<MealsQuery>().AddScoped<MealFormQuery>();
        services.AddScoped<TurnsQuery>().AddScoped<WriteTurns>().AddScoped<FollowTurns>().AddScoped<ReleaseRoom>().AddScoped<EmptyRooms>()
            .AddScoped<RotaQuery>().AddScoped<SaveRota.Handler>().AddScoped<ChangeDay.Handler>();
        services.AddScoped<CookingSwapsQuery>().AddScoped<CookingSwapCourse>();
        services.AddTenantJob<KeepTurnsAhead>().AddTenantJob<RemindCooks>().AddTenantJob<TellUnanswered>();
        services.AddScoped<NotifyCooks>().AddScoped<CooksQuery>().AddScoped<NotifyChosenCooks.Handler>().AddScoped<AcceptSuggestions>()
            .AddScoped<SuggestionsQuery>().AddScoped<OpenDays>().AddScoped<SuggestMeal.Handler>().AddScoped<AnswerSuggestion.Handler>();
        services.AddScoped<PlanWeek.Handler>().AddScoped<PastWeeksQuery>().AddScoped<PlanOfferQuery>();
        services.AddScoped<ISearchSource, DishSearch>().AddScoped<IOpenWork, OpenMeals>().AddScoped<INextTurns, NextCooking>()
            .AddScoped<IRoomWork, RoomTurns>().AddScoped<IAbsenceEffect, CookingAbsenceEffect>();
        services.AddScoped<DishesQuery>().AddScoped<DishChoices>().AddScoped<DishQuery>().AddScoped<NamesakesQuery>()
            .AddScoped<MergeQuery>().AddScoped<MissedDishesQuery>();
        services.AddScoped<DishNames>().AddScoped<AddDish>().AddScoped<EditDish>().AddScoped<ArchiveDish>().AddScoped<BringBackDish>();
        services.AddScoped<MergeDishes.Handler>().AddScoped<StarterSet>().AddScoped<ChooseChampions.Handler>();
        services.AddCalendar();
        services.AddScoped<IHomeCard, MealsCard>().AddScoped<IHomeCard, OwnTurnsCard>().AddScoped<IHomeCard, AskedTurnsCard>()
            .AddScoped<IHomeCard, SuggestionsCard>().AddScoped<IFloorsCard, FloorMealsCard>();
        services.Configure<RazorPagesOptions>(Protect);
    }

    private static void Protect(RazorPagesOptions options)
    {
        options.Conventions.Require("/Menus", Permission.ViewMenus);
        options.Conventions.Require("/Menus/CookNotices", Permission.PlanMenus);
        options.Conventions.Require("/Menus/CookingTurns/Rota", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Dishes/Champions", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Dishes/Editing", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Dishes/Merging", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Dishes/Starters", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Meals", Permission.PlanMenus);
        options.Conventions.Require("/Menus/Planner", Permission.PlanMenus);
        options.Conventions.RequireOnPages(Permission.PlanMenus, "/Menus/Suggestions/Declining");
        options.Conventions.RequireOnPages(Permission.SuggestMeals, "/Menus/Suggestions/Add", "/Menus/Suggestions/Withdrawing");
    }
}
