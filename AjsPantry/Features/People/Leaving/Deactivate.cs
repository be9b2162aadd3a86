using AjsPantry.Features.People.Roles;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Leaving;

/// <summary>
/// Switches an account off, with a reason: every session ends at once, open links stop working, and what the person did stays.
/// </summary>
public static class Deactivate
{
    public const int Reason = 300;

    public sealed record Input : ReasonInput
    {
        /// <summary>Who takes the open work over.</summary>
        public string? HandTo { get; set; }
    }

    public sealed class Validator() : ReasonValidator<Input>("Write the reason.", Reason);

    public sealed class Handler(PantryDb db, OpenWorkDesk desk, LeaveRooms rooms, SecondVoice voices, Scope scope)
    {
        /// <returns>Null when the tenant has nobody by that id. Somebody switched off already stays as they are.</returns>
        public async Task<Outcome<Member>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            if (member.DeactivatedAt is not null)
                return member;
            if (await db.IsLastAdminAsync(member, cancellationToken))
                return LastAdmin.Refusal(member);
            if (scope.Refusal(OwnThing.Account, member.Id) is { } own)
                return own;
            scope.Reason = InputParser.Text(input.Reason);
            var alone = new FieldMessage(
                "", $"{member.Name} is the only other admin. Ask {member.Name} to give up the admin role first. Then deactivate the account.");
            if (member.Role == Role.Admin && await voices.MissingAsync(member, "deactivation", alone, cancellationToken) is { } missing)
            {
                await turn.CommitAsync(cancellationToken);
                return missing;
            }

            if (await desk.SettleAsync(member, member.FloorId, input.HandTo, cancellationToken) is { } problem)
                return problem;
            await CloseAsync(member, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return member;
        }

        private async Task CloseAsync(Member member, CancellationToken cancellationToken)
        {
            var now = scope.Now;
            member.DeactivatedAt = now;
            await rooms.AllAsync(member.Id, cancellationToken);
            foreach (var link in await db.Invitations
                .Where(link => link.MemberId == member.Id && link.UsedAt == null && link.WithdrawnAt == null)
                    .ToListAsync(cancellationToken))
                link.WithdrawnAt = now;
            await db.SaveChangesAsync(cancellationToken);
            await db.Sessions.Where(session => session.MemberId == member.Id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
