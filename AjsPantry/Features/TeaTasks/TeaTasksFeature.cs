using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.People;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.TeaTasks;

public static class TeaTasksFeature
{
    public static void AddTeaTasks(this IServiceCollection services)
    {
        services.AddScoped<TeaMonthQuery>().AddScoped<SlotsQuery>().AddScoped<DraftQuery>().AddScoped<StandingsQuery>();
        services.AddScoped<SaveSlot.Handler>().AddScoped<ArchiveSlot>().AddScoped<SaveWindow.Handler>();
        services.AddScoped<MakeDraft.Handler>().AddScoped<ChangeDraft.Handler>().AddScoped<PublishRota>();
        services.AddScoped<DutyQuery>().AddScoped<SwapQuery>().AddScoped<DutyDesk>();
        services.AddScoped<AcceptDuty>().AddScoped<DeclineDuty.Handler>().AddScoped<MarkDuty.Handler>().AddScoped<UnmarkDuty>().AddScoped<AddDuty.Handler>().AddScoped<ConfirmDuties.Handler>().AddScoped<ReassignDuty.Handler>().AddScoped<CancelDuty.Handler>();
        services.AddScoped<AskSwap.Handler>().AddScoped<AnswerSwap.Handler>();
        services.AddTenantJob<RemindTeaTomorrow>();
        services.AddTenantJob<RemindTeaToday>();
        services.AddTenantJob<CloseTeaDays>();
        services.AddScoped<IOpenWork, OpenTea>().AddScoped<IAffectedByAbsence, AffectedTea>().AddScoped<ICalendarEntries, TeaEntries>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/TeaTasks", Permission.ViewTea);
            options.Conventions.RequireOnPages(
                Permission.ManageTea, "/TeaTasks/Slots", "/TeaTasks/NewSlot", "/TeaTasks/Slot", "/TeaTasks/SlotArchive", "/TeaTasks/Make", "/TeaTasks/Add", "/TeaTasks/Plan", "/TeaTasks/Place",
                "/TeaTasks/Reassigning", "/TeaTasks/Cancelling", "/TeaTasks/Confirmation");
        });
    }
}
