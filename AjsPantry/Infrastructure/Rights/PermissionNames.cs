namespace AjsPantry.Infrastructure.Rights;

/// <summary>Permissions and roles as people read them, for the page that explains who may do what.</summary>
public static class PermissionNames
{
    /// <summary>What the permission lets a person do, as the end of "may ...". A permission without words reads as its name.</summary>
    public static string Words(this Permission permission) => permission switch
    {
        Permission.ViewHome => "See their home page",
        Permission.UseAccount => "See and change their own account",
        Permission.Search => "Search in what they can see",
        Permission.ViewExpenses => "See the bills of a floor",
        Permission.RecordBills => "Record, edit and void bills",
        Permission.MakeReports => "Make and download month-end reports",
        Permission.ManageBudgets => "Set budgets",
        Permission.CloseMonths => "Close the month of a floor",
        Permission.ConfirmClosings => "Confirm a closed month, or reopen it",
        Permission.ViewShopping => "See the shopping list, and mark what they bought",
        Permission.ManageShopping => "Fill the shopping list and choose who buys",
        Permission.ManageLoans => "Record what floors lend each other",
        Permission.ViewFines => "See their own fines",
        Permission.ManageFines => "Fine people and rooms, and settle fines",
        Permission.ShareIdeas => "Post ideas, vote and comment",
        Permission.AnswerIdeas => "Answer ideas and ratings, and choose whether names show",
        Permission.ChooseFloor => "See every floor, one at a time",
        Permission.ViewPeople => "See the people and rooms of a floor",
        Permission.ViewMenus => "See what the floor cooks, and whose turn it is",
        Permission.SuggestMeals => "Suggest meals for their own floor",
        Permission.PlanMenus => "Plan meals and turns, and keep the dishes",
        Permission.ViewTea => "See who makes tea, and look after their own turns",
        Permission.ManageTea => "Plan who makes tea, and mark it as done or missed",
        Permission.ViewFeedback => "See how the meals of a floor were rated",
        Permission.RateMeals => "Rate the meals of their own floor",
        Permission.ManageEvents => "Add, edit and cancel events",
        Permission.ManageRooms => "Add, rename and archive rooms, and move people in",
        Permission.AppointTeaManagers => "Choose the tea managers of a floor",
        Permission.ManageMembers => "Add people, edit their role, floor and details, and deactivate accounts",
        Permission.ReadNotices => "Read their inbox and announcements",
        Permission.Announce => "Announce something to a floor",
        Permission.ViewRequests => "See their own requests and those they decide",
        Permission.AskRequests => "Ask for absences and other changes",
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
        Role.Operator => "the installation, not what residences write",
        _ => "their own floor",
    };
}
