using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Whatever day or number stands in an address, the page answers: it shows something, finds nothing, or says what is wrong.
/// </summary>
public sealed class AddressSweepTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>The furthest day, month and number of each end, at which reckoning goes wrong first.</summary>
    private static readonly string[] Ends = ["0001-01-01", "9999-12-31", "0001-01", "9999-12", "-2147483648", "2147483647"];

    /// <summary>One page of each kind that reads the floor out of its address.</summary>
    private static readonly string[] WithFloor = ["/Dashboard/Index", "/Expenses/Index", "/People/Directory/Index", "/Menus/Board/All",
        "/Menus/Dishes/Library/Index"];

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
    private async Task<IReadOnlyList<string>> NamesAsync(SweptPage page)
    {
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page.Descriptor, EndpointMetadataCollection.Empty);
        var ofModel = compiled.BoundProperties
            .Where(bound => Property(bound)?.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true);
        // What a page does around its handlers is called On… as well.
        var ofHandlers = compiled.HandlerMethods
            .Where(handler => HttpMethods.IsGet(handler.HttpMethod) || HttpMethods.IsPost(handler.HttpMethod))
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
