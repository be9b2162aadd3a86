using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.TeaTasks.Cards;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Jobs;
using AjsPantry.Features.TeaTasks.Month;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.TeaTasks;

public static class TeaTasksFeature
{
    public static void AddTeaTasks(this IServiceCollection services)
    {
        services.AddScoped<IAuditWords, TeaAuditWords>()
            .AddScoped<IPersonalData, TeaPersonalData>();
        services.AddScoped<TeaMonthQuery>().AddScoped<SlotsQuery>().AddScoped<DraftQuery>().AddScoped<StandingsQuery>();
        services.AddScoped<SaveSlot.Handler>().AddScoped<ArchiveSlot>().AddScoped<SaveWindow.Handler>();
        services.AddScoped<MakeDraft.Handler>().AddScoped<ChangeDraft.Handler>().AddScoped<PublishRota>();
        services.AddScoped<DutyQuery>().AddScoped<TeaSwapQuery>().AddScoped<TeaTakersQuery>().AddScoped<DutyDesk>();
        services.AddScoped<AcceptDuty>().AddScoped<DeclineDuty.Handler>().AddScoped<MarkDuty.Handler>().AddScoped<UnmarkDuty>()
            .AddScoped<AddDuty.Handler>().AddScoped<ConfirmDuties.Handler>().AddScoped<ReassignDuty.Handler>()
                .AddScoped<CancelDuty.Handler>();
        services.AddScoped<TeaSwapCourse>();
        services.AddTenantJob<RemindTeaTomorrow>();
        services.AddTenantJob<RemindTeaToday>();
        services.AddTenantJob<CloseTeaDays>();
        services.AddScoped<IOpenWork, OpenTea>().AddScoped<IAbsenceEffect, TeaAbsenceEffect>().AddScoped<ICalendarSource, TeaCalendar>()
            .AddScoped<INextTurns, NextTea>();
        services.AddScoped<IHomeCard, OwnTeaCard>().AddScoped<IHomeCard, AskedTeaCard>().AddScoped<IHomeCard, TeaDeskCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/TeaTasks", Permission.ViewTea);
            options.Conventions.Require("/TeaTasks/Duties/Managing", Permission.ManageTea);
            options.Conventions.Require("/TeaTasks/Planning", Permission.ManageTea);
            options.Conventions.Require("/TeaTasks/Slots", Permission.ManageTea);
        });
    }
}
