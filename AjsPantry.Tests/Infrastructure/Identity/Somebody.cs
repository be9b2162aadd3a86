using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Identity;

/// <summary>People of one test alone, whom it may lock out, move and deactivate.</summary>
internal static class Somebody
{
    private static int _made;

    /// <summary>Adds a person of the first floor; admins and operators have none.</summary>
    public static async Task<Person> AddSomebodyAsync(
        this PantryApp app, string tenant = "North", Role role = Role.Member, string? number = null, string password = Cast.Password)
    {
        var person = new Person(
            tenant, number ?? $"X-{Interlocked.Increment(ref _made)}", role, role is Role.Admin or Role.Operator ? null : 1);
        var floor = person.Floor is { } own ? await app.FloorAsync(tenant, own) : null;
        await app.InTenantAsync(tenant, async services =>
        {
            var member = new Member
            {
                UserName = Member.UserNameOf(Cast.TenantId(tenant), person.Number),
                Number = person.Number,
                Name = person.Name,
                Email = person.Email,
                Role = role,
                FloorId = floor?.Id,
                CreatedAt = TestClock.Beginning
            };
            var result = await services.GetRequiredService<UserManager<Member>>().CreateAsync(member, password);
            Assert.True(result.Succeeded, result.ToString());
        });
        return person;
    }

    public static Task<Member> FindAsync(this PantryApp app, Person person) =>
        app.ReadAsync(person.Tenant, db => db.Members.AsNoTracking().SingleAsync(member => member.Number == person.Number));

    public static Task ChangeAsync(
        this PantryApp app, Person person, Action<Member> change) => app.InTenantAsync(person.Tenant, async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        change(await db.Members.SingleAsync(member => member.Number == person.Number));
        await db.SaveChangesAsync();
    });

    /// <summary>The rows of the person's sessions, live or not.</summary>
    public static Task<int> SessionsAsync(this PantryApp app, Person person) =>
        app.ReadAsync(person.Tenant, db => db.Sessions.CountAsync(session => session.Member!.Number == person.Number));

    /// <summary>Tries to sign in with a fresh browser.</summary>
    public static async Task<WebPage> TryAsync(this PantryApp app, string name, string password, string address = "/sign-in") =>
        await (await app.Visit().GetAsync(address)).SubmitAsync(new() { ["Input.Name"] = name, ["Input.Password"] = password });

    /// <summary>
    /// Signs in on a device that nobody else uses. Its cookie is kept by hand: it names its end by the tests' clock, and a client
    /// would throw it away by the machine's.
    /// </summary>
    public static async Task<Visitor> SignInOnOwnDeviceAsync(this PantryApp app, Person person)
    {
        var answer = await (await app.Visit().GetAsync("/sign-in"))
            .SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password, ["Input.SharedDevice"] = "false" });
        return app.VisitWith(answer.Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.StartsWith("__Host-pantry=", StringComparison.Ordinal)).Split(';')[0]);
    }

    /// <summary>A browser that sends this cookie, whatever it is told.</summary>
    public static Visitor VisitWith(this PantryApp app, string cookie)
    {
        var client = app.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = false,
                BaseAddress = new Uri("https://localhost")
            });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new Visitor(client);
    }
}
