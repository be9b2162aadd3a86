using System.Text.Json;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Roles;

/// <summary>
/// What would let one admin into another's account, or make or unmake an admin, takes two of them: the first wish is written into the audit
/// trail, and the same wish of another admin within a day does it. Where there is one admin only, that one is enough. Whoever it is about
/// may be the second.
/// </summary>
public sealed class SecondVoice(PantryDb db, Scope scope)
{
    /// <summary>Under these names the audit trail tells of it.</summary>
    internal const string Asked = "AskedForAsAdmin";
    internal const string Agreed = "AgreedOnByTwoAdmins";

    /// <summary>What an operator may agree to as well, because in a residence of two admins the other one cannot sign in.</summary>
    public const string ShownLink = "a link that is shown";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private static readonly FieldMessage OperatorsTurn = new(
        "", "Noted, but nothing changes yet. This is about an admin, and no other admin can agree. "
            + "Ask a platform operator to make the link within a day.")
    {
        IsNote = true,
    };

    /// <summary>Whether it may be done now. Must be asked within <see cref="TenantLock"/>, in the transaction that then does it.</summary>
    /// <param name="member">Whom it is about.</param>
    /// <param name="what">All of it in words, so that nobody agrees to one thing and something else is done.</param>
    /// <param name="alone">The answer where nobody could agree but the admin whom it is about. Null when an operator can.</param>
    /// <returns>Null when it may. Otherwise the wish is saved, the transaction has to be committed, and this is the answer.</returns>
    public async Task<FieldMessage?> MissingAsync(Member member, string what, FieldMessage? alone, CancellationToken cancellationToken)
    {
        // A command on the server and a job are nobody's account to take over.
        if (scope.Person is null || !await HasOtherAdminAsync(cancellationToken))
            return null;
        var isAlone = !await HasOtherAdminAsync(cancellationToken, member.Id);
        if (isAlone && alone is not null)
            return alone;
        var since = await LastDoneAsync(member.Id, what, cancellationToken);
        var wish = Json(Asked, what);
        var me = scope.Actor.Id;
        var admins = Admins;
        var wishes = db.AuditEntries.Where(entry => entry.ThingId == member.Id && entry.At > since)
            .Where(entry => EF.Functions.JsonContains(entry.After!, wish));
        var isAgreed = await wishes.Where(entry => admins.Any(admin => admin.Id == entry.ActorId))
            .AnyAsync(entry => entry.ActorId != me, cancellationToken);
        if (isAgreed || !await wishes.AnyAsync(entry => entry.ActorId == me, cancellationToken))
            db.AuditEntries.Add(Entry(member.Id, isAgreed ? Json(Agreed, what) : wish));
        await db.SaveChangesAsync(cancellationToken);
        return isAgreed ? null : isAlone ? OperatorsTurn : OwnThings.Refusals[OwnThing.AdminAccess];
    }

    /// <summary>The people about whom an admin wishes this and nobody has agreed yet.</summary>
    public async Task<IReadOnlyList<Guid>> WishedAsync(string what, CancellationToken cancellationToken)
    {
        var wish = Json(Asked, what);
        var earliest = scope.Now - Lasts;
        var admins = Admins;
        var people = await db.AuditEntries.Where(entry => entry.At > earliest && admins.Any(admin => admin.Id == entry.ActorId))
            .Where(entry => EF.Functions.JsonContains(entry.After!, wish))
            .Select(entry => new { entry.ThingId, entry.At }).ToListAsync(cancellationToken);
        var open = new List<Guid>();
        foreach (var person in people.GroupBy(entry => entry.ThingId))
        {
            if (person.Max(entry => entry.At) > await LastDoneAsync(person.Key, what, cancellationToken))
                open.Add(person.Key);
        }

        return open;
    }

    /// <summary>Writes down that the second voice has spoken. The scope saves.</summary>
    public void Agree(Guid memberId, string what) => db.AuditEntries.Add(Entry(memberId, Json(Agreed, what)));

    /// <summary>Somebody else is an active admin who has joined.</summary>
    /// <param name="except">Is not looked at.</param>
    public Task<bool> HasOtherAdminAsync(CancellationToken cancellationToken, Guid? except = null)
    {
        var me = scope.ActorId;
        return Admins.AnyAsync(admin => admin.PasswordHash != null && admin.Id != me && admin.Id != except, cancellationToken);
    }

    /// <summary>Whose voices count.</summary>
    private IQueryable<Member> Admins => db.Members.Admins();

    /// <summary>Wishes count once, and for a day.</summary>
    private async Task<DateTimeOffset> LastDoneAsync(Guid memberId, string what, CancellationToken cancellationToken)
    {
        var done = Json(Agreed, what);
        var earliest = scope.Now - Lasts;
        var last = await db.AuditEntries.Where(entry => entry.ThingId == memberId && EF.Functions.JsonContains(entry.After!, done))
            .MaxAsync(entry => (DateTimeOffset?)entry.At, cancellationToken);
        return last > earliest ? last.Value : earliest;
    }

    private static string Json(string name, string what) => JsonSerializer.Serialize(new Dictionary<string, string> { [name] = what });

    private AuditEntry Entry(Guid memberId, string after) =>
        scope.Entry("Changed", nameof(Member), memberId, null, after);
}
