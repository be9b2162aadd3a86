using System.Globalization;
using AjsPantry.Features.Notices;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Jobs;

/// <summary>What the two reminders share: each duty reminds its person once of each, and nobody at an hour at which people sleep.</summary>
public abstract class TeaReminder(PantryDb db, Notify notify) : TenantJob
{
    /// <summary>Reminds whoever has an open duty on the day and whose time has come.</summary>
    /// <param name="part">The step of the news: evening or morning.</param>
    /// <param name="isDue">By the time at which the tea is to be ready.</param>
    /// <param name="words">today or tomorrow.</param>
    /// <returns>In words, how many were reminded.</returns>
    protected async Task<string> RemindAsync(
        DateOnly day, string part, Func<TimeOnly?, bool> isDue, string words, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var floor in await Open(day).Select(duty => duty.FloorId).Distinct().ToListAsync(cancellationToken))
        {
            // Held, so that whoever gives a tea away takes back what was said of it here.
            await using var turn = await db.BeginChangeOfTeaAsync(floor, cancellationToken);
            var duties = await Open(day).Where(duty => duty.FloorId == floor).Include(duty => duty.Slot).OrderBy(duty => duty.Id)
                .ToListAsync(cancellationToken);
            var news = duties.Where(duty => isDue(duty.Slot!.At)).Select(duty => News(duty, part, words)).ToList();
            told += (await notify.TellAllAsync(news, cancellationToken)).Count;
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
        }

        return told switch { 0 => "nobody to remind", 1 => "1 person reminded", _ => $"{told} people reminded" };
    }

    /// <summary>What somebody has still to make on the day.</summary>
    private IQueryable<TeaDuty> Open(DateOnly day) =>
        db.TeaDuties.AsNoTracking()
            .Where(duty => duty.Date == day && duty.MemberId != null
                && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted));

    private static NewsFor News(TeaDuty duty, string part, string words)
    {
        var at = duty.Slot!.At is { } time ? $", ready at {time:HH\\:mm}" : "";
        var news = new NoticeDraft(
            NoticeKind.Tea, new(duty.Id, part, $"{duty.MemberId}"), $"You make tea {words}: {duty.Slot.Name}",
            $"{Formats.Day(duty.Date, duty.Date.Year)}{at}. If you cannot, ask somebody to take over now.", $"/tea/duty/{duty.Id}");
        return new(news, [duty.MemberId!.Value]);
    }

    protected const string NotNow = "not at this hour";

    protected static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>At 20:00 reminds those who make tea tomorrow. What could not be said by 23:00 is left to the morning.</summary>
public sealed class RemindTeaTomorrow(PantryDb db, Notify notify, Scope scope) : TeaReminder(db, notify)
{
    private const int From = 20;
    private const int Until = 23;

    public override string Kind => "tea-evening";

    public override string Title => "Tea reminders in the evening";

    public override string Schedule => "Every day 20:00";

    public override string DuePeriod(DateTimeOffset local) => Iso(local.AddHours(-From).Date);

    public override DateTime NextRun(DateTimeOffset local) => local.AddHours(-From).Date.AddDays(1).AddHours(From);

    public override async Task<string> RunAsync(string period, CancellationToken cancellationToken)
    {
        var evening = InputParser.Day(period) ?? throw new ArgumentException("Not a day.", nameof(period));
        var now = scope.LocalNow;
        return DateOnly.FromDateTime(now.DateTime) == evening && now.Hour is >= From and < Until
            ? await RemindAsync(evening.AddDays(1), "evening", _ => true, "tomorrow", cancellationToken)
            : NotNow;
    }
}

/// <summary>
/// At each full hour of the day reminds those whose tea is to be ready in half an hour to an hour and a half; where no time is said, at
/// 06:00.
/// </summary>
public sealed class RemindTeaToday(PantryDb db, Notify notify, Scope scope) : TeaReminder(db, notify)
{
    private const int First = 4;
    private const int Last = 21;

    /// <summary>The least that a reminder leaves for boiling the water.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    /// <summary>When tea without a time of its own is reminded of; at noon it is too late for that.</summary>
    private static readonly TimeOnly Usual = new(6, 0);

    private static readonly TimeOnly Noon = new(12, 0);

    public override string Kind => "tea-morning";

    public override string Title => "Tea reminders on the day";

    public override string Schedule => "Every hour 04:00–21:00";

    public override string DuePeriod(DateTimeOffset local)
    {
        var hour = Math.Clamp(local.Hour, First - 1, Last);
        return hour < First ? $"{Iso(local.Date.AddDays(-1))}T{Last}" : $"{Iso(local.Date)}T{hour:00}";
    }

    public override DateTime NextRun(DateTimeOffset local) =>
        local.Hour < First ? local.Date.AddHours(First) : local.Hour >= Last ? local.Date.AddDays(1).AddHours(First)
            : local.Date.AddHours(local.Hour + 1);

    public override async Task<string> RunAsync(string period, CancellationToken cancellationToken)
    {
        var now = scope.LocalNow;
        var day = DateOnly.FromDateTime(now.DateTime);
        // A run that comes late speaks of the present hour, never of one that is past.
        return now.Hour is >= First and <= Last
            ? await RemindAsync(day, "morning", at => IsDue(at, TimeOnly.FromDateTime(now.DateTime)), "today", cancellationToken) : NotNow;
    }

    /// <summary>The last full hour that leaves half an hour has come, and the tea is still to come.</summary>
    public static bool IsDue(TimeOnly? at, TimeOnly now)
    {
        if (at is not { } tea)
            return now >= Usual && now < Noon;
        return now < tea && tea.Add(-Least).Hour <= now.Hour;
    }
}
