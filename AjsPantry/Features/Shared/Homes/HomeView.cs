using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>A home page while the features fill it: who looks, on which day, and what is there until now.</summary>
/// <param name="today">In the tenant's time zone.</param>
/// <param name="cache">Answers what has not changed since it was asked.</param>
public abstract class HomeView(SignedIn person, DateOnly today, ReadCache cache)
{
    public ReadCache Cache => cache;

    public SignedIn Person => person;

    public TenantView Tenant => person.Tenant;

    public Formats Formats => person.Tenant.Formats;

    public DateOnly Today => today;

    /// <summary>Writes an instant: today 06:30, or Sun 22 Nov 06:30.</summary>
    public required Func<DateTimeOffset, string> Moment { get; init; }

    public List<HomeCard> Cards { get; } = [];

    public List<ToDo> ToDos { get; } = [];

    /// <summary>What waits, the most urgent first.</summary>
    public IReadOnlyList<ToDo> ToDosInOrder => [.. ToDos.OrderBy(toDo => toDo.Order)];

    /// <summary>Sun 22 Nov, with the year when it is not this one.</summary>
    public string Day(DateOnly day) => Formats.Day(day, today.Year);
}
