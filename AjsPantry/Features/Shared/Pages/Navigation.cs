using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Shared.Pages;

/// <summary>Where a person can go. The side bar shows all of it, a phone's tab bar four places and the page with the rest.</summary>
public static class Navigation
{
    /// <summary>Shows how much is new in the side bar, and stands as a bell in the top bar of phones.</summary>
    public const string Inbox = "/Notices/Inbox/Index";

    /// <summary>The page that shows a phone what its tab bar does not.</summary>
    public const string MorePage = "/Account/More";

    public const string Help = "/Help/Index";

    private const string Account = "/Account/Index";

    /// <summary>What is written above a group in the side bar; nothing above the first.</summary>
    private static readonly string[] Groups = ["", "Meals and tea", "Shopping and money", "Community", "Administration"];

    private static readonly NavEntry[] All =
    [
        new("/Dashboard/Index", "house-door", "Home", Permission.ViewHome, 0),
        new("/Search/Index", "search", "Search", Permission.Search, 0, AtHand: false),
        new(Inbox, "inbox", "Inbox", Permission.ReadNotices, 0, AtHand: false, Feature: "/Notices/"),
        new("/Menus/Board/Index", "fork-knife", "Menus", Permission.ViewMenus, 1, Feature: "/Menus/"),
        new("/TeaTasks/Month/Index", "cup-hot", "Tea rota", Permission.ViewTea, 1, "Tea", Feature: "/TeaTasks/"),
        new("/Menus/Calendar/Index", "calendar3", "Calendar", Permission.ViewMenus, 1, AtHand: false),
        new("/Procurement/List/Index", "basket", "Shopping", Permission.ViewShopping, 2, Feature: "/Procurement/"),
        new("/Expenses/Index", "wallet2", "Expenses", Permission.ViewExpenses, 2),
        new("/Expenses/Reports/Index", "file-earmark-text", "Reports", Permission.MakeReports, 2),
        new("/Loans/Index", "arrow-left-right", "Lending", Permission.ManageLoans, 2, AtHand: false),
        new("/Fines/Index", "cash-coin", "Fines", Permission.ViewFines, 2, AtHand: false),
        new("/People/Directory/Index", "people", "People", Permission.ViewPeople, 3, Feature: "/People/"),
        new("/Feedback/Ratings/Index", "star-fill", "Ratings and ideas", Permission.ViewFeedback, 3, "Ratings", Feature: "/Feedback/"),
        new("/Requests/Index", "person-dash", "Requests", Permission.ViewRequests, 3),
        new("/Notices/Announcements/Index", "megaphone", "Announcements", Permission.ReadNotices, 3),
        new("/Administration/Audit/Index", "journal-text", "Audit trail", Permission.ViewAudit, 4, "Audit"),
        new("/Administration/Jobs/Index", "arrow-repeat", "Background jobs", Permission.RunJobs, 4, "Jobs"),
        new("/Administration/Outbox/Index", "send", "Email", Permission.RunJobs, 4),
        new("/Administration/Floors/Index", "buildings", "Floors", Permission.ManageTenant, 4),
        new("/Administration/Settings/Index", "gear", "Settings", Permission.ManageTenant, 4),
        new("/Platform/Operations/Index", "speedometer2", "Operations", Permission.OperatePlatform, 4),
        new("/Platform/Audit", "journal-text", "Audit trail", Permission.OperatePlatform, 4, "Audit"),
    ];

    private const int MostTabs = 4;

    public static IReadOnlyList<NavEntry> For(SignedIn person) => [.. All.Where(entry => person.May(entry.Permission))];

    /// <summary>
    /// What a phone shows at hand. Those who look after people need them more often than the reports, which heads make, and do not shop;
    /// those who keep the books need these more often than tea.
    /// </summary>
    public static IReadOnlyList<NavEntry> Tabs(SignedIn person) =>
        [.. For(person).Where(entry => entry.AtHand)
            .Where(entry => entry.Permission is not (Permission.MakeReports or Permission.ViewShopping)
                || !person.May(Permission.ManageMembers))
            .Where(entry => entry.Permission != Permission.ViewTea || !person.May(Permission.MakeReports)).Take(MostTabs)];

    /// <summary>
    /// The entry that lights up on a page: its own, or that of the feature to which the page belongs; null for pages of the account.
    /// </summary>
    public static NavEntry? Current(IReadOnlyList<NavEntry> entries, string? page) =>
        entries.FirstOrDefault(entry => entry.Page == page)
        ?? entries.Where(entry => page?.StartsWith(entry.Folder, StringComparison.Ordinal) == true).MaxBy(entry => entry.Folder.Length);

    public static bool IsAccount(string? page) =>
        page?.StartsWith(Account[..^"Index".Length], StringComparison.Ordinal) == true && page != MorePage;

    /// <summary>What stands above the entries of a group.</summary>
    public static string Heading(int group) => Groups[group];

    /// <summary>What a phone shows behind its last tab.</summary>
    public static IReadOnlyList<NavEntry> More(SignedIn person) => [.. For(person).Except(Tabs(person))];
}

/// <param name="Page">The page it leads to.</param>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="Group">Entries of one group stand together.</param>
/// <param name="Tab">One word for the tab bar, where the text would take two lines.</param>
/// <param name="Feature">Where all pages of its feature are, when its own page stands deeper.</param>
/// <param name="AtHand">False for what a phone never shows in its tab bar, because another place leads there.</param>
public sealed record NavEntry(
    string Page, string Icon, string Text, Permission Permission, int Group, string? Tab = null, bool AtHand = true, string? Feature = null)
{
    /// <summary>Where the pages of the same feature are; pages that share their folder with other entries have none.</summary>
    public string Folder => Feature ?? (Page.EndsWith("/Index", StringComparison.Ordinal) ? Page[..^"Index".Length] : Page);
}
