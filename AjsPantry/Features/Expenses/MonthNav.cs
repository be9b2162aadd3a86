namespace AjsPantry.Features.Expenses;

/// <summary>The month that a page shows and the pages beside it.</summary>
/// <param name="Page">The page that shows months, such as /Expenses/Index.</param>
public sealed record MonthNav(string Page, DateOnly Month, DateOnly Today);
