using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Roles;

/// <summary>
/// Makes a member tea manager or a tea manager a member again. Pantry heads do this on their own floor; every other role is for admins to
/// give.
/// </summary>
public static class AppointTeaManager
{
    public sealed record Input
    {
        /// <summary>True to appoint, false to relieve; null when the form did not say. A form sent twice changes once.</summary>
        public bool? Appoint { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(input => input.Appoint).NotNull()
                .WithMessage("Something went wrong with this form. Nothing was changed. Open it again.");
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <returns>Null when nobody by that id is active on a floor that the scope looks after.</returns>
        public async Task<Outcome<Member>?> HandleAsync(Guid id, bool appoint, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.AppointTeaManagers);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            var own = scope.Actor.Floor?.Id;
            if (await db.Members.OnFloorOrAny(own).SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            if (Refusal(member) is { } refusal)
                return refusal;
            member.Role = appoint ? Role.TeaManager : Role.Member;
            await db.SaveChangesAsync(cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return member;
        }

        private FieldMessage? Refusal(Member member) =>
            scope.Refusal(OwnThing.Role, member.Id) ?? (member.Role is Role.Member or Role.TeaManager ? null
            : new("", $"{member.Name} is {member.Role.Words().ToLowerInvariant()}. Only admins change that role."));
    }
}
