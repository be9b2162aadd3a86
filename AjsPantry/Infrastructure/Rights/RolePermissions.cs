using System.Collections.Frozen;

namespace AjsPantry.Infrastructure.Rights;

/// <summary>What a page or a handler asks for. Pages name permissions, never roles.</summary>
public enum Permission
{
    /// <summary>See one's home page.</summary>
    ViewHome,

    /// <summary>See and change one's own account.</summary>
    UseAccount,

    /// <summary>Look for what one may see, in one place.</summary>
    Search,

    /// <summary>See the bills of a floor.</summary>
    ViewExpenses,

    /// <summary>Record, change and void bills of a floor.</summary>
    RecordBills,

    /// <summary>Make and download the month-end reports of a floor.</summary>
    MakeReports,

    /// <summary>Say how much money a floor has for which days.</summary>
    ManageBudgets,

    /// <summary>Close a floor's month, after which its bills stay as they are.</summary>
    CloseMonths,

    /// <summary>Confirm a month that somebody else closed, or open it again.</summary>
    ConfirmClosings,

    /// <summary>See what a floor needs from the shop, and mark as bought what one bought oneself.</summary>
    ViewShopping,

    /// <summary>Say what a floor needs and who buys it.</summary>
    ManageShopping,

    /// <summary>Record what a floor lends and borrows, and say what came back.</summary>
    ManageLoans,

    /// <summary>See one's own fines and those of one's room.</summary>
    ViewFines,

    /// <summary>Fine people and rooms of a floor, and settle fines.</summary>
    ManageFines,

    /// <summary>See every floor of the tenant, one at a time.</summary>
    ChooseFloor,

    /// <summary>See the people and rooms of a floor.</summary>
    ViewPeople,

    /// <summary>Make, rename and archive rooms of a floor, and say who lives in them.</summary>
    ManageRooms,

    /// <summary>See what a floor cooks, and whose turn it is.</summary>
    ViewMenus,

    /// <summary>Plan a floor's meals and turns, and keep the dishes.</summary>
    PlanMenus,

    /// <summary>Say what one would like to eat on one's own floor.</summary>
    SuggestMeals,

    /// <summary>See who makes tea on a floor, and look after one's own duties.</summary>
    ViewTea,

    /// <summary>Say who makes tea, and what came of it.</summary>
    ManageTea,

    /// <summary>See how the meals of a floor were rated.</summary>
    ViewFeedback,

    /// <summary>Say how a meal of one's own floor tasted.</summary>
    RateMeals,

    /// <summary>Post ideas to one's own floor, vote and say something to them.</summary>
    ShareIdeas,

    /// <summary>Say what becomes of a floor's ideas, answer what people write about meals, and say whether their names show.</summary>
    AnswerIdeas,

    /// <summary>Put events on a floor's calendar, change and cancel them; where one has all floors, those of everybody too.</summary>
    ManageEvents,

    /// <summary>
    /// Make a member of a floor its tea manager, and a tea manager a member again. No other role, and nobody of another floor.
    /// </summary>
    AppointTeaManagers,

    /// <summary>Add people, change their role, floor and details, and switch accounts off and on.</summary>
    ManageMembers,

    /// <summary>Have an inbox, and read what is announced to oneself.</summary>
    ReadNotices,

    /// <summary>Tell one's floor something; where one has all floors, any of them or everybody.</summary>
    Announce,

    /// <summary>See one's own requests, and those one decides on.</summary>
    ViewRequests,

    /// <summary>Ask one's floor for an absence or another arrangement.</summary>
    AskRequests,

    /// <summary>Decide on what others of a floor ask for.</summary>
    DecideRequests,

    /// <summary>Change the tenant's settings and floors.</summary>
    ManageTenant,

    /// <summary>See who changed what.</summary>
    ViewAudit,

    /// <summary>See the tenant's background jobs and run them.</summary>
    RunJobs,

    /// <summary>Run the installation: its health and its job engine.</summary>
    OperatePlatform,
}

/// <summary>The one table that says what each role may do. A test compares it with what every page really answers.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Everybody = [Permission.ViewHome, Permission.UseAccount];
    private static readonly Permission[] OfMember = [.. Everybody, Permission.Search, Permission.ViewExpenses, Permission.ViewPeople,
        Permission.ViewMenus, Permission.ViewFeedback, Permission.ReadNotices, Permission.ViewRequests, Permission.ViewTea,
        Permission.ViewShopping, Permission.ViewFines];
    private static readonly Permission[] OfTeaManager = [.. OfMember, Permission.ManageTea];
    private static readonly Permission[] OfPantryHead = [.. OfTeaManager, Permission.RecordBills, Permission.MakeReports,
        Permission.ManageRooms, Permission.PlanMenus, Permission.ManageEvents, Permission.AppointTeaManagers, Permission.Announce,
        Permission.DecideRequests, Permission.AnswerIdeas,
        Permission.ManageBudgets, Permission.CloseMonths, Permission.ManageShopping, Permission.ManageLoans, Permission.ManageFines];

    /// <summary>What takes a floor of one's own, which admins do not have.</summary>
    private static readonly Permission[] OfFloor = [Permission.SuggestMeals, Permission.RateMeals, Permission.AskRequests,
        Permission.ShareIdeas];

    private static readonly Permission[] OfAdmin =
        [.. OfPantryHead, Permission.ChooseFloor, Permission.ManageMembers, Permission.ManageTenant, Permission.ViewAudit,
            Permission.RunJobs, Permission.ConfirmClosings];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Member] = OfMember.Concat(OfFloor).ToFrozenSet(),
        [Role.TeaManager] = OfTeaManager.Concat(OfFloor).ToFrozenSet(),
        [Role.PantryHead] = OfPantryHead.Concat(OfFloor).ToFrozenSet(),
        [Role.Admin] = OfAdmin.ToFrozenSet(),
        [Role.Operator] = Everybody.Append(Permission.OperatePlatform).ToFrozenSet(),
    }.ToFrozenDictionary();

    public static FrozenSet<Permission> Of(Role role) => Table[role];
}
