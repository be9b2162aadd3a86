using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Leaving;

/// <summary>Gives what a person still has to do to somebody else. Only open work moves; what was done stays theirs.</summary>
public static class HandOver
{
    public sealed record Input
    {
        public string? HandTo { get; set; }
    }

    public sealed class Handler(PantryDb db, OpenWorkDesk desk, Scope scope)
    {
        /// <returns>The kinds that were handed over, none when there was nothing; null when the tenant has nobody by that id.</returns>
        public async Task<Outcome<IReadOnlyList<OpenWork>>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            var open = await desk.OfAsync(id, cancellationToken);
            if (await desk.SettleAsync(member, member.FloorId, input.HandTo, cancellationToken) is { } problem)
                return problem;
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return new Outcome<IReadOnlyList<OpenWork>>(open, []);
        }
    }
}
