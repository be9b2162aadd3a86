using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Support;

/// <summary>A person of the cast. Number and name say who it is: S2-head is the pantry head of the second floor of South.</summary>
public sealed record Person(string Tenant, string Number, Role Role, int? Floor)
{
    public string Name => $"{Tenant} {Role.Words()} {Floor}".TrimEnd();

    public string Email => $"{Number}@{Tenant}.example".ToLowerInvariant();
}

/// <summary>
/// Who is in every test database: two tenants of two floors with every role on each, and the platform's operator. Tests act as
/// them and never as each other.
/// </summary>
public static class Cast
{
    public const string Password = "tiffin-turmeric-42";

    public static readonly Person Admin = new("North", "N-admin", Role.Admin, null);
    public static readonly Person Head = new("North", "N1-head", Role.PantryHead, 1);
    public static readonly Person TeaManager = new("North", "N1-tea", Role.TeaManager, 1);
    public static readonly Person Member = new("North", "N1-member", Role.Member, 1);
    public static readonly Person OtherFloorHead = new("North", "N2-head", Role.PantryHead, 2);
    public static readonly Person OtherFloorTeaManager = new("North", "N2-tea", Role.TeaManager, 2);
    public static readonly Person OtherFloorMember = new("North", "N2-member", Role.Member, 2);
    public static readonly Person OtherTenantAdmin = new("South", "S-admin", Role.Admin, null);
    public static readonly Person OtherTenantHead = new("South", "S1-head", Role.PantryHead, 1);
    public static readonly Person OtherTenantTeaManager = new("South", "S1-tea", Role.TeaManager, 1);
    public static readonly Person OtherTenantMember = new("South", "S1-member", Role.Member, 1);
    public static readonly Person Operator = new("Platform", "P-operator", Role.Operator, null);

    public static readonly IReadOnlyList<Person> All =
    [
        Admin, Head, TeaManager, Member, OtherFloorHead, OtherFloorTeaManager, OtherFloorMember,
        OtherTenantAdmin, OtherTenantHead, OtherTenantTeaManager, OtherTenantMember,
        new("South", "S2-head", Role.PantryHead, 2), new("South", "S2-tea", Role.TeaManager, 2), new("South", "S2-member", Role.Member, 2),
        Operator,
    ];

    /// <summary>Fixed, so that copies of the template and tests agree.</summary>
    public static Guid TenantId(string tenant) => tenant switch
    {
        "North" => new Guid("0190a000-0000-7000-8000-000000000001"),
        "South" => new Guid("0190a000-0000-7000-8000-000000000002"),
        _ => new Guid("0190a000-0000-7000-8000-000000000003"),
    };

    internal static async Task EnterAsync(IServiceProvider services)
    {
        foreach (var tenant in All.GroupBy(person => person.Tenant))
        {
            await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantId(tenant.Key));
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            var floors = await AddTenantAsync(db, tenant.Key);
            var members = scope.ServiceProvider.GetRequiredService<UserManager<Member>>();
            foreach (var person in tenant)
                Assert.True((await members.CreateAsync(ToMember(person, floors), Password)).Succeeded);
        }
    }

    private static async Task<Dictionary<int, Guid>> AddTenantAsync(PantryDb db, string name)
    {
        var tenant = new Tenant
        {
            Code = name.ToLowerInvariant(),
            Name = $"{name} House",
            TimeZone = "Asia/Kolkata",
            Culture = "en-IN",
            Currency = "INR",
            IsPlatform = name == "Platform",
            CreatedAt = TestClock.Beginning.AddYears(-1),
        };
        db.Entry(tenant).Property(row => row.Id).CurrentValue = TenantId(name);
        db.Tenants.Add(tenant);
        Floor[] floors = tenant.IsPlatform ? []
            : [.. Enumerable.Range(1, 2)
                .Select(number => new Floor { Number = number, Name = $"Floor {number}", CreatedAt = TestClock.Beginning.AddYears(-1) })];
        db.Floors.AddRange(floors);
        await db.SaveChangesAsync();
        return floors.ToDictionary(floor => floor.Number, floor => floor.Id);
    }

    private static Member ToMember(Person person, Dictionary<int, Guid> floors) => new()
    {
        UserName = AjsPantry.Infrastructure.Identity.Member.UserNameOf(TenantId(person.Tenant), person.Number),
        Number = person.Number,
        Name = person.Name,
        Email = person.Email,
        Role = person.Role,
        FloorId = person.Floor is { } number ? floors[number] : null,
        CreatedAt = TestClock.Beginning.AddYears(-1),
    };
}
