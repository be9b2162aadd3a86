using System.Globalization;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>The morning after its day, tells who suggested a meal that nobody answered. Nothing waits for the heads any more.</summary>
public sealed class TellUnanswered(PantryDb db, Notify notify) : TenantJob
{
    /// <summary>When people are up and have not begun their day.</summary>
    private const int Hour = 9;

    /// <summary>How long a server may have been down; of what is older nobody wants to hear.</summary>
    private const int DaysBack = 7;

    public override string Kind => "unanswered-suggestions";

    public override string Title => "Suggestions without an answer";

    public override string Schedule => "Every morning 09:00";

    public override string DuePeriod(DateTimeOffset local) => DateOnly.FromDateTime(local.AddHours(-Hour).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) => local.AddHours(-Hour).Date.AddDays(1).AddHours(Hour);

    public override async Task<string> RunAsync(TenantView tenant, string period, CancellationToken cancellationToken)
    {
        var today = Typed.Day(period) ?? throw new ArgumentException("Not a day.", nameof(period));
        var first = today.AddDays(-DaysBack);
        var over = await db.MealSuggestions.Where(MealSuggestion.Waits(first)).Where(wish => wish.Date < today).OrderBy(wish => wish.Date).ThenBy(wish => wish.Id).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var wish in over)
            told += await TellAsync(wish, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return told switch { 0 => "nothing to tell", 1 => "1 person told", _ => $"{told} people told" };
    }

    private async Task<int> TellAsync(MealSuggestion wish, DateOnly today, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(wish.Id, "asked", cancellationToken);
        var text = $"Its day, {Formats.Day(wish.Date, today.Year)}, is over. You can suggest it again for another day.";
        return await notify.TellAsync(new(NoticeKind.Suggestion, new(wish.Id, "unanswered"), $"Nobody answered your suggestion {wish.Dish}", text, $"/menus/suggestions/{wish.Id}"), [wish.MemberId], cancellationToken);
    }
}
