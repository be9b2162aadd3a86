namespace AjsPantry.Infrastructure.Identity;

/// <summary>Permissions and roles as people read them, for the page that explains who may do what.</summary>
public static class PermissionNames
{
    /// <summary>What the permission lets a person do, as the end of "may ...". A permission without words reads as its name.</summary>
    public static string Words(this Permission permission) => permission switch
    {
        Permission.ViewHome => "See their home page",
        Permission.UseAccount => "See and change their own account",
        Permission.Search => "Search among what they may see",
        Permission.ViewExpenses => "See the bills of a floor",
        Permission.RecordBills => "Record, change and void bills",
        Permission.MakeReports => "Make and download month-end reports",
        Permission.ManageBudgets => "Say how much money a floor has",
        Permission.CloseMonths => "Close the month of a floor",
        Permission.ConfirmClosings => "Confirm a closed month, or open it again",
        Permission.ViewShopping => "See the shopping list, and tick off what they bought",
        Permission.ManageShopping => "Say what is needed and who buys it",
        Permission.ManageLoans => "Record what floors lend each other",
        Permission.ViewFines => "See their own fines",
        Permission.ManageFines => "Fine people and rooms, and settle fines",
        Permission.ShareIdeas => "Post ideas, vote and comment",
        Permission.AnswerIdeas => "Answer ideas and ratings, and say whether names show",
        Permission.ChooseFloor => "See every floor, one at a time",
        Permission.ViewPeople => "See the people and rooms of a floor",
        Permission.ViewMenus => "See what the floor cooks, and whose turn it is",
        Permission.SuggestMeals => "Suggest meals for their own floor",
        Permission.PlanMenus => "Plan meals and turns, and keep the dishes",
        Permission.ViewTea => "See who makes tea, and look after their own duties",
        Permission.ManageTea => "Plan who makes tea, and say what came of it",
        Permission.ViewFeedback => "See how the meals of a floor were rated",
        Permission.RateMeals => "Rate the meals of their own floor",
        Permission.ManageEvents => "Put events on the calendar, change and cancel them",
        Permission.ManageRooms => "Make, rename and archive rooms, and say who lives in them",
        Permission.AppointTeaManagers => "Appoint and relieve the tea managers of a floor",
        Permission.ManageMembers => "Add people, change their role, floor and details, and switch accounts off and on",
        Permission.ReadNotices => "Have an inbox and read announcements",
        Permission.Announce => "Announce something to a floor",
        Permission.ViewRequests => "See their own requests, and those they decide on",
        Permission.AskRequests => "Ask for absences and other arrangements",
        Permission.DecideRequests => "Decide on requests of others",
        Permission.ManageTenant => "Change the settings and floors",
        Permission.ViewAudit => "See who changed what",
        Permission.RunJobs => "See background jobs and run them",
        Permission.OperatePlatform => "Run the installation: add, suspend and restore residences",
        _ => permission.ToString(),
    };

    /// <summary>How far a role reaches, in a few words.</summary>
    public static string Reach(this Role role) => role switch
    {
        Role.Admin => "every floor of the residence",
        Role.Operator => "the installation, and no residence's rows",
        _ => "their own floor",
    };
}
