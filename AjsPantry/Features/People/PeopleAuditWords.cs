using AjsPantry.Features.People.Roles;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Audit;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People;

/// <summary>People, their accounts and their rooms in the audit trail.</summary>
public sealed class PeopleAuditWords(PantryDb db) : IAuditWords
{
    public IReadOnlyList<AuditThing> Things { get; } =
    [
        new(typeof(Member), "person")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Member.AccessFailedCount)] = "Wrong passwords in a row",
                [nameof(Member.LockoutEnd)] = "Locked until",
                [nameof(Member.PasswordHash)] = "Password",
                [nameof(Member.TwoFactorEnabled)] = "Two-step sign-in",
                [nameof(Member.UserName)] = "Internal name",
                [nameof(Member.Email)] = "Email",
                [nameof(Member.EmailConfirmed)] = "Email confirmed",
                [nameof(Member.PhoneNumber)] = "Phone",
                [nameof(Member.DeactivatedAt)] = "Deactivated",
                [nameof(Member.CameAt)] = "Came on",
                [SecondVoice.Asked] = "Asked for by one admin",
                [SecondVoice.Agreed] = "Agreed by two admins",
            },
        },
        new(typeof(MemberClaim), "account detail"),
        new(typeof(MemberLogin), "outside sign-in"),
        new(typeof(MemberToken), "two-step sign-in")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(MemberToken.Value)] = "Secret",
            },
        },
        new(typeof(Invitation), "invitation link")
        {
            Columns = new Dictionary<string, string>
            {
                [nameof(Invitation.UsedAt)] = "Used",
                [nameof(Invitation.ExpiresAt)] = "Works until",
                [nameof(Invitation.CodeHash)] = "Code",
            },
        },
        new(typeof(Room), "room"),
        new(typeof(RoomStay), "stay in a room"),
    ];

    public string? Of(Enum state) => state is Role role ? role.Words() : null;

    public async Task<IReadOnlyList<ThingName>> NamesAsync(Guid[] ids, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<ThingName>($"""
            WITH asked AS (SELECT unnest({ids}) AS id, {db.TenantId} AS tenant_id)
            SELECT id, name || ', ' || number AS name FROM members JOIN asked USING (id, tenant_id)
            UNION ALL SELECT i.id, p.name || ', ' || p.number FROM invitations i JOIN asked USING (id, tenant_id)
                JOIN members p ON p.tenant_id = i.tenant_id AND p.id = i.member_id
            UNION ALL SELECT id, name FROM rooms JOIN asked USING (id, tenant_id)
            UNION ALL SELECT s.id, p.name || ', ' || p.number FROM room_stays s JOIN asked USING (id, tenant_id)
                JOIN members p ON p.tenant_id = s.tenant_id AND p.id = s.member_id
            """).ToListAsync(cancellationToken);
}
