using AjsPantry.Features.People.Access;
using AjsPantry.Features.People.Cards;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Person;
using AjsPantry.Features.People.Roles;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.People;

public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddMemberImport();
        services.AddScoped<IAuditWords, PeopleAuditWords>();
        services.AddScoped<DirectoryQuery>().AddScoped<PersonChoices>().AddScoped<RoomChoices>()
            .AddScoped<MemberQuery>().AddScoped<MemberChangesQuery>().AddScoped<NextTurnsQuery>();
        services.AddScoped<OpenWorkDesk>().AddScoped<SecondVoice>();
        services.AddScoped<AddMember.Handler>().AddScoped<EditMember.Handler>().AddScoped<ResetAccess>();
        services.AddScoped<ChangeRole.Handler>().AddScoped<MoveFloor.Handler>().AddScoped<Deactivate.Handler>().AddScoped<Reactivate>();
        services.AddScoped<HandOver.Handler>().AddScoped<EndSessions>().AddScoped<AppointTeaManager.Handler>();
        services.AddScoped<SecondStepDesk>().AddScoped<RemoveSecondStep.Handler>();
        services.AddScoped<RoomsQuery>().AddScoped<MakeRoom>().AddScoped<EditRoom>().AddScoped<LabelRoom.Handler>();
        services.AddScoped<ArchiveRoom.Handler>().AddScoped<MoveIn.Handler>().AddScoped<MoveOut>().AddScoped<LeaveRooms>();
        services.AddScoped<ISearchSource, PeopleSearch>();
        services.AddScoped<IFloorsCard, FloorPeopleCard>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.Require("/People", Permission.ViewPeople);
            options.Conventions.Require("/People/Access", Permission.ManageMembers);
            options.Conventions.Require("/People/Leaving", Permission.ManageMembers);
            options.Conventions.Require("/People/Rooms/Stays", Permission.ManageRooms);
            options.Conventions.RequireOnPages(
                Permission.ManageMembers, "/People/Directory/Add", "/People/Person/Edit", "/People/Person/Move",
                "/People/Roles/ChangeRole");
            options.Conventions.RequireOnPages(Permission.AppointTeaManagers, "/People/Roles/TeaManager");
            options.Conventions.RequireOnPages(
                Permission.ManageRooms, "/People/Rooms/Add", "/People/Rooms/Edit", "/People/Rooms/Archiving");
        });
    }
}
