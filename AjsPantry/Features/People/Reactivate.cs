using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People;

/// <summary>Switches an account on again. The person signs in with the password they had.</summary>
public sealed class Reactivate(PantryDb db)
{
    /// <returns>Null when the tenant has nobody by that id. Somebody active stays as they are.</returns>
    public async Task<Outcome<Member>?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
        if (await db.Members.Include(member => member.Floor).SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
            return null;
        if (member.Floor is { ArchivedAt: not null } closed)
            return new FieldMessage("", $"{closed.Name} is not in use any more. Move {member.Name} to another floor first.");
        member.DeactivatedAt = null;
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return member;
    }
}
