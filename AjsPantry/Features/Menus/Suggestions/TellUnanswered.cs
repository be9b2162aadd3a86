using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>The morning after its day, tells who suggested a meal that nobody answered. Nothing waits for the heads any more.</summary>
public sealed class TellUnanswered(PantryDb db, Notify notify) : DailyJob(hour: 9)
{
    /// <summary>How long a server may have been down; of what is older nobody wants to hear.</summary>
    private const int DaysBack = 7;

    public override string Kind => "unanswered-suggestions";

    public override string Title => "Suggestions without an answer";

    protected override async Task<string> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var first = today.AddDays(-DaysBack);
        var over = await db.MealSuggestions.Where(MealSuggestion.Waits(first)).Where(wish => wish.Date < today)
            .OrderBy(wish => wish.Date).ThenBy(wish => wish.Id).ToListAsync(cancellationToken);
        await notify.WithdrawAsync([.. over.Select(wish => wish.Id)], "asked", cancellationToken);
        var told = (await notify.TellAllAsync([.. over.Select(wish => News(wish, today))], cancellationToken)).Count;
        await db.SaveChangesAsync(cancellationToken);
        return told switch { 0 => "nothing to tell", 1 => "1 person told", _ => $"{told} people told" };
    }

    private static NewsFor News(MealSuggestion wish, DateOnly today)
    {
        var title = $"Nobody answered your suggestion {wish.Dish}";
        var text = $"Its day, {Formats.Day(wish.Date, today.Year)}, is over. You can suggest it again for another day.";
        var news = new NoticeDraft(NoticeKind.Suggestion, new(wish.Id, "unanswered"), title, text, $"/menus/suggestions/{wish.Id}");
        return new(news, [wish.MemberId]);
    }
}
