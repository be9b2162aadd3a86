using System.Linq.Expressions;
using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>
/// What the rest of the application needs to know of a tenant: its name, its clock, its way of writing amounts and its words.
/// </summary>
/// <param name="RoomWord">What people here call a room, capitalised.</param>
/// <param name="FloorWord">What people here call a floor, capitalised.</param>
/// <param name="Meals">The meals served; breakfast alone where nothing is said.</param>
/// <param name="ShowsHijri">Days are written with their Hijri date too.</param>
/// <param name="Honorifics">Words before a name that are no part of it, such as Mr.</param>
/// <param name="DayLabels">What each weekday is called for, Sunday first; empty or null where nobody uses it.</param>
public sealed partial record TenantView(Guid Id, string Name, string TimeZone, string Culture, string Currency, string RoomWord = "Room",
    string FloorWord = "Floor", string[]? Meals = null, bool ShowsHijri = false, string[]? DayLabels = null, string[]? Honorifics = null)
{
    /// <summary>Translated to SQL: <c>db.Tenants.Select(TenantView.Of)</c>.</summary>
    public static readonly Expression<Func<Tenant, TenantView>> Of =
        tenant =>
            new TenantView(tenant.Id, tenant.Name, tenant.TimeZone, tenant.Culture, tenant.Currency, tenant.RoomWord, tenant.FloorWord,
                tenant.Meals, tenant.ShowsHijri, tenant.DayLabels, tenant.Honorifics);

    public Formats Formats { get; } = new(Culture, Currency);

    /// <summary>The meals served, in the order of the day.</summary>
    public IReadOnlyList<string> MealsOfTheDay { get; } = Meals ?? ["breakfast"];

    /// <summary>The word for a room inside a sentence.</summary>
    public string Room => RoomWord.ToLowerInvariant();

    /// <summary>Several of them: rooms.</summary>
    public string Rooms => Room + "s";

    /// <summary>The word for a floor inside a sentence.</summary>
    public string Floor => FloorWord.ToLowerInvariant();

    /// <summary>A sentence of ours in the tenant's own words for a floor and a room.</summary>
    public string InWords(string sentence) => FloorWord == "Floor" && RoomWord == "Room" ? sentence
        : Places().Replace(sentence, place => place.Value switch { "Floor" => FloorWord, "floor" => Floor, "Room" => RoomWord, _ => Room });

    /// <summary>What a person is called in a sentence.</summary>
    public string ShortName(string name) => ShortNames.Of(name, Honorifics ?? []);

    /// <summary>What people are called side by side: short, and nobody like another.</summary>
    public IReadOnlyDictionary<Guid, string> NamesApart(IEnumerable<(Guid Id, string Name)> people) =>
        ShortNames.Of(people, Honorifics ?? []);

    /// <summary>The letters in a person's circle.</summary>
    public string Initials(string name) => ShortNames.Initials(name, Honorifics ?? []);

    /// <summary>The instant on the tenant's wall clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>Now on the tenant's wall clock.</summary>
    public DateTimeOffset Now(TimeProvider clock) => Local(clock.GetUtcNow());

    /// <summary>The tenant's present day, whatever day it is where the server stands.</summary>
    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Now(clock).DateTime);

    [GeneratedRegex(@"\b(?:[Ff]loor|[Rr]oom)(?=s?\b)")]
    private static partial Regex Places();

    /// <summary>What a day is called for, such as bread; null when nothing is.</summary>
    public string? LabelOf(DateOnly day) =>
        DayLabels is { Length: 7 } labels && labels[(int)day.DayOfWeek] is { Length: > 0 } label ? label : null;

    /// <summary>The instant at which a day begins here. Where clocks are put forward at midnight it begins an hour later.</summary>
    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>
    /// The instant of a time of day here. A time that clocks leave out when they are put forward is an hour later; one that comes twice is
    /// the second.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var local = day.ToDateTime(time);
        return new(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone));
    }
}
