namespace AjsPantry.Features.Notices;

/// <summary>Kinds of news as people read them.</summary>
public static class NoticeWords
{
    /// <summary>As a heading of its own: Cooking turns.</summary>
    public static string Words(this NoticeKind kind) => kind switch
    {
        NoticeKind.CookingTurn => "Cooking turns",
        NoticeKind.Meal => "Meals",
        NoticeKind.Swap => "Swaps",
        NoticeKind.Suggestion => "Meal suggestions",
        NoticeKind.Tea => "Tea",
        NoticeKind.Request => "Requests",
        NoticeKind.Announcement => "Announcements",
        NoticeKind.Shopping => "Shopping",
        NoticeKind.Expenses => "Budgets and expenses",
        NoticeKind.Loan => "Lending",
        NoticeKind.Fine => "Fines",
        NoticeKind.Idea => "Ideas and ratings",
        NoticeKind.Files => "Space for files",
        NoticeKind.Operations => "The installation",
        NoticeKind.Account => "Your sign-in",
        _ => "Events",
    };

    /// <summary>What is told under the heading.</summary>
    public static string Help(this NoticeKind kind) => kind switch
    {
        NoticeKind.CookingTurn => "Your turn is coming, or changes",
        NoticeKind.Meal => "A meal that concerns you is planned, changed or cancelled",
        NoticeKind.Swap => "Somebody asks you to swap cooking days or to take over tea, or answers you",
        NoticeKind.Suggestion => "A dish is suggested, or yours is answered",
        NoticeKind.Tea => "Your tea turn is coming, or changes",
        NoticeKind.Request => "Somebody asks for something, or your request is decided",
        NoticeKind.Announcement => "News from your pantry head or an admin",
        NoticeKind.Shopping => "You are asked to buy something",
        NoticeKind.Expenses => "A budget runs low, or a month is closed",
        NoticeKind.Loan => "Something is lent, due or given back",
        NoticeKind.Fine => "You are fined, or a fine is settled",
        NoticeKind.Idea => "Your idea or rating, or an idea you voted for, gets an answer",
        NoticeKind.Files => "Little space is left for photos and receipts",
        NoticeKind.Operations => "A problem with the installation starts or ends",
        NoticeKind.Account => "Your password, email or two-step sign-in changes",
        _ => "An event is coming, or is cancelled",
    };

    /// <summary>A name from icons.txt.</summary>
    public static string Icon(this NoticeKind kind) => kind switch
    {
        NoticeKind.CookingTurn => "arrow-repeat",
        NoticeKind.Meal => "fork-knife",
        NoticeKind.Swap => "arrow-left-right",
        NoticeKind.Suggestion => "lightbulb",
        NoticeKind.Tea => "cup-hot",
        NoticeKind.Request => "person-dash",
        NoticeKind.Announcement => "megaphone",
        NoticeKind.Shopping => "basket",
        NoticeKind.Expenses => "wallet2",
        NoticeKind.Loan => "box-arrow-up-right",
        NoticeKind.Fine => "cash-coin",
        NoticeKind.Idea => "lightbulb",
        NoticeKind.Files => "camera",
        NoticeKind.Operations => "speedometer2",
        NoticeKind.Account => "shield-lock",
        _ => "calendar-event",
    };
}
