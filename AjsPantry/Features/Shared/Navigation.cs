using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Features.Shared;

/// <summary>Where a person can go. The side bar shows all of it, a phone's tab bar the first four and the account.</summary>
public static class Navigation
{
    private static readonly NavEntry[] All =
    [
        new("/Dashboard/Index", "house-door", "Home", Permission.ViewHome, 0),
        new("/Expenses/Index", "wallet2", "Expenses", Permission.ViewExpenses, 1),
        new("/Expenses/Reports", "file-earmark-text", "Reports", Permission.MakeReports, 1),
        new("/People/Index", "people", "People", Permission.ViewPeople, 2),
        new("/Administration/Jobs", "arrow-repeat", "Background jobs", Permission.RunJobs, 3),
    ];

    public static IReadOnlyList<NavEntry> For(SignedIn person) => [.. All.Where(entry => person.May(entry.Permission))];
}

/// <param name="Page">The page it leads to.</param>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="Group">Entries of one group stand together.</param>
public sealed record NavEntry(string Page, string Icon, string Text, Permission Permission, int Group);
