using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Shared.Sweeps;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>Every page there is, as it really answers to every role.</summary>
public sealed class RightsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Person[] Roles = [Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.Operator];

    private static readonly Permission[] OfMember = [Permission.ViewHome, Permission.UseAccount, Permission.Search, Permission.ViewExpenses,
        Permission.ViewPeople, Permission.ViewMenus, Permission.ViewFeedback, Permission.ReadNotices, Permission.ViewRequests,
        Permission.ViewTea, Permission.ViewShopping, Permission.ViewFines];
    private static readonly Permission[] OfTeaManager = [.. OfMember, Permission.ManageTea];
    private static readonly Permission[] OfHead = [.. OfTeaManager, Permission.RecordBills, Permission.MakeReports, Permission.ManageRooms,
        Permission.PlanMenus, Permission.ManageEvents, Permission.AppointTeaManagers, Permission.Announce, Permission.DecideRequests,
        Permission.AnswerIdeas,
        Permission.ManageBudgets, Permission.CloseMonths, Permission.ManageShopping, Permission.ManageLoans, Permission.ManageFines];

    private static readonly Permission[] OfFloor = [Permission.SuggestMeals, Permission.RateMeals, Permission.AskRequests,
        Permission.ShareIdeas];

    private static readonly Dictionary<Role, Permission[]> Expected = new()
    {
        [Role.Member] = [.. OfMember, .. OfFloor],
        [Role.TeaManager] = [.. OfTeaManager, .. OfFloor],
        [Role.PantryHead] = [.. OfHead, .. OfFloor],
        [Role.Admin] = [.. OfHead, Permission.ChooseFloor, Permission.ManageMembers, Permission.ManageTenant, Permission.ViewAudit,
            Permission.RunJobs, Permission.ConfirmClosings],
        [Role.Operator] = [Permission.ViewHome, Permission.UseAccount, Permission.OperatePlatform],
    };

    [Fact]
    public void Every_role_has_the_rights_it_should_have()
    {
        Assert.Equal(Enum.GetValues<Role>().Order(), Expected.Keys.Order());
        Assert.All(Expected, role =>
        {
            var more = RolePermissions.Of(role.Key).Except(role.Value).ToList();
            var less = role.Value.Except(RolePermissions.Of(role.Key)).ToList();
            Assert.True(
                more is [], $"RolePermissions.cs gives {role.Key} more than RightsTests.cs says it should have: {string.Join(", ", more)}");
            Assert.True(
                less is [], $"RolePermissions.cs keeps from {role.Key} what RightsTests.cs says it should have: {string.Join(", ", less)}");
        });
    }

    [Fact]
    public async Task Every_page_stands_in_the_table_and_the_table_names_no_other()
    {
        var missing = app.Pages().Keys.Except(PageRights.Table.Keys).ToList();
        var gone = PageRights.Table.Keys.Except(app.Pages().Keys).ToList();
        Assert.True(missing is [], $"Say in PageRights.cs whom these pages are for: {string.Join(", ", missing)}");
        Assert.True(gone is [], $"No page has these names any more, so take them out of PageRights.cs: {string.Join(", ", gone)}");
        Assert.Equal(404, (await app.Visit().GetAsync("/no/such/page")).Status);
    }

    [Fact]
    public async Task Every_form_without_a_token_is_refused()
    {
        var things = await Things.MakeAsync(app);
        var before = await Rows.ReadAsync(app.Database);
        var wrong = new List<string>();
        var forms = 0;
        // The links that end mails are followed by programs, which have no token.
        foreach (var page in app.Pages().Values.Where(page => page.Name is not ("/Shared/Pages/Status" or "/Notices/Preferences/Stop")))
        {
            var right = PageRights.Of(page.Name).Permission;
            var visitor = await app.SignInAsync(
                Roles.First(person => right is null || RolePermissions.Of(person.Role).Contains(right.Value)));
            var address = SiteMap.Of(page.Name).Address(page, things, chooseFloor: true);
            foreach (var handler in await app.PostHandlersAsync(page))
            {
                forms++;
                var status =
                    (await visitor.PostBlindlyAsync(
                        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}")).Status;
                if (status != 400)
                    wrong.Add($"{page.Name} {handler} answered {status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(forms, 15, 300);
        Assert.Empty(await before.ChangesAsync());
    }
}
