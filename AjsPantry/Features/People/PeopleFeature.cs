using AjsPantry.Features.People.Coming;
using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.People;

public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddMemberImport();
        services.AddScoped<DirectoryQuery>().AddScoped<MemberQuery>().AddScoped<MemberChangesQuery>().AddScoped<NextTurnsQuery>();
        services.AddScoped<OpenWorkDesk>().AddScoped<SecondVoice>();
        services.AddScoped<AddMember.Handler>().AddScoped<EditMember.Handler>().AddScoped<ResetAccess>();
        services.AddScoped<ChangeRole.Handler>().AddScoped<MoveFloor.Handler>().AddScoped<Deactivate.Handler>().AddScoped<Reactivate>();
        services.AddScoped<HandOver.Handler>().AddScoped<EndSessions>().AddScoped<AppointTeaManager.Handler>();
        services.AddScoped<SecondStepDesk>().AddScoped<RemoveSecondStep.Handler>();
        services.AddScoped<RoomsQuery>().AddScoped<MakeRoom>().AddScoped<EditRoom>().AddScoped<LabelRoom.Handler>();
        services.AddScoped<ArchiveRoom.Handler>().AddScoped<MoveIn.Handler>().AddScoped<MoveOut>().AddScoped<LeaveRooms>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/People", Permission.ViewPeople);
            options.Conventions.RequireOnPages(
                Permission.ManageMembers, "/People/Add", "/People/Edit", "/People/Move", "/People/ChangeRole", "/People/Deactivation", "/People/Reactivation", "/People/Access",
                "/People/Sessions", "/People/HandOver", "/People/SecondStep");
            options.Conventions.RequireOnPages(Permission.AppointTeaManagers, "/People/TeaManager");
            options.Conventions.RequireOnPages(Permission.ManageRooms, "/People/Rooms/Add", "/People/Rooms/Edit", "/People/Rooms/Archiving", "/People/Rooms/MoveIn", "/People/Rooms/MoveOut");
        });
    }
}
