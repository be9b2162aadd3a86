using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Access;

/// <summary>
/// An admin takes a person's second step off, because the phone is lost. An admin's own takes another admin or an operator.
/// </summary>
public static class RemoveSecondStep
{
    public const int Reason = 300;

    public sealed record Input : ReasonInput
    {
        /// <summary>The admin's own.</summary>
        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Reason).Words("Write the reason. The person reads it too.", RemoveSecondStep.Reason);
            RuleFor(input => input.Password).PresentPassword();
        }
    }

    public sealed class Handler(PantryDb db, SecondStepDesk desk, PresentPassword password, Scope scope)
    {
        /// <returns>Null when the tenant has nobody by that id. Somebody without a second step stays as they are.</returns>
        public async Task<Outcome<Member>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            if (!scope.Actor.May(Permission.ManageMembers))
                return null;
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            if (scope.Refusal(OwnThing.SecondStep, member.Id) is { } own)
                return own;
            if (await password.ConfirmAsync(input.Password, cancellationToken) is { IsDone: false } refused)
                return refused;
            if (!member.TwoFactorEnabled)
                return member;
            scope.Reason = InputParser.Text(input.Reason);
            await desk.TakeOffAsync(member, scope.Actor.Name, scope.Reason, cancellationToken);
            return member;
        }
    }
}
