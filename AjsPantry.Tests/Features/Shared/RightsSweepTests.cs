using System.Collections.Concurrent;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>
/// Every page against every kind of visitor, those who were shut out while signed in among them. <see cref="PageRights"/> says which
/// permission each page asks for; a page that is not in it fails, so that nobody adds one without saying whom it is for.
/// </summary>
public sealed class RightsSweepTests(SweepApp app) : IClassFixture<SweepApp>
{
    public static TheoryData<string, string> EverybodyEverywhere => [.. from page in SweepApp.Named from who in SweepApp.Visitors select (page, who)];

    [Fact]
    public void Every_page_is_in_the_table_and_the_table_names_no_other() =>
        Assert.Equal(SweepApp.Named.Order(StringComparer.Ordinal), app.Pages.Select(page => page.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Whatever_is_not_a_page_is_known_too()
    {
        var others = app.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
            // Files that changed since they were built, which only a developer's machine has.
            && endpoint.RoutePattern.RawText != "{**path:file}").ToList();
        Assert.Equal(["/healthz", "/jobs/{**path}", "/readyz"], others.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
        Assert.All(others.Where(endpoint => endpoint.RoutePattern.RawText!.Contains("jobs", StringComparison.Ordinal)), endpoint =>
            Assert.Contains(endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy == nameof(Permission.OperatePlatform)));
    }

    [Theory]
    [MemberData(nameof(EverybodyEverywhere))]
    public async Task A_page_opens_for_those_it_is_for_and_for_nobody_else(string page, string who)
    {
        var visitor = await app.AsAsync(who);
        var answer = await visitor.GetAsync(app.Pages[page].Address());
        switch (SweepApp.Expect(page, who))
        {
            case Expected.SignIn:
                Assert.Equal(302, answer.Status);
                Assert.NotEqual("/", answer.Location);
                break;
            case Expected.Refused:
                Assert.Equal(403, answer.Status);
                break;
            default:
                // An id that nobody has is not found; a page without one shows, or leads to where the person belongs.
                Assert.Contains(answer.Status, app.Pages[page].HasParameters ? (int[])[404] : [200, 302]);
                Assert.DoesNotContain("/sign-in", answer.Location ?? "", StringComparison.Ordinal);
                break;
        }
    }
}

/// <summary>Operators know the ids of residences and may come to know others; none opens anything that a residence wrote.</summary>
public sealed class OperatorDoorsTests(SweepApp app) : IClassFixture<SweepApp>
{
    [Fact]
    public async Task Real_ids_of_a_residence_open_none_of_its_pages_to_an_operator()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var (member, room, floor) = (await app.IdAsync(Cast.Member), await app.NewRoomAsync("Behind the door"), await app.FloorAsync("North", 1));
        var pages = SweepApp.Named.Where(page => SweepApp.Expect(page, "operator") == Expected.Refused).ToList();
        Assert.Contains("/People/Member", pages);
        foreach (var page in pages)
        {
            foreach (var id in (Guid[])[member, room, floor.Id, Cast.TenantId("North")])
            {
                var address = app.Pages[page].Address(id);
                foreach (var query in (string[])["", $"?floor=1&id={id}", $"?tenant={Cast.TenantId("North")}"])
                    Assert.Contains((await visitor.GetAsync(address + query)).Status, (int[])[403, 404]);
                Assert.Contains((await visitor.PostAsync(address, new() { ["id"] = id.ToString() })).Status, (int[])[403, 404]);
            }
        }
    }
}

/// <summary>The same for every form: a valid token does not help those who have no right, and foreign ids find nothing.</summary>
public sealed class RightsSweepPostTests(SweepApp app) : IClassFixture<SweepApp>
{
    public static TheoryData<string, string> EverybodyEverywhere => RightsSweepTests.EverybodyEverywhere;

    [Theory]
    [MemberData(nameof(EverybodyEverywhere))]
    public async Task A_form_is_taken_from_those_it_is_for_and_from_nobody_else(string page, string who)
    {
        foreach (var handler in await app.PostHandlersAsync(page))
        {
            var visitor = await app.AsAsync(who, fresh: true);
            var address = app.Pages[page].Address() + (handler is null ? "" : $"?handler={handler}");
            var answer = await visitor.PostAsync(address, new() { ["id"] = Guid.NewGuid().ToString(), ["kind"] = "no-such-job" });
            switch (SweepApp.Expect(page, who))
            {
                case Expected.SignIn:
                    Assert.Equal(302, answer.Status);
                    break;
                case Expected.Refused:
                    Assert.Equal(403, answer.Status);
                    break;
                default:
                    Assert.Contains(answer.Status, app.Pages[page].HasParameters ? (int[])[404] : [200, 302, 400, 404]);
                    break;
            }
        }
    }
}

public enum Expected
{
    Opens,
    Refused,
    SignIn,
}

/// <summary>The application with everybody who may stand at its door, and its pages as the router knows them.</summary>
public sealed class SweepApp : PantryApp
{
    /// <summary>Our own pages; those of Identity's package have tests of their own.</summary>
    public static IEnumerable<string> Named => PageRights.Table.Keys.Where(page => page.StartsWith('/'));

