using AjsPantry.Features.Platform.Tenants;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Loads the platform's own tenant and two residences with two floors each, their people, rooms with turns and meals, requests and
/// announcements, a year of bills, budgets, and the reports of all months but the last. Only the platform and its operator are made by
/// hand, because before them nobody can do anything. All else is done by somebody at some time, through the features' own handlers.
/// </summary>
internal sealed class DemoLoader(IServiceProvider services, string password)
{
    private static readonly (string Code, string Name)[] Residences = [("noor", "Noor Residence (demo)"), ("lotus", "Lotus House (demo)")];

    private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var began = _now.AddYears(-2);
        var platform = new DemoStage(services, Guid.CreateVersion7(), _now);
        await platform.AsJobAsync(began, (IServiceProvider scope) => AddPlatformAsync(scope, began, cancellationToken));
        var person = await platform.SignInAsync(DemoPeople.Operator.Number, cancellationToken);
        // Side by side, because a year takes its time.
        await Task.WhenAll(Residences.Select(async residence =>
        {
            var input = Residence(residence.Code, residence.Name);
            var made = await platform.DoAsync(person, began, input,
                (ProvisionTenant.Handler tenants) => tenants.HandleAsync(input, cancellationToken));
            var stage = new DemoStage(services, made.TenantId, _now);
            await new DemoResidence(stage, residence.Code, password).LoadAsync(began, cancellationToken);
        }));
        await platform.CloseAsync(cancellationToken);
    }

    private static ProvisionTenant.Input Residence(string code, string name)
    {
        var admin = DemoPeople.All.Single(person => person.Residence == code && person.Role == Role.Admin);
        return new()
        {
            Name = name,
            Code = code,
            Floors = DemoText.Of(DemoPeople.All.Where(person => person.Residence == code).Max(person => person.Floor ?? 0)),
            AdminNumber = admin.Number,
            AdminName = admin.Name,
            AdminMail = admin.Mail,
        };
    }

    private async Task<bool> AddPlatformAsync(IServiceProvider scope, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<PantryDb>();
        var tenant = new Tenant
        {
            Code = "platform",
            Name = "Platform",
            TimeZone = "Asia/Kolkata",
            Culture = "en-IN",
            Currency = "INR",
            IsPlatform = true,
            CreatedAt = began,
        };
        db.Entry(tenant).Property(row => row.Id).CurrentValue = db.TenantId;
        db.Tenants.Add(tenant);
        await db.SaveChangesAsync(cancellationToken);
        var person = DemoPeople.Operator;
        var result = await scope.GetRequiredService<UserManager<Member>>().CreateAsync(
            new Member
            {
                UserName = Member.UserNameOf(db.TenantId, person.Number),
                Number = person.Number,
                Name = person.Name,
                Email = person.Mail,
                EmailConfirmed = true,
                Role = person.Role,
                CreatedAt = began,
            },
            password);
        return result.Succeeded ? true
            : throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
