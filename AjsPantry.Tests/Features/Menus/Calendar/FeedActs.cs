using AjsPantry.Tests.Features.People;
using Ical.Net.CalendarComponents;

namespace AjsPantry.Tests.Features.Menus.Calendar;

internal static class FeedActs
{
    public const string Page = "/calendar/feed";

    public static async Task<string> LinkAsync(this PeopleApp app, Person person) =>
        PathOf(await (await (await app.SignInAsync(person)).GetAsync(Page)).SubmitAsync([]));

    public static string PathOf(WebPage made) => new Uri(made.Document.QuerySelector("#link")!.TextContent.Trim()).PathAndQuery;

    public static async Task<IReadOnlyList<CalendarEvent>> ReadAsync(this PeopleApp app, string link) =>
        Read(await app.Visit().Client.GetStringAsync(link));

    public static IReadOnlyList<CalendarEvent> Read(string text) => [.. Ical.Net.Calendar.Load(text)!.Events];
}
