using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Loads the platform's own tenant and two residences with two floors each, their people, rooms with turns and meals, requests and
/// announcements, a year of bills, budgets, and the reports of all months but the last.
/// </summary>
internal sealed class DemoLoader(IServiceProvider services, string password)
{
    private static readonly (string Code,
        string Name)[] Residences = [("platform", "Platform"), ("noor", "Noor Residence (demo)"), ("lotus", "Lotus House (demo)")];

    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var (code, name) in Residences)
        {
            var id = Guid.CreateVersion7();
            await using var scope = services.GetRequiredService<TenantScopes>().Open(id);
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsJob("Demo data");
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            var floors = await AddResidenceAsync(db, id, code, name, cancellationToken);
            await AddPeopleAsync(scope.ServiceProvider, code, floors);
            foreach (var floor in floors)
            {
                await new DemoMenus(db, scope.ServiceProvider.GetRequiredService<WriteTurns>(), _clock).LoadAsync(
                    floor, await TodayAsync(db, cancellationToken), cancellationToken);
                await new DemoNotices(db, _clock).LoadAsync(floor, await TodayAsync(db, cancellationToken), cancellationToken);
                await new DemoTea(db, _clock).LoadAsync(floor, await TodayAsync(db, cancellationToken), cancellationToken);
                await new DemoIdeas(db, _clock).LoadAsync(floor, cancellationToken);
                await new DemoShopping(db, _clock).LoadAsync(floor, await TodayAsync(db, cancellationToken), cancellationToken);
                await new DemoFines(db, _clock).LoadAsync(floor, await TodayAsync(db, cancellationToken), cancellationToken);
                await AddExpensesAsync(scope.ServiceProvider, floor, seed: code.Length * 100 + floor.Number, cancellationToken);
                await new DemoReceipts(db, _clock).LoadAsync(floor, cancellationToken);
                await new DemoYear(db, _clock).LoadAsync(floor, await TodayAsync(db, cancellationToken), cancellationToken);
            }

            if (floors.Count > 1)
                await new DemoLoans(db, _clock).LoadAsync(floors, await TodayAsync(db, cancellationToken), cancellationToken);
        }
    }

    private async Task<DateOnly> TodayAsync(PantryDb db, CancellationToken cancellationToken) =>
        (await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken)).Today(_clock);

    private async Task<List<Floor>> AddResidenceAsync(PantryDb db, Guid id, string code, string name, CancellationToken cancellationToken)
    {
        var yearAgo = _clock.GetUtcNow().AddYears(-1);
        var tenant =
            new Tenant
            {
                Code = code,
                Name = name,
                TimeZone = "Asia/Kolkata",
                Culture = "en-IN",
                Currency = "INR",
                IsPlatform = code == "platform",
                CreatedAt = yearAgo
            };
        if (code == "noor")
        {
            tenant.ShowsHijri = true;
            tenant.DayLabels = ["", "", "bread", "", "", "bread", ""];
        }
        db.Entry(tenant).Property(row => row.Id).CurrentValue = id;
        db.Tenants.Add(tenant);
        List<Floor> floors = tenant.IsPlatform ? []
            : [.. Enumerable.Range(1, 2).Select(number => new Floor { Number = number, Name = $"Floor {number}", CreatedAt = yearAgo })];
        db.Floors.AddRange(floors);
        await db.SaveChangesAsync(cancellationToken);
        return floors;
    }

    private async Task AddPeopleAsync(IServiceProvider scope, string code, List<Floor> floors)
    {
        var members = scope.GetRequiredService<UserManager<Member>>();
        foreach (var (index, person) in DemoPeople.All.Index().Where(row => row.Item.Residence == code))
        {
            var result = await members.CreateAsync(
                new Member
                {
                    UserName = Member.UserNameOf(scope.GetRequiredService<PantryDb>().TenantId, person.Number),
                    Number = person.Number,
                    Name = person.Name,
                    Email = $"{person.Number}@{code}.example",
                    EmailConfirmed = true,
                    Role = person.Role,
                    FloorId = floors.Find(floor => floor.Number == person.Floor)?.Id,
                    // They came one after the other, the last of them before the tea that is counted.
                    CreatedAt = _clock.GetUtcNow().AddDays(-95 - (30 * (index % 9))),
                },
                password);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }

    private async Task AddExpensesAsync(IServiceProvider scope, Floor floor, int seed, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<PantryDb>();
        var tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);
        var head = await db.Members.SingleAsync(member => member.FloorId == floor.Id && member.Role == Role.PantryHead, cancellationToken);
        var today = tenant.Today(_clock);
        var present = new DateOnly(today.Year, today.Month, 1);
        foreach (var month in new DemoBills(floor.Number, seed).Between(present.AddMonths(-12), today.AddDays(-1))
            .GroupBy(draft => new DateOnly(draft.Date.Year, draft.Date.Month, 1)))
        {
            // Recorded on the evening of its day, well inside the same day everywhere.
            db.Bills
                .AddRange(
                    month.Select(draft =>
                        Bill.Record(floor.Id, Guid.CreateVersion7(), draft, head.Id,
                            new DateTimeOffset(draft.Date, new TimeOnly(12, 30), TimeSpan.Zero))));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (month.Key < present.AddMonths(-1))
                await scope.GetRequiredService<MakeReport>()
                    .HandleAsync(new FloorView(floor.Id, floor.Number, floor.Name), month.Key, cancellationToken);
        }

        var budgets = new DemoBudgets(db, _clock);
        await budgets.LoadAsync(floor, head, today, cancellationToken);
        await budgets.CloseAsync(floor, head, today, cancellationToken);
    }
}
