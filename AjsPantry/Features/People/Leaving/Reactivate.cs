using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Leaving;

/// <summary>Switches an account on again. The person signs in with the password they had.</summary>
public sealed class Reactivate(PantryDb db, SecondVoice voices, TimeProvider clock, Scope scope)
{
    public sealed record Input
    {
        /// <summary>The number of the floor to come back to, asked when the old one is not in use any more.</summary>
        public int? Floor { get; set; }
    }

    /// <returns>Null when the tenant has nobody by that id. Somebody active stays as they are.</returns>
    public async Task<Outcome<Member>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageMembers);
        await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
        if (await db.Members.Include(member => member.Floor)
            .SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
            return null;
        if (member.DeactivatedAt is null)
            return member;
        if (member.Role == Role.Admin && await voices.MissingAsync(member, "reactivation", alone: null, cancellationToken) is { } missing)
        {
            await turn.CommitAsync(cancellationToken);
            return missing;
        }

        if (member.Floor is { ArchivedAt: not null } closed && !await ComeBackToAsync(member, input.Floor, cancellationToken))
            return new FieldMessage(nameof(Input.Floor), $"{closed.Name} is archived. Choose where {member.Name} lives from now on.");
        member.DeactivatedAt = null;
        member.CameAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return member;
    }

    private async Task<bool> ComeBackToAsync(Member member, int? number, CancellationToken cancellationToken)
    {
        if (await db.Floors.SingleOrDefaultAsync(
            floor => floor.Number == number && floor.ArchivedAt == null, cancellationToken) is not { } floor)
            return false;
        member.FloorId = floor.Id;
        return true;
    }
}
