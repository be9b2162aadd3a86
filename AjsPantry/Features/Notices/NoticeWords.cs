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
        NoticeKind.Expenses => "Budgets and books",
        NoticeKind.Loan => "Lending between floors",
        NoticeKind.Fine => "Fines",
        NoticeKind.Idea => "Ideas and ratings",
        NoticeKind.Operations => "The installation",
        _ => "Events",
    };

    /// <summary>What is told under the heading.</summary>
    public static string Help(this NoticeKind kind) => kind switch
    {
        NoticeKind.CookingTurn => "Your turn comes, or changes",
        NoticeKind.Meal => "A meal that concerns you is planned, changed or cancelled",
        NoticeKind.Swap => "Somebody asks to swap, or answers",
        NoticeKind.Suggestion => "A dish is suggested, or yours is answered",
        NoticeKind.Tea => "Your tea duty comes, or changes",
        NoticeKind.Request => "Somebody asks for something, or yours is decided",
        NoticeKind.Announcement => "What your pantry head or an admin announces",
        NoticeKind.Shopping => "Something is yours to buy",
        NoticeKind.Expenses => "A budget runs low, or a month is closed",
        NoticeKind.Loan => "Something is lent, due or given back",
        NoticeKind.Fine => "You are fined, or a fine is settled",
        NoticeKind.Idea => "An idea or a rating of yours, or an idea you voted for, is answered",
        NoticeKind.Operations => "Something of the installation needs a look, or is well again",
        _ => "A special day is coming, or is called off",
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
        NoticeKind.Operations => "speedometer2",
        _ => "calendar-event",
    };
}
