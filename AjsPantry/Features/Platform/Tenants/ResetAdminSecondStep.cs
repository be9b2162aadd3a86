using AjsPantry.Features.People.Access;
using AjsPantry.Features.People.Person;
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

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>
/// An operator takes the second step off an admin of a residence, who may be its only one. The operator is told the number by the admin and
/// learns nothing else of the residence's people; the password stays the admin's.
/// </summary>
public static class ResetAdminSecondStep
{
    public sealed record Input : ReasonInput
    {
        public string? Number { get; set; }

        /// <summary>The operator's own.</summary>
        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Number).Words("Write the admin's member number.", MemberFields.Number);
            RuleFor(input => input.Reason).Words("Write the reason. The admin and the residence read it.", RemoveSecondStep.Reason);
            RuleFor(input => input.Password).PresentPassword();
        }
    }

    public sealed class Handler(TenantActs acts, PresentPassword password, Scope scope)
    {
        public async Task<Outcome<Member>> HandleAsync(Guid tenantId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.OperatePlatform);
            if (await password.ConfirmAsync(input.Password, cancellationToken) is { IsDone: false } refused)
                return refused;
            scope.Reason = InputParser.Text(input.Reason);
            return await acts.DoAsync(tenantId, services => TakeOffAsync(services, input, cancellationToken), Note, cancellationToken);
        }

        private async Task<Outcome<Member>> TakeOffAsync(IServiceProvider services, Input input, CancellationToken cancellationToken)
        {
            var number = MemberNumber.Plain(input.Number);
            var admins = services.GetRequiredService<PantryDb>().Members.Admins().Where(member => member.TwoFactorEnabled);
            if (await admins.SingleOrDefaultAsync(member => member.Number == number, cancellationToken) is not { } admin)
                return new FieldMessage(nameof(Input.Number), "No active admin of this residence has this number and two-step sign-in.");
            await services.GetRequiredService<SecondStepDesk>()
                .TakeOffAsync(admin, "A platform operator", scope.Reason!, cancellationToken);
            return admin;
        }

        private static ActNote Note(Member admin) => new(nameof(Member), Values(admin, true), Values(admin, false));

        private static Dictionary<string, object?> Values(Member admin, bool isOn) =>
            new() { [nameof(Member.Number)] = admin.Number, [nameof(Member.TwoFactorEnabled)] = isOn };
    }
}
