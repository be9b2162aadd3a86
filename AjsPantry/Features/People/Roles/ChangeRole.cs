using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Roles;

/// <summary>Gives a person another role, up or down. It counts from the person's next request on.</summary>
public static class ChangeRole
{
    public sealed record Input
    {
        /// <summary>Null when the form did not say, which must not be read as the lowest role.</summary>
        public Role? Role { get; set; }

        /// <summary>The floor's number, asked when an admin becomes something else.</summary>
        public int? Floor { get; set; }

        /// <summary>Who takes the open work over when the person becomes an admin and leaves the floor.</summary>
        public string? HandTo { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Role).Must(role => role?.IsOfTenant() == true).WithMessage("Choose one of the roles.");
    }

    public sealed class Handler(
        PantryDb db, OpenWorkDesk desk, LeaveRooms rooms, SecondVoice voices, Invitations invitations, Scope scope)
    {
        /// <returns>Null when the tenant has nobody by that id.</returns>
        public async Task<Outcome<Member>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            if (input.Role is not { } role || member.Role == role)
                return member;
            if (await db.IsLastAdminAsync(member, cancellationToken))
                return LastAdmin.Refusal(member);
            // Whoever holds the invitation would become an admin with it.
            if (role == Role.Admin && member.PasswordHash is null)
                return new FieldMessage(
                    nameof(Input.Role), $"{member.Name} has not joined yet. Only somebody who has joined can become an admin.");
            if (await MissingVoiceAsync(member, role, cancellationToken) is { } missing)
            {
                await turn.CommitAsync(cancellationToken);
                return missing;
            }

            if (await MoveAsync(member, role, input, cancellationToken) is { } problem)
                return problem;
            member.Role = role;
            // A link that was made for a member must not open an admin's account.
            if (role == Role.Admin)
                await invitations.WithdrawAsync(member.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return member;
        }

        /// <summary>Nobody makes or unmakes another admin alone.</summary>
        private async Task<FieldMessage?> MissingVoiceAsync(Member member, Role role, CancellationToken cancellationToken)
        {
            if ((member.Role != Role.Admin && role != Role.Admin) || member.Id == scope.ActorId)
                return null;
            var alone = new FieldMessage(
                "", $"{member.Name} is the only other admin, so nobody can agree. Ask {member.Name} to change the role here.");
            return await voices.MissingAsync(member, $"role {role.Words()}", alone, cancellationToken);
        }

        /// <summary>Admins have no floor, all others have one.</summary>
        private async Task<FieldMessage?> MoveAsync(Member member, Role role, Input input, CancellationToken cancellationToken) =>
            role == Role.Admin ? await LeaveFloorAsync(member, input.HandTo, cancellationToken)
            : member.Role == Role.Admin ? await EnterFloorAsync(member, input.Floor, cancellationToken)
            : null;

        private async Task<FieldMessage?> LeaveFloorAsync(Member member, string? handTo, CancellationToken cancellationToken)
        {
            if (await desk.SettleAsync(member, member.FloorId, handTo, cancellationToken) is { } problem)
                return problem;
            await rooms.AllAsync(member.Id, cancellationToken);
            member.FloorId = null;
            return null;
        }

        private async Task<FieldMessage?> EnterFloorAsync(Member member, int? number, CancellationToken cancellationToken)
        {
            var floor = await db.Floors.SingleOrDefaultAsync(
                floor => floor.Number == number && floor.ArchivedAt == null, cancellationToken);
            member.FloorId = floor?.Id;
            member.CameAt = scope.Now;
            return floor is null ? new FieldMessage(nameof(Input.Floor), $"Choose where {member.Name} lives now.") : null;
        }
    }
}
