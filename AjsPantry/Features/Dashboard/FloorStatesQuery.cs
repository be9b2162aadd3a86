using AjsPantry.Features.Administration.Floors;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// Who looks after each floor, how far it has planned, how its meals are liked, and what waits; and with it what of the tenant failed. Two
/// commands.
/// </summary>
public sealed class FloorStatesQuery(PantryDb db)
{
    private const int DaysOfRating = 30;

    /// <param name="today">In the tenant's time zone.</param>
    /// <param name="since">Ratings of meals from this day on make the trend.</param>
    public async Task<List<FloorState>> ReadAsync(DateOnly today, DateOnly since, CancellationToken cancellationToken)
    {
        var last = today.AddDays(6);
        var lately = today.AddDays(1 - DaysOfRating);
        var before = today.AddDays(1 - today.Day).AddMonths(-1);
        var members = db.Members.Where(member => member.DeactivatedAt == null);
        var week = db.Menus.Where(menu => menu.CancelledAt == null && menu.Date >= today && menu.Date <= last);
        var leaves = db.LeaveDays.Where(leave => leave.Date >= today && leave.Date <= last);
        var off = DayOff.Between(db, today, last);
        var stars = Stars(since, lately);
        var items = db.ShoppingItems.Where(item => item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned);
        var closings = db.MonthClosings.Where(closing => closing.Month == before && closing.State != ClosingState.Reopened);
        var requests = db.Requests.Where(Request.Waits(today));
        var runs = db.JobRuns;
        var failed = runs.Where(run => run.State == JobState.Failed
            && !runs.Any(later => later.Kind == run.Kind && later.QueuedAt > run.QueuedAt));
        var back = db.OutboxMails.Where(mail => mail.SentAt == null && mail.Attempts >= MailDrain.MostTries);
        var floors = db.Floors.Where(floor => floor.ArchivedAt == null).Select(floor => new FloorState
        {
            Id = floor.Id,
            Head = members.Where(member => member.FloorId == floor.Id && member.Role == Role.PantryHead)
                .OrderBy(member => NameOrder.Of(member.Name)).Select(member => member.Name == "" ? member.Number : member.Name)
                    .FirstOrDefault(),
            People = members.Count(member => member.FloorId == floor.Id),
            Invited = members.Count(member => member.FloorId == floor.Id && member.PasswordHash == null),
            Items = items.Count(item => item.FloorId == floor.Id),
            Closing = closings.Where(closing => closing.FloorId == floor.Id).Select(closing => (ClosingState?)closing.State)
                .FirstOrDefault(),
            ClosingId = closings.Where(closing => closing.FloorId == floor.Id).Select(closing => (Guid?)closing.Id).FirstOrDefault(),
            HeadRequests = requests.Count(request => request.FloorId == floor.Id && request.Member!.Role == Role.PantryHead),
            Requests = requests.Count(request => request.FloorId == floor.Id && request.Member!.Role != Role.PantryHead),
            FailedJobs = failed.Select(run => run.Kind).Distinct().Count(),
            JobError = failed.OrderByDescending(run => run.QueuedAt).Select(run => run.Error).FirstOrDefault(),
            MailsBack = back.Count(),
        });
        // There are no more floors than numbers. Without a limit all of a floor would be counted again for each of its months.
        var rows = await floors.OrderBy(floor => floor.Id).Take(ChangeFloor.HighestNumber)
            .Select(floor => new { Floor = floor, Stars = stars.Where(part => part.FloorId == floor.Id).ToList() }).AsNoTracking()
                .ToListAsync(cancellationToken);
        var days = (await week.Select(menu => new { menu.FloorId, menu.Date, Planned = true })
            .Concat(leaves.Select(leave => new { leave.FloorId, leave.Date, Planned = false }))
            .Concat(off.Select(day => new { day.FloorId, day.Date, Planned = false })).Distinct().ToListAsync(cancellationToken))
            .ToLookup(day => (day.FloorId, day.Date), day => day.Planned ? PlannedDay.Planned : PlannedDay.Leave);
        return [.. rows.Select(row =>
            row.Floor with
            {
                Stars = row.Stars,
                Week = [.. Enumerable.Range(0, FloorState.DaysShown)
                    .Select(day => days[(row.Floor.Id, today.AddDays(day))].Append(PlannedDay.Open).Max())]
            })];
    }

