using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Whatever stands in an address, the page answers. What it cannot mean is not found; a page past the end of a list is its last one; the
/// words that people type are looked for, or told at their field.
/// </summary>
public sealed class AddressSweepTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>The furthest day, month and number of each end, at which reckoning goes wrong first.</summary>
    private static readonly string[] Ends = ["0001-01-01", "9999-12-31", "0001-01", "9999-12", "-2147483648", "2147483647"];

    /// <summary>One page of each kind that reads the floor out of its address.</summary>
    private static readonly string[] WithFloor = ["/Dashboard/Index", "/Expenses/Index", "/People/Directory/Index", "/Menus/Board/All",
        "/Menus/Dishes/Library/Index"];

    /// <summary>What nothing in an address can mean.</summary>
    private const string Junk = "xyz";

    /// <summary>Words that people type into forms that fill the address: they are looked for as they are.</summary>
    private static readonly string[] Typed = ["q", "search", "title", "item", "who", "reason", "for", "input.name", "input.dish"];

    /// <summary>What is on or off, or says where to go on: off, and nowhere, where it means nothing.</summary>
    private static readonly string[] OnOrOff = ["all", "ask", "away", "earlier", "moved", "returnurl", "save", "small"];

    /// <summary>
    /// Pages with what their addresses may say besides: what fills a form beforehand and is left empty, what a trail is searched for, what
    /// is told at its field, and a floor that is kept for others or that a person's own home does not ask for.
    /// </summary>
    private static readonly Dictionary<string, string[]> Lenient = new()
    {
        ["/Administration/Audit/AuditDownload"] = ["kind", "thing"],
        ["/Administration/Audit/Index"] = ["kind", "thing", "from", "to"],
        ["/Dashboard/Index"] = ["floor"],
        ["/Expenses/Bills/Recording/Record"] = ["items"],
        ["/Expenses/Reports/Custom/Bills"] = ["from", "until", "budget"],
        ["/Feedback/Ideas/Add"] = ["dish"],
        ["/Feedback/Ratings/Rate"] = ["from"],
        ["/Menus/Dishes/Library/Index"] = ["floor"],
        ["/Menus/Events/Add"] = ["day"],
        ["/Menus/Meals/Add"] = ["day", "idea", "meal"],
        ["/Menus/Meals/Edit"] = ["idea"],
        ["/Menus/Suggestions/Add"] = ["day"],
        ["/People/Directory/Add"] = ["role"],
        ["/People/Roles/ChangeRole"] = ["role"],
        ["/Platform/Audit"] = ["kind", "thing", "from", "to"],
        ["/Platform/AuditDownload"] = ["kind", "thing"],
        ["/Requests/Add"] = ["kind"],
        ["/TeaTasks/Duties/Managing/Add"] = ["day"],
        ["/TeaTasks/Planning/Make"] = ["day"],
    };

    public static TheoryData<string> Features => [.. SiteMap.Table.Keys.Select(page => page.Split('/')[1]).Distinct()];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Every_page_and_form_answers_at_both_ends_of_what_its_address_can_say(string feature)
    {
        var things = await Things.MakeAsync(app);
        var pages = app.Pages();
        var seeded = await TestServer.SnapshotAsync(app.Database);
        List<string> failures = [];
        foreach (var (name, stop) in SiteMap.Table.Where(stop => stop.Key.StartsWith($"/{feature}/", StringComparison.Ordinal)))
        {
            var values = await NamesAsync(pages[name]);
            if (SweepVisitors.ReaderOf(name) is { } who && (values.Count > 0 || InRoute(pages[name]).Any()))
                await SweepAsync(pages[name], stop.Address(pages[name], things, who == "admin"), await app.AsAsync(who), values, failures);
        }

        TestServer.Reset(app.Database, seeded);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public async Task What_an_address_cannot_mean_is_not_found(string feature)
    {
        var things = await Things.MakeAsync(app);
        var pages = app.Pages();
        List<string> failures = [];
        foreach (var (name, stop) in SiteMap.Table.Where(stop => stop.Key.StartsWith($"/{feature}/", StringComparison.Ordinal)))
        {
            if (SweepVisitors.ReaderOf(name) is not { } who)
                continue;
            var visitor = await app.AsAsync(who);
            var address = stop.Address(pages[name], things, who == "admin");
            var lenient = Typed.Concat(OnOrOff).Concat(Lenient.GetValueOrDefault(name, []));
            foreach (var value in (await NamesAsync(pages[name], HttpMethods.IsGet)).Except(lenient, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var (junk, status) in MeaningsOf(value))
                {
                    var answer = await visitor.GetAsync(With(address, value, junk));
                    if (answer.Status != status)
                        failures.Add($"{With(address, value, junk)}: {answer.Status} instead of {status}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>What a value may be told, each with what the page answers.</summary>
    private static IEnumerable<(string Junk, int Status)> MeaningsOf(string value) => value.ToLowerInvariant() switch
    {
        "p" or "page-number" => [(Junk, 404), ("0", 404), ("-1", 404), ("1.5", 404), ("99999", 200)],
        "floor" => [(Junk, 404), ("0", 404), ("-1", 404), ("77", 404)],
        _ => [(Junk, 404)],
    };

    private async Task SweepAsync(SweptPage page, string address, Visitor visitor, IReadOnlyList<string> values, List<string> failures)
    {
        var shown = values.SelectMany(value => EndsOf(value).Select(end => With(address, value, end)));
        foreach (var path in shown.Concat(Together(address, values)).Concat(InRoute(page)))
        {
            if (await visitor.GetAsync(path) is { Status: >= 500 } answer)
                failures.Add($"{path}: {answer.Status}");
        }

        var handlers = values.Count == 0 ? [] : await app.PostHandlersAsync(page);
        if (handlers.Count == 0)
            return;
        var token = new Dictionary<string, string> { ["__RequestVerificationToken"] = await visitor.TokenAsync() };
        foreach (var handler in handlers)
        {
            foreach (var path in Together(handler is null ? address : With(address, "handler", handler), values))
            {
                if (await visitor.PostBlindlyAsync(path, token) is { Status: >= 500 } answer)
                    failures.Add($"POST {path}: {answer.Status}");
            }
        }
    }

    /// <summary>The address with all of the values at one end together.</summary>
    private static IEnumerable<string> Together(string address, IReadOnlyList<string> values) =>
        values.Count == 0 ? []
            : Enumerable.Range(0, 2).Select(end => values.Aggregate(address, (all, value) => With(all, value, EndsOf(value)[end])));

    /// <summary>Both ends of what a value of that name is.</summary>
    private static string[] EndsOf(string value) => value.ToLowerInvariant() switch
    {
        "p" or "page" or "floor" or "weeks" or "number" or "year" or "row" or "skip" or "count" => Ends[4..],
        var name when name.Contains("month", StringComparison.Ordinal) => Ends[2..4],
        _ => Ends[..2],
    };

    /// <summary>The address with each value of its path at each end. Ids are found or not.</summary>
    private static IEnumerable<string> InRoute(SweptPage page) =>
        page.Pattern.Parameters.Where(parameter => parameter.ParameterPolicies.All(policy => policy.Content != "guid"))
            .SelectMany(parameter => Ends.Select(end => page.Address(with: (parameter.Name, end))));

    /// <summary>
    /// The names of the values that the page takes from its address, read from its model and its handlers. Ids are not swept: they are
    /// found or not.
    /// </summary>
    private Task<IReadOnlyList<string>> NamesAsync(SweptPage page) =>
        NamesAsync(page, method => HttpMethods.IsGet(method) || HttpMethods.IsPost(method));

    /// <param name="methods">Those whose handlers are looked at.</param>
    private async Task<IReadOnlyList<string>> NamesAsync(SweptPage page, Func<string, bool> methods)
    {
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page.Descriptor, EndpointMetadataCollection.Empty);
        var ofModel = compiled.BoundProperties
            .Where(bound => Property(bound)?.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true);
        // What a page does around its handlers is called On… as well.
        var ofHandlers = compiled.HandlerMethods
            .Where(handler => methods(handler.HttpMethod))
            .SelectMany(handler => handler.Parameters);
        return
        [
            .. ofModel.Concat<ParameterDescriptor>(ofHandlers)
                .SelectMany(value => Names(value.BindingInfo?.BinderModelName ?? value.Name, value.ParameterType))
                .Concat(WithFloor.Contains(page.Name) ? ["floor"] : [])
                .Distinct(StringComparer.OrdinalIgnoreCase).Where(name => page.Pattern.GetParameter(name) is null),
        ];
    }

    private static PropertyInfo? Property(ParameterDescriptor bound) => (bound as PageBoundPropertyDescriptor)?.Property;

    /// <summary>A value's own name, or those of the parts that it is made of.</summary>
    private static IEnumerable<string> Names(string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Guid) || plain == typeof(CancellationToken) || typeof(IFormFile).IsAssignableFrom(plain))
            return [];
        if (plain.IsEnum || plain.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            return [name];
        // A filter's parts are named without its own name before them.
        return plain.GetProperties().Where(part => part.CanWrite).SelectMany(part => Names(NameOf(part), part.PropertyType));
    }

    private static string NameOf(PropertyInfo part) =>
        part.GetCustomAttributes().OfType<IModelNameProvider>().FirstOrDefault()?.Name ?? part.Name;

    /// <summary>The address with that value in its query, in the place of one that is there.</summary>
    private static string With(string address, string name, string value)
    {
        var parts = address.Split('?', 2);
        var kept = parts.Length < 2 ? []
            : parts[1].Split('&').Where(pair => !pair.StartsWith($"{name}=", StringComparison.OrdinalIgnoreCase));
        return $"{parts[0]}?{string.Join('&', kept.Append($"{name}={Uri.EscapeDataString(value)}"))}";
    }
}
