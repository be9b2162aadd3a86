using System.Collections.Concurrent;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People;

/// <summary>The application with one kind of open work in it, errands, which a test gives to whom it likes.</summary>
public sealed class PeopleApp : PantryApp
{
    private int _numbers;

    public Errands Errands => Services.GetRequiredService<Errands>();

    protected override void Replace(IServiceCollection services) =>
        services.AddSingleton<Errands>().AddSingleton<IOpenWork>(provider => provider.GetRequiredService<Errands>());

    protected override void Forget()
    {
        base.Forget();
        Errands.Forget();
    }

    /// <summary>Somebody new, who can sign in with the cast's password unless only invited.</summary>
    public async Task<Person> NewAsync(int? floor = 1, Role role = Role.Member, bool joined = true, string? name = null)
    {
        var person = new Person("North", $"X{Interlocked.Increment(ref _numbers)}", role, floor);
        Guid? floorId = floor is { } number ? (await FloorAsync("North", number)).Id : null;
        var member = new Member
        {
            UserName = Member.UserNameOf(Cast.TenantId("North"), person.Number),
            Number = person.Number,
            Name = name ?? $"New {person.Number}",
            Role = role,
            FloorId = floorId,
            CreatedAt = TestClock.Beginning
        };
        await InTenantAsync("North", async services =>
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            Assert.True((joined ? await members.CreateAsync(member, Cast.Password) : await members.CreateAsync(member)).Succeeded);
        });
        return person;
    }
}

/// <summary>Open work that lives in memory.</summary>
public sealed class Errands : IOpenWork
{
    private readonly ConcurrentDictionary<Guid, string[]> _open = new();

    public void Forget() => _open.Clear();

    public void Give(Guid memberId, params string[] errands) => _open[memberId] = errands;

    public string[] Of(Guid memberId) => _open.GetValueOrDefault(memberId, []);

    public string Words(int count) => count == 1 ? "1 errand" : $"{count} errands";

    public Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken) =>
        Task.FromResult(new OpenWork(Words(Of(memberId).Length), Of(memberId).Length, Of(memberId)));

    public Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken)
    {
        if (_open.TryRemove(fromId, out var errands) && toId is { } to)
            _open[to] = [.. Of(to), .. errands];
        return Task.CompletedTask;
    }
}

/// <summary>What tests of people look up and set up.</summary>
public static class PeopleLookups
{
    public static Task<Guid> IdAsync(this PantryApp app, Person person) =>
        app.ReadAsync(
            person.Tenant, db => db.Members.Where(member => member.Number == person.Number).Select(member => member.Id).SingleAsync());

    public static async Task<Member> ReadAsync(this PantryApp app, Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(person.Tenant, db => db.Members.AsNoTracking().SingleAsync(member => member.Id == id));
    }

    /// <summary>A room of North with people in it.</summary>
    public static async Task<Guid> NewRoomAsync(this PantryApp app, string name, int floor = 1, params Person[] people)
    {
        var view = await app.FloorAsync("North", floor);
        var ids = new List<Guid>();
        foreach (var person in people)
            ids.Add(await app.IdAsync(person));
        return await app.InTenantAsync("North", async services =>
        {
            var room = await services.GetRequiredService<MakeRoom>()
                .HandleAsync(view.Id, new RoomInput { Name = name }, CancellationToken.None);
            if (ids.Count > 0)
                Assert.True(
                    (await services.GetRequiredService<MoveIn.Handler>()
                        .HandleAsync(view.Id, room.Value!.Id, new MoveIn.Input { People = ids }, CancellationToken.None))!.IsDone);
            return room.Value!.Id;
        });
    }

    /// <summary>The audit entries of one row, the oldest first.</summary>
    public static Task<List<AuditEntry>> TrailAsync(this PantryApp app, Guid thingId) =>
        app.ReadAsync("North",
            db => db.AuditEntries.Where(entry => entry.ThingId == thingId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
                .ToListAsync());
}