    /// <summary>
    /// Of all floors at once, joined to them afterwards: asked of each floor, PostgreSQL would go through a year's ratings again for each.
    /// </summary>
    private IQueryable<FloorStars> Stars(DateOnly since, DateOnly lately) =>
        db.Ratings.Where(rating => rating.WithdrawnAt == null && rating.Menu!.CancelledAt == null && rating.Menu.Date >= since)
            // What is lately is part of the key: a sum with a condition on the menu would join again for each group.
            .GroupBy(rating => new
            {
                rating.Menu!.FloorId,
                rating.Menu.Date.Year,
                rating.Menu.Date.Month,
                Lately = rating.Menu.Date >= lately
            })
            .Select(month => new FloorStars
            {
                FloorId = month.Key.FloorId,
                Year = month.Key.Year,
                Month = month.Key.Month,
                Lately = month.Key.Lately,
                Sum = month.Sum(rating => rating.Stars),
                Count = month.Count(),
            })
            // Changes no row; it keeps the floor's condition out of the grouping.
            .Distinct();
}

/// <summary>The stars of a floor in a month: of its part in the last 30 days, or of the rest.</summary>
public sealed record FloorStars
{
    public required Guid FloorId { get; init; }

    public required int Year { get; init; }

    public required int Month { get; init; }

    /// <summary>In the last 30 days.</summary>
    public required bool Lately { get; init; }

    public required int Sum { get; init; }

    public required int Count { get; init; }
}

/// <summary>What a floor has for a day; the later ones stand above the earlier.</summary>
public enum PlannedDay
{
    Open,

    /// <summary>Nobody cooks, and there is a reason.</summary>
    Leave,

    /// <summary>There is a menu.</summary>
    Planned,
}

/// <summary>How a floor stands.</summary>
public sealed record FloorState
{
    public required Guid Id { get; init; }

    /// <summary>The name of the pantry head; null where there is none.</summary>
    public required string? Head { get; init; }

    public required int People { get; init; }

    /// <summary>Of the people, those who have not opened their invitation.</summary>
    public required int Invited { get; init; }

    /// <summary>How many days <see cref="Week"/> has.</summary>
    public const int DaysShown = 7;

    /// <summary>Today and the six days after it, in their order.</summary>
    public IReadOnlyList<PlannedDay> Week { get; init; } = [.. Enumerable.Repeat(PlannedDay.Open, DaysShown)];

    /// <summary>Of these, those with a menu.</summary>
    public int Planned => Week.Count(day => day == PlannedDay.Planned);

    /// <summary>Of these, those on which nobody cooks: somebody named them, or the rota leaves their weekday out.</summary>
    public int Leave => Week.Count(day => day == PlannedDay.Leave);

    /// <summary>Things to buy.</summary>
    public required int Items { get; init; }

    /// <summary>How last month's books stand; null while they are open.</summary>
    public required ClosingState? Closing { get; init; }

    public required Guid? ClosingId { get; init; }

    /// <summary>Open requests of the pantry head, which an admin decides.</summary>
    public required int HeadRequests { get; init; }

    /// <summary>Open requests of others.</summary>
    public required int Requests { get; init; }

    /// <summary>How many of the tenant's jobs failed the last time they ran; the same for every floor.</summary>
    public required int FailedJobs { get; init; }

    /// <summary>What the latest of them said.</summary>
    public required string? JobError { get; init; }

    /// <summary>How many of the tenant's mails the mail server refused for good.</summary>
    public required int MailsBack { get; init; }

    /// <summary>Months without ratings are left out.</summary>
    public IReadOnlyList<FloorStars> Stars { get; init; } = [];

    /// <summary>The stars of the last 30 days.</summary>
    public Score Score =>
        new(Stars.Where(part => part.Lately).Sum(part => part.Sum), Stars.Where(part => part.Lately).Sum(part => part.Count));

    public IEnumerable<MonthStars> Months => Stars.Select(part => new MonthStars(part.Year, part.Month, part.Sum, part.Count));
}
