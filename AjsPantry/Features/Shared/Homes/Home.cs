using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Shared.Homes;

/// <summary>The home page of somebody who lives on a floor.</summary>
/// <param name="now">The time on the tenant's clock.</param>
/// <param name="cache">Answers what has not changed since it was asked.</param>
public sealed class Home(SignedIn person, FloorView floor, DateOnly today, TimeOnly now, ReadCache cache) : HomeView(person, today, cache)
{
    public FloorView Floor => floor;

    public TimeOnly Now => now;

    public DateOnly Tomorrow => Today.AddDays(1);

    /// <summary>The person looks after the floor; the page begins with what waits for them.</summary>
    public bool IsHeads { get; } = person.May(Permission.CloseMonths);

    /// <summary>The lines of cards that several features fill.</summary>
    public List<HomeRow> Rows { get; } = [];

    /// <summary>What the page may answer with, where nothing waits for the person.</summary>
    public List<NoteAnswer> Answers { get; } = [];

    public List<NoteLine> Lines { get; } = [];

    public List<NoteActions> Actions { get; } = [];

    /// <summary>The person's days of the coming week.</summary>
    public List<DayMark> Marks { get; } = [];

    /// <summary>The page of somebody of a floor in one sentence.</summary>
    public string Answer =>
        IsHeads && ToDos.Count > 0
            ? $"{(ToDos.Count == 1 ? "One thing needs" : $"{ToDo.InWords(ToDos.Count)} things need")} you, {Tenant.ShortName(Person.Name)}"
            : Answers.MinBy(answer => answer.Order)!.Words;

    /// <summary>The sentences below it that say something.</summary>
    public IReadOnlyList<IReadOnlyList<Piece>> LinesInOrder =>
        [.. Lines.OrderBy(line => line.Order).Select(line => line.Pieces()).Where(pieces => pieces.Count > 0)];

    /// <summary>The same, one after the other.</summary>
    public IEnumerable<Piece> LinesTogether =>
        LinesInOrder.SelectMany((line, index) => index == 0 ? line : line.Prepend(" "));

    /// <summary>Today, tomorrow, or the day with its date.</summary>
    public string Near(DateOnly day) =>
        day == Today ? "today" : day == Tomorrow ? "tomorrow" : day == Today.AddDays(-1) ? "yesterday" : Day(day);

    /// <summary>Today, tomorrow, or on Sun 22 Nov.</summary>
    public string On(DateOnly day) => day <= Tomorrow ? Near(day) : $"on {Day(day)}";
}
