namespace AjsPantry.Features.Shared.Homes;

/// <summary>Something that waits for the person.</summary>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="Page">Where it is done.</param>
/// <param name="Button">What the button there says.</param>
public sealed record ToDo(ToDoOrder Order, string Icon, string What, string More, string Page, string Button)
{
    /// <summary>For pages of one month.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>For pages of one day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>For pages of one thing.</summary>
    public Guid? Id { get; init; }

    /// <summary>For pages of one floor, where the person has several: its number.</summary>
    public int? Floor { get; init; }

    /// <summary>For adding a person: the role that is missing.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// For what several floors share: <see cref="What"/> in pieces, those that name a floor with its number. Otherwise empty.
    /// </summary>
    public IReadOnlyList<(string Words, int? Floor)> Pieces { get; init; } = [];

    /// <summary>2 requests.</summary>
    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    /// <summary>Two, where a sentence begins with it.</summary>
    public static string InWords(int count) => count < Numbers.Length ? Numbers[count] : $"{count}";
}

/// <summary>
/// What comes before what: what people would miss today or tomorrow, whom others wait for, money, and the rest. First what waits for a
/// pantry head, then what all floors have for an admin.
/// </summary>
public enum ToDoOrder
{
    NobodyMakesTea,
    NobodyCooks,
    NoMealSoon,
    Requests,

    /// <summary>A day without a meal that is far off waits longer than a person does.</summary>
    NoMealLater,
    Budget,
    LastMonth,
    Suggestions,
    TeaToConfirm,
    Loans,

    NoHead,
    OverBudget,
    NearBudget,
    FailedJobs,
    MailsBack,
    RequestsOfHeads,
    RequestsWithoutHead,
    MonthsToConfirm,
    MissingReports,
    OldReports,
    MonthsToClose,
    FewMeals,
}
