using AjsPantry.Features.Shared.Homes;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>What comes to the table next, in the note at the top of a home page.</summary>
internal static class MealsNote
{
    public static void Add(Home home, MealsWeek week)
    {
        var next = week.Next;
        if (next is [var first, ..])
        {
            home.Answers.Add(new(NoteOrder.Meal, first.Words));
            home.Actions.Add(new(NoteOrder.Meal, [new("See the meal", "/Menus/Board/Meal", first.Id)]));
        }

        if (home.IsHeads)
            home.Lines.Add(new(NoteOrder.Meal, () => ForHead(week, next)));
        else if (next.Count > 0)
            home.Lines.Add(new(NoteOrder.Meal, () => ForMember(home, next)));
    }

    private static IReadOnlyList<Piece> ForHead(MealsWeek week, IReadOnlyList<HomeMeal> next)
    {
        if (next is not [var meal, ..])
            return [Nothing(week.Home, week.First)];
        IReadOnlyList<Piece> cook = meal.Cook is null ? [] : [" from ", Piece.Typed(meal.Cook)];
        return [Piece.Typed(meal.Words), $" {week.Home.Near(meal.Date)}", .. cook, "."];
    }

    /// <summary>Names the dish where the page answers with something else.</summary>
    private static IReadOnlyList<Piece> ForMember(Home home, IReadOnlyList<HomeMeal> next)
    {
        var meal = next[0];
        IReadOnlyList<Piece> dish = home.Answers.MinBy(answer => answer.Order)!.Order == NoteOrder.Meal ? []
            : [": ", Piece.Typed(meal.Words)];
        IReadOnlyList<Piece> cook = meal.Cook is null ? [] : [", cooked by ", Piece.Typed(meal.Cook)];
        return
        [
            $"{MenuWords.Meal(meal.Meal)} {home.Near(meal.Date)}", .. dish, .. cook,
            next.Count > 1 ? $", and {ToDo.Count(next.Count - 1, "more meal")} after it." : ".",
        ];
    }

    private static string Nothing(Home home, HomeDay day) =>
        day.Leave is null ? $"Nothing is planned for {home.Near(day.Date)}." : $"No cooking {home.Near(day.Date)}.";
}
