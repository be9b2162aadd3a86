using AjsPantry.Features.Requests;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.TeaTasks;

/// <summary>Times for tea, duties and absences that tests need to be there.</summary>
internal static class Tea
{
    /// <summary>A time for tea on the first floor of North, every day; the present one of that name when there is one.</summary>
    public static async Task<Guid> SlotAsync(
        this PantryApp app, string name = "Morning", TimeOnly? at = null, int people = 1, string tenant = "North", int floor = 1)
    {
        var view = await app.FloorAsync(tenant, floor);
        return await app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            if (await db.TeaSlots
                .SingleOrDefaultAsync(slot => slot.FloorId == view.Id && slot.Name == name && slot.ArchivedAt == null) is { } present)
                return present.Id;
            var slot = new TeaSlot
            {
                FloorId = view.Id,
                Name = name,
                At = at,
                People = people,
                Weekdays = [0, 1, 2, 3, 4, 5, 6],
                Position = await db.TeaSlots.CountAsync()
            };
            db.TeaSlots.Add(slot);
            await db.SaveChangesAsync();
            return slot.Id;
        });
    }

    /// <summary>A published duty. Nobody has it when no person is given.</summary>
    public static async Task<Guid> DutyAsync(this PantryApp app, DateOnly date, Person? person, TeaState state = TeaState.Planned,
        Guid? slot = null, string tenant = "North", int floor = 1, int place = 1)
    {
        var view = await app.FloorAsync(tenant, floor);
        var slotId = slot ?? await app.SlotAsync(tenant: tenant, floor: floor);
        Guid? member = person is null ? null : await app.IdAsync(person);
        return await app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var head = await db.Members.Where(other => other.FloorId == view.Id).Select(other => other.Id).FirstAsync();
            var people = await db.Members.Where(other => other.FloorId == view.Id).Select(other => other.Id).ToArrayAsync();
            var rota =
                new TeaRota
                {
                    FloorId = view.Id,
                    From = date,
                    Until = date,
                    People = people,
                    MadeAt = TestClock.Beginning,
                    PublishedAt = TestClock.Beginning,
                    PublishedById = head
                };
            var duty =
                new TeaDuty
                {
                    RotaId = rota.Id,
                    FloorId = view.Id,
                    SlotId = slotId,
                    Date = date,
                    Place = place,
                    MemberId = member,
                    Why = "Because.",
                    State = state,
                    CreatedAt = TestClock.Beginning
                };
            if (state is TeaState.Done or TeaState.Missed)
            {
                duty.MarkedAt = TestClock.Beginning;
                duty.MarkedById = head;
            }
            db.AddRange(rota, duty);
            await db.SaveChangesAsync();
            return duty.Id;
        });
    }

    /// <summary>Whoever has a duty asks the whole floor to take it over.</summary>
    public static Task<Guid> AskedTeaSwapAsync(this PantryApp app, Guid dutyId) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var duty = await db.TeaDuties.SingleAsync(row => row.Id == dutyId);
        var swap =
            new TeaSwap
            {
                FloorId = duty.FloorId,
                DutyId = duty.Id,
                AskedById = duty.MemberId!.Value,
                AskedOfId = null,
                ReturnId = null,
                CreatedAt = TestClock.Beginning
            };
        db.TeaSwaps.Add(swap);
        await db.SaveChangesAsync();
        return swap.Id;
    });

    /// <summary>A place of a draft of the first floor of North, which nobody has yet; the present draft makes room.</summary>
    public static async Task<Guid> DraftPlaceAsync(this PantryApp app, DateOnly date)
    {
        var floor = await app.FloorAsync("North", 1);
        var slot = await app.SlotAsync();
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.TeaRotas.RemoveRange(await db.TeaRotas.Where(rota => rota.FloorId == floor.Id && rota.PublishedAt == null).ToListAsync());
            await db.SaveChangesAsync();
            var draft = new TeaRota { FloorId = floor.Id, From = date, Until = date, People = [], MadeAt = TestClock.Beginning };
            var place = new TeaDraftPlace { SlotId = slot, Date = date, Place = 1, Why = "Nobody is named yet." };
            draft.Places.Add(place);
            db.TeaRotas.Add(draft);
            await db.SaveChangesAsync();
            return place.Id;
        });
    }

    public static Task<TeaDuty> ReadDutyAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.TeaDuties.AsNoTracking().SingleAsync(duty => duty.Id == id));

    /// <summary>The duty that took a duty's place.</summary>
    public static Task<TeaDuty> NextAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.TeaDuties.AsNoTracking().SingleAsync(duty => duty.FollowsId == id));

    /// <summary>An approved absence.</summary>
    public static async Task AwayAsync(this PantryApp app, Person person, DateOnly from, DateOnly until)
    {
        var member = await app.IdAsync(person);
        var judge = await app.IdAsync(Cast.Admin);
        var floor = await app.FloorAsync("North", 1);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Requests
                .Add(new Request
                {
                    SubmissionId = Guid.NewGuid(),
                    FloorId = floor.Id,
                    MemberId = member,
                    Kind = RequestKind.Absence,
                    From = from,
                    Until = until,
                    Reason = "Home",
                    State = RequestState.Approved,
                    DecidedById = judge,
                    DecidedAt = TestClock.Beginning,
                    CreatedAt = TestClock.Beginning
                });
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Runs a job of a tenant as its clock would now.</summary>
    public static Task<string> RunJobAsync<T>(this PantryApp app, string tenant = "North", string? period = null)
        where T : TenantJob => app.InTenantAsync(tenant, async services =>
    {
        var view = await services.GetRequiredService<PantryDb>().Tenants.Select(TenantView.Of).SingleAsync();
        var job = services.GetServices<TenantJob>().OfType<T>().Single();
        return await job.RunAsync(period ?? job.DuePeriod(view.Now(app.Clock)), CancellationToken.None);
    });

    /// <summary>Titles of what a person was told and has not read.</summary>
    public static async Task<List<string>> NewsAsync(this PantryApp app, Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(person.Tenant, async db =>
        {
            var notices = db.Set<AjsPantry.Features.Notices.Notice>();
            return (await notices.Where(notice => notice.MemberId == id && notice.ReadAt == null).OrderBy(notice => notice.CreatedAt)
                .ThenBy(notice => notice.Id).Select(notice => notice.Title).ToListAsync())
                .ConvertAll(title => title.Replace('\u00a0', ' '));
        });
    }
}
