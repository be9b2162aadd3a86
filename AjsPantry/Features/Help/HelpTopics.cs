using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Help;

/// <summary>What each main page is for, and what somebody new does first.</summary>
public static class HelpTopics
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["/Dashboard/Index"] = "What matters today, and what needs your attention. Start here.",
        ["/Search/Index"] = "Find a dish, a person, a bill, something to buy or an idea. Press / on any page to open it.",
        ["/Notices/Inbox/Index"] =
            "All your notifications. “Notification settings”, below the list, lets you choose which ones you also get by email.",
        ["/Menus/Board/Index"] = "What is cooked on which day, and who cooks. Open a meal to see its recipe and to rate it.",
        ["/TeaTasks/Month/Index"] = "Who makes tea on which day. If you cannot make yours, open it and ask somebody to take over.",
        ["/Menus/Calendar/Index"] = "Meals, cooking turns, tea and events of a month. You can add your own days to your phone’s calendar.",
        ["/Procurement/List/Index"] = "What the pantry needs. In the shop, mark what you bought. It works without a network too.",
        ["/Expenses/Index"] = "Every bill of the month, what is left of the budget, and where the money went.",
        ["/Expenses/Reports/Index"] = "The report of each month as a PDF or a spreadsheet. Close a month when its bills are complete.",
        ["/Loans/Index"] = "What you lend to another floor or borrow from it, and when it comes back.",
        ["/Fines/Index"] = "Fines, what they are for, and whether they are paid.",
        ["/People/Directory/Index"] = "Who lives here, in which room, and what they do for the pantry.",
        ["/Feedback/Ratings/Index"] = "Rate what you ate, and see how others liked it. Post ideas and vote for those of others.",
        ["/Requests/Index"] = "Say when you are away, or ask for another change. You get a notification with the decision.",
        ["/Notices/Announcements/Index"] = "News for everybody, shown until its last day.",
        ["/Administration/Audit/Index"] = "Who changed what, and when. You can filter it and download it.",
        ["/Administration/Jobs/Index"] = "Jobs that run at set times, such as reminders and reports. See whether they ran, or run one now.",
        ["/Administration/Outbox/Index"] = "Emails that were sent, and those that could not be sent.",
        ["/Administration/Floors/Index"] = "Each floor has its own pantry, with its own bills, menus and people.",
        ["/Administration/Settings/Index"] = "Your name, time zone, currency and words, the meals you serve, and how people sign in.",
        ["/Platform/Operations/Index"] = "How the installation is doing: backups, jobs, emails, errors.",
        ["/Platform/Audit"] = "What operators changed, and when.",
    };

    public static string? Of(string page) => Words.GetValueOrDefault(page);

    /// <summary>The mark of a page's paragraph on the help page: menus, people, administration-audit.</summary>
    public static string Mark(string page) =>
        string.Join('-', page.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "Index")).ToLowerInvariant();

    public static IReadOnlyList<HelpStep> FirstSteps(Role role) => role switch
    {
        Role.Admin =>
        [
            new("Check the settings", "Your time zone, currency, meals and words.", "/Administration/Settings/Index"),
            new("Add the floors", "One for each pantry.", "/Administration/Floors/Index"),
            new("Add people", "From a list, all at once, or one by one. Each of them gets a link.", "/People/Import/Index"),
            new("Choose the pantry heads", "The home page shows which floor has none. Open a person to change the role.",
                "/People/Directory/Index"),
            new("Watch the home page", "It shows what needs your attention on any floor.", "/Dashboard/Index"),
        ],
        Role.PantryHead =>
        [
            new("Add the rooms", "Then move in the people who cook together.", "/People/Rooms/Index"),
            new("Set the order of cooking", "Each day then has a room that cooks.", "/Menus/CookingTurns/Rota/Index"),
            new("Add dishes", "Begin with the common ones.", "/Menus/Dishes/Starters/Index"),
            new("Plan the first week", "Choose a dish for each day. You can notify the cooks.", "/Menus/Planner/Index"),
            new("Set a budget", "The home page then shows what is left.", "/Expenses/Budgets/Changing/Add"),
            new("Set the times for tea", "Then make a fair rota.", "/TeaTasks/Slots/Index"),
            new("Record the first bill", "Five items take half a minute.", "/Expenses/Bills/Recording/Record"),
        ],
        Role.TeaManager =>
        [
            new("Set the times for tea", "Days and hours at which tea is made.", "/TeaTasks/Slots/Index"),
            new("Make a rota", "It shares tea fairly. People see it when you publish it.", "/TeaTasks/Planning/Make"),
            new("Confirm who made tea", "Once a week is enough.", "/TeaTasks/Duties/Managing/Confirmation"),
        ],
        Role.Operator =>
        [
            new("Add a residence", "Its first admin gets a link.", "/Platform/Tenants/NewTenant"),
            new("Look after the installation", "Backups, jobs, emails and errors on one page.", "/Platform/Operations/Index"),
        ],
        _ =>
        [
            new("Complete your profile", "Your name and phone number.", "/Account/Profile/Index"),
            new("Choose your notifications", "What you get in the inbox, and what by email.", "/Notices/Preferences/Index"),
            new("See this week’s meals", "And when your room cooks.", "/Menus/Board/Index"),
            new("Rate what you ate", "One tap. It helps the next plan.", "/Feedback/Ratings/Index"),
            new("Say when you are away", "Then you get no tea turn, and the cooks know how many people eat.",
                "/Requests/Add") { Kind = Requests.AddRequestModel.Away },
        ],
    };
}

/// <param name="Page">Where it is done.</param>
public sealed record HelpStep(string What, string More, string Page)
{
    /// <summary>Of the things that the page does, the one to open it for; null where it does one.</summary>
    public string? Kind { get; init; }
}
