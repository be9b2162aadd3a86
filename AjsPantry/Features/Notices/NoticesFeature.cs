using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Features.Notices.Inbox;
using AjsPantry.Features.Notices.Preferences;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn.Sessions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Notices;

public static class NoticesFeature
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddScoped<IAuditWords, NoticesAuditWords>()
            .AddScoped<IPersonalData, NoticesPersonalData>();
        services.AddScoped<Notify>().AddScoped<AccountNotice>().AddScoped<FileRoomNotice>().AddScoped<StopLinks>();
        services.AddScoped<InboxQuery>().AddScoped<ReadNotices>();
        services.AddScoped<PreferencesQuery>().AddScoped<ChoosePreferences.Handler>().AddScoped<StopMails>();
        services.AddScoped<AnnouncementsQuery>().AddScoped<Announce>().AddScoped<ChangeAnnouncement>().AddScoped<ArchiveAnnouncement>();
        services.AddTenantJob<ForgetNotices>();
        services.AddSingleton<UnreadOf>(db => db.Notices.Where(notice => notice.ReadAt == null).Select(notice => notice.MemberId));
        services.AddScoped<IHomeCard, CurrentAnnouncementsCard>().AddScoped<IFloorsCard, CurrentAnnouncementsCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/Notices", Permission.ReadNotices);
            options.Conventions.RequireOnPages(
                Permission.Announce, "/Notices/Announcements/Add", "/Notices/Announcements/Edit", "/Notices/Announcements/Archiving");
            options.Conventions.AllowAnonymousToPage("/Notices/Preferences/Stop");
        });
    }
}
