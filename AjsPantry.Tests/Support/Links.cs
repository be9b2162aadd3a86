using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Support;

/// <summary>Adds people for tests and gives out links, through what members' pages use.</summary>
public static class Links
{
    /// <summary>Adds a person of floor 1 who has not joined yet, and returns their link.</summary>
    public static Task<InvitationLink> InviteAsync(
        this PantryApp app, string number, string? email = null, string name = "", string tenant = "North") =>
        app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var member = new Member
            {
                UserName = Member.UserNameOf(Cast.TenantId(tenant), number),
                NormalizedUserName = Member.UserNameOf(Cast.TenantId(tenant), number).ToUpperInvariant(),
                Number = number,
                Name = name,
                Role = Role.Member,
                Email = email,
                NormalizedEmail = email?.ToUpperInvariant(),
                SecurityStamp = Guid.NewGuid().ToString(),
                LockoutEnabled = true,
                CreatedAt = TestClock.Beginning,
                FloorId = (await db.Floors.SingleAsync(floor => floor.Number == 1)).Id,
            };
            db.Members.Add(member);
            var link = await services.GetRequiredService<Invitations>().CreateAsync(member, InvitationKind.Join, CancellationToken.None);
            await db.SaveChangesAsync();
            return link;
        });

    /// <summary>A link for a person of the cast or one invited earlier.</summary>
    public static Task<InvitationLink> LinkAsync(
        this PantryApp app, string tenant, string number, InvitationKind kind = InvitationKind.Reset) =>
        app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var member = await db.Members.SingleAsync(member => member.Number == number);
            var link = await services.GetRequiredService<Invitations>().CreateAsync(member, kind, CancellationToken.None);
            await db.SaveChangesAsync();
            return link;
        });

    /// <summary>Changes the tenant's settings as its page does.</summary>
    public static Task ChangeTenantAsync(this PantryApp app, string tenant, Action<AjsPantry.Infrastructure.Tenancy.Tenant> change) =>
        app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            change(await db.Tenants.SingleAsync());
            await db.SaveChangesAsync();
        });

    public static Task ChangeMemberAsync(this PantryApp app, Person person, Action<Member> change) =>
        app.InTenantAsync(person.Tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            change(await db.Members.SingleAsync(member => member.Number == person.Number));
            await db.SaveChangesAsync();
        });
}