    private static readonly Dictionary<string, Person> Roles = new()
    {
        ["member"] = Cast.Member,
        ["tea manager"] = Cast.TeaManager,
        ["pantry head"] = Cast.Head,
        ["admin"] = Cast.Admin,
        ["operator"] = Cast.Operator,
    };

    private readonly ConcurrentDictionary<string, Task<Visitor>> _lockedOut = new();
    private readonly Lazy<Dictionary<string, SweptPage>> _pages;

    public SweepApp() => _pages = new(() => PageEndpoints().DistinctBy(page => page.Name).ToDictionary(page => page.Name));

    /// <summary>Anonymous, every role, somebody who was switched off while signed in, and somebody whose tenant was suspended meanwhile.</summary>
    public static IEnumerable<string> Visitors => ["anonymous", "switched off", "suspended", .. Roles.Keys];

    public IEnumerable<RouteEndpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Our own pages by name, such as /Expenses/Record.</summary>
    public IReadOnlyDictionary<string, SweptPage> Pages => _pages.Value;

    public static Expected Expect(string page, string who) =>
        PageRights.Table[page].Permission is not { } permission ? Expected.Opens
        : !Roles.TryGetValue(who, out var person) ? Expected.SignIn
        : Rights.Of(person.Role).Contains(permission) ? Expected.Opens : Expected.Refused;

    public Task<Visitor> AsAsync(string who, bool fresh = false) => who switch
    {
        "anonymous" => Task.FromResult(Visit()),
        "switched off" => _lockedOut.GetOrAdd(who, _ => SwitchedOffAsync()),
        "suspended" => _lockedOut.GetOrAdd(who, _ => SuspendedAsync()),
        _ => SignInAsync(Roles[who], fresh),
    };

    /// <summary>The names of the page's POST handlers; null for the unnamed one.</summary>
    public async Task<IReadOnlyList<string?>> PostHandlersAsync(string page)
    {
        var compiled = await Services.GetRequiredService<PageLoader>().LoadAsync(Pages[page].Descriptor, EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post").Select(handler => handler.Name)];
    }

    private IEnumerable<SweptPage> PageEndpoints() =>
        from endpoint in Endpoints
        let descriptor = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where descriptor is not null && descriptor.AreaName is null
        select new SweptPage(descriptor.ViewEnginePath, descriptor, endpoint.RoutePattern);

    private async Task<Visitor> SwitchedOffAsync()
    {
        var visitor = await SignInAsync(Cast.OtherFloorMember, fresh: true);
        await InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Members.SingleAsync(member => member.Number == Cast.OtherFloorMember.Number)).DeactivatedAt = TestClock.Beginning;
            await db.SaveChangesAsync();
        });
        return visitor;
    }

    private async Task<Visitor> SuspendedAsync()
    {
        var visitor = await SignInAsync(Cast.OtherTenantAdmin, fresh: true);
        await InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var tenant = await db.Tenants.SingleAsync();
            (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "Closed for the sweep");
            await db.SaveChangesAsync();
        });
        return visitor;
    }
}

/// <summary>A page and the address pattern it answers to.</summary>
public sealed record SweptPage(string Name, PageActionDescriptor Descriptor, RoutePattern Pattern)
{
    /// <summary>Whether the address names a thing; the format of a file names none.</summary>
    public bool HasParameters => Pattern.Parameters.Any(parameter => parameter.Name != "format");

    /// <summary>The pattern filled with values that fit it and that nothing has, or with an id that something has.</summary>
    public string Address(Guid? id = null) => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Sample(parameter, id),
        _ => throw new InvalidOperationException($"{Pattern.RawText} has a part of an unknown kind."),
    }))));

    private static string Sample(RoutePatternParameterPart parameter, Guid? id) => parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => (id ?? Guid.NewGuid()).ToString(),
        "int" => id is null ? "404" : "1",
        { } regex when regex.Contains("csv", StringComparison.Ordinal) => "csv",
        _ => "nothing-of-the-kind",
    };
}
