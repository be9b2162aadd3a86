using AjsPantry.Features.Expenses.Closing;
using AjsPantry.Features.Feedback;
using AjsPantry.Features.Feedback.Insight;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>Who looks after each floor, how far it has planned, how its meals are liked, and what waits; and with it what of the tenant failed. One command.</summary>
public sealed class FloorStatesQuery(PantryDb db)
{
    private const int DaysOfRating = 30;

    /// <param name="today">In the tenant's time zone.</param>
    /// <param name="since">Ratings of meals from this day on make the trend.</param>
    public Task<List<FloorState>> ReadAsync(DateOnly today, DateOnly since, CancellationToken cancellationToken)
    {
        var (last, lately, before) = (today.AddDays(6), today.AddDays(1 - DaysOfRating), today.AddDays(1 - today.Day).AddMonths(-1));
        var members = db.Members.Where(member => member.DeactivatedAt == null);
        var week = db.Menus.Where(menu => menu.CancelledAt == null && menu.Date >= today && menu.Date <= last);
        var leaves = db.LeaveDays.Where(leave => leave.Date >= today && leave.Date <= last);
        var stars = Stars(since, lately);
        var items = db.ShoppingItems.Where(item => item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned);
        var closings = db.MonthClosings.Where(closing => closing.Month == before && closing.State != ClosingState.Reopened);
        var requests = db.Requests.Where(request => request.State == RequestState.Open);
        var runs = db.JobRuns;
        var failed = runs.Where(run => run.State == JobState.Failed && !runs.Any(later => later.Kind == run.Kind && later.QueuedAt > run.QueuedAt));
        var back = db.OutboxMails.Where(mail => mail.SentAt == null && mail.Attempts >= MailDrain.MostTries);
        return db.Floors.AsNoTracking().Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number).Select(floor => new FloorState(
            floor.Id,
            members.Where(member => member.FloorId == floor.Id && member.Role == Role.PantryHead).OrderBy(member => member.Name).Select(member => member.Name == "" ? member.Number : member.Name).FirstOrDefault(),
            members.Count(member => member.FloorId == floor.Id),
            members.Count(member => member.FloorId == floor.Id && member.PasswordHash == null),
            week.Where(menu => menu.FloorId == floor.Id).Select(menu => menu.Date).Distinct().Count(),
            leaves.Count(leave => leave.FloorId == floor.Id && !week.Any(menu => menu.FloorId == floor.Id && menu.Date == leave.Date)),
            items.Count(item => item.FloorId == floor.Id),
            closings.Where(closing => closing.FloorId == floor.Id).Select(closing => (ClosingState?)closing.State).FirstOrDefault(),
            closings.Where(closing => closing.FloorId == floor.Id).Select(closing => (Guid?)closing.Id).FirstOrDefault(),
            requests.Count(request => request.FloorId == floor.Id && request.Member!.Role == Role.PantryHead),
            requests.Count(request => request.FloorId == floor.Id && request.Member!.Role != Role.PantryHead),
            failed.Select(run => run.Kind).Distinct().Count(),
            failed.OrderByDescending(run => run.QueuedAt).Select(run => run.Error).FirstOrDefault(),
            back.Count())
        {
            Months = stars.Where(month => month.FloorId == floor.Id).ToList(),
        }).ToListAsync(cancellationToken);
    }

    /// <summary>Of all floors at once, joined to them afterwards: asked of each floor, PostgreSQL would go through a year's ratings again for each.</summary>
    private IQueryable<FloorStars> Stars(DateOnly since, DateOnly lately) =>
        db.Ratings.Where(rating => rating.WithdrawnAt == null && rating.Menu!.CancelledAt == null && rating.Menu.Date >= since)
            .GroupBy(rating => new { rating.Menu!.FloorId, rating.Menu.Date.Year, rating.Menu.Date.Month })
            .Select(month => new FloorStars
            {
                FloorId = month.Key.FloorId,
                Year = month.Key.Year,
                Month = month.Key.Month,
                Sum = month.Sum(rating => rating.Stars),
                Count = month.Count(),
                LatelySum = month.Sum(rating => rating.Menu!.Date >= lately ? rating.Stars : 0),
                LatelyCount = month.Count(rating => rating.Menu!.Date >= lately),
            })
            // Changes no row; it keeps the floor's condition out of the grouping.
            .Distinct();
}

/// <summary>The stars of a floor in a month, and of them those of the last 30 days.</summary>
public sealed record FloorStars
{
    public required Guid FloorId { get; init; }

    public required int Year { get; init; }

    public required int Month { get; init; }

    public required int Sum { get; init; }

    public required int Count { get; init; }

    public required int LatelySum { get; init; }

    public required int LatelyCount { get; init; }
}

/// <param name="Head">The name of the pantry head; null where there is none.</param>
/// <param name="Invited">Of the people, those who have not opened their invitation.</param>
/// <param name="Planned">Of the next seven days, those with a menu.</param>
/// <param name="Leave">Of the next seven days, those on which nobody cooks.</param>
/// <param name="Items">Things to buy.</param>
/// <param name="Closing">How last month's books stand; null while they are open.</param>
/// <param name="HeadRequests">Open requests of the pantry head, which an admin decides.</param>
/// <param name="Requests">Open requests of others.</param>
/// <param name="FailedJobs">How many of the tenant's jobs failed the last time they ran; the same for every floor.</param>
/// <param name="JobError">What the latest of them said.</param>
/// <param name="MailsBack">How many of the tenant's mails the mail server refused for good.</param>
public sealed record FloorState(
    Guid Id, string? Head, int People, int Invited, int Planned, int Leave, int Items, ClosingState? Closing, Guid? ClosingId, int HeadRequests, int Requests,
    int FailedJobs, string? JobError, int MailsBack)
{
    /// <summary>Those without ratings are left out.</summary>
    public IReadOnlyList<FloorStars> Months { get; init; } = [];

    /// <summary>The stars of the last 30 days.</summary>
    public Score Score => new(Months.Sum(month => month.LatelySum), Months.Sum(month => month.LatelyCount));

    public IEnumerable<MonthStars> Stars => Months.Select(month => new MonthStars(month.Year, month.Month, month.Sum, month.Count));
}
