using AjsPantry.Features.People.Roles;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Roles;

public sealed class ChangeRoleTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> ChangeAsync(Person person, Role role, string floor = "", string handTo = "")
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/role");
        return await page.SubmitAsync(new() { ["Input.Role"] = role.ToString(), ["Input.Floor"] = floor, ["Input.HandTo"] = handTo });
    }

    [Fact]
    public async Task A_head_can_become_a_member_again_and_it_counts_from_the_next_request()
    {
        var person = await app.NewAsync(role: Role.PantryHead);
        var there = await app.SignInAsync(person);
        Assert.Equal(200, (await there.GetAsync("/people/rooms/add")).Status);
        Assert.Equal(302, (await ChangeAsync(person, Role.Member)).Status);
        Assert.Equal(403, (await there.GetAsync("/people/rooms/add")).Status);
        Assert.Equal(200, (await there.GetAsync("/people")).Status);
        Assert.Contains("Role from Pantry head to Member",
            (await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_becomes_an_admin_leaves_floor_and_room_and_hands_the_work_over()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        var id = await app.IdAsync(person);
        var otherId = await app.IdAsync(other);
        await app.NewRoomAsync("Green room", 1, person);
        app.Errands.Give(id, "Fetch milk");
        Assert.Contains(
            "Input_HandTo: Choose who takes over", Assert.Single((await ChangeAsync(person, Role.Admin)).Errors), StringComparison.Ordinal);
        Assert.Equal(Role.Member, (await app.ReadAsync(person)).Role);
        Assert.Equal(302, (await ChangeAsync(person, Role.Admin, handTo: otherId.ToString())).Status);
        var member = await app.ReadAsync(person);
        Assert.Equal((Role.Admin, (Guid?)null), (member.Role, member.FloorId));
        Assert.Equal(["Fetch milk"], app.Errands.Of(otherId));
        Assert.NotNull((await app.ReadAsync("North", db => db.Set<RoomStay>().SingleAsync(stay => stay.MemberId == id))).Until);
    }

    [Fact]
    public async Task No_invitation_or_link_of_before_opens_an_admins_account()
    {
        var invited = await app.InviteAsync("CR-invited");
        var id = await app.ReadAsync(
            "North", db => db.Members.Where(member => member.Number == "CR-invited").Select(member => member.Id).SingleAsync());
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{id}/role");
        var refused = await page.SubmitAsync(new() { ["Input.Role"] = "Admin" });
        Assert.Contains("has not joined yet. Only somebody who has joined can become an admin.", Assert.Single(refused.Errors),
            StringComparison.Ordinal);
        Assert.Equal(200, (await app.Visit().GetAsync(invited.Path)).Status);

        var person = await app.NewAsync();
        var link = await app.LinkAsync("North", person.Number);
        Assert.Equal(200, (await app.Visit().GetAsync(link.Path)).Status);
        Assert.Equal(302, (await ChangeAsync(person, Role.Admin)).Status);
        Assert.Equal(404, (await app.Visit().GetAsync(link.Path)).Status);
    }

    [Fact]
    public async Task Open_work_stays_with_who_stays_on_the_floor()
    {
        var person = await app.NewAsync();
        app.Errands.Give(await app.IdAsync(person), "Buy rice");
        Assert.Equal(302, (await ChangeAsync(person, Role.TeaManager)).Status);
        Assert.Equal(["Buy rice"], app.Errands.Of(await app.IdAsync(person)));
    }

    [Fact]
    public async Task An_admin_who_becomes_something_else_is_asked_for_a_floor()
    {
        var person = await app.NewAsync(floor: null, role: Role.Admin, joined: false);
        Assert.StartsWith(
            "Input_Floor: Choose where", Assert.Single((await ChangeAsync(person, Role.Member)).Errors), StringComparison.Ordinal);
        Assert.Equal(302, (await ChangeAsync(person, Role.Member, floor: "2")).Status);
        Assert.Equal((await app.FloorAsync("North", 2)).Id, (await app.ReadAsync(person)).FloorId);
    }

    [Theory]
    [InlineData("Operator")]
    [InlineData("Nonsense")]
    public async Task Other_roles_do_not_exist(string role)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(Cast.Member)}/role");
        Assert.NotEmpty((await page.SubmitAsync(new() { ["Input.Role"] = role })).Errors);
        Assert.Equal(Role.Member, (await app.ReadAsync(Cast.Member)).Role);
    }

    [Fact]
    public async Task A_form_that_names_no_role_changes_none()
    {
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/people/{await app.IdAsync(Cast.Head)}/role")).Status);
        Assert.Equal(Role.PantryHead, (await app.ReadAsync(Cast.Head)).Role);
    }

    [Fact]
    public async Task Two_admins_who_remove_each_other_at_once_leave_one()
    {
        var south = Cast.OtherTenantAdmin.Tenant;
        var floor = await app.FloorAsync("South", 1);
        var one = await app.IdAsync(Cast.OtherTenantAdmin);
        for (var round = 0; round < 5; round++)
        {
            var two = await MakeAdminAsync(south, Cast.OtherTenantMember);
            Guid[] both = [one, two];
            var outcomes = await Task.WhenAll(both.Select(id => app.InTenantAsync(south, services =>
                services.GetRequiredService<ChangeRole.Handler>()
                    .HandleAsync(id, new() { Role = Role.Member, Floor = floor.Number }, CancellationToken.None))));
            var refused = Assert.Single(outcomes, outcome => !outcome!.IsDone)!;
            Assert.Contains("only active admin", refused.Messages[0].Text, StringComparison.Ordinal);
            Assert.Equal(1,
                await app.ReadAsync(
                    south, db => db.Members.CountAsync(member => member.Role == Role.Admin && member.DeactivatedAt == null)));
            await MakeAdminAsync(south, Cast.OtherTenantAdmin);
        }
    }

    [Fact]
    public async Task Two_admins_who_step_down_by_their_forms_at_once_leave_one()
    {
        var south = Cast.OtherTenantAdmin.Tenant;
        var people = new[] { Cast.OtherTenantAdmin, Cast.OtherTenantMember };
        Guid[] ids = [await MakeAdminAsync(south, people[0]), await MakeAdminAsync(south, people[1])];
        Visitor[] there = [await app.SignInAsync(people[0], fresh: true), await app.SignInAsync(people[1], fresh: true)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 2)
            .Select(at => there[at].PostAsync($"/people/{ids[at]}/role", new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Equal(1,
            await app.ReadAsync(south, db => db.Members.CountAsync(member => member.Role == Role.Admin && member.DeactivatedAt == null)));
        await MakeAdminAsync(south, people[0]);
    }

    [Fact]
    public async Task The_only_admin_left_stays_admin_and_active()
    {
        var lonely = Cast.OtherTenantAdmin;
        var id = await app.IdAsync(lonely);
        var other = await app.IdAsync(Cast.OtherTenantMember);
        await app.InTenantAsync(lonely.Tenant,
            services => services.GetRequiredService<ChangeRole.Handler>()
                .HandleAsync(other, new() { Role = Role.Member, Floor = 1 }, CancellationToken.None));
        var admin = await app.SignInAsync(lonely);
        var role = await (await admin.GetAsync($"/people/{id}/role"))
            .SubmitAsync(new() { ["Input.Role"] = "Member", ["Input.Floor"] = "1" });
        Assert.Contains("is the only active admin", role.Text, StringComparison.Ordinal);
        var off = await (await admin.GetAsync($"/people/{id}/deactivate")).SubmitAsync(new() { ["Input.Reason"] = "Leaving" });
        Assert.Contains("is the only active admin", off.Text, StringComparison.Ordinal);
        Assert.Equal(
            (Role.Admin, (DateTimeOffset?)null), ((await app.ReadAsync(lonely)).Role, (await app.ReadAsync(lonely)).DeactivatedAt));
    }

    private async Task<Guid> MakeAdminAsync(string tenant, Person person)
    {
        var id = await app.IdAsync(person);
        await app.InTenantAsync(tenant,
            services => services.GetRequiredService<ChangeRole.Handler>()
                .HandleAsync(id, new() { Role = Role.Admin }, CancellationToken.None));
        return id;
    }
}
