using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>
/// Adds a person who runs the installation, without a password, and makes the link by which they choose one. For somebody who is
/// there already it makes a new link: the only operator may have lost the first one, or the password.
/// </summary>
public static class AddOperator
{
    public sealed record Input(string? Number, string? Name, string? Mail);

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Number).NumberRules();
            RuleFor(input => input.Name).Must(name => InputParser.Text(name).Length <= MemberFields.Name)
                .WithMessage($"A name has {MemberFields.Name} characters at most.");
            RuleFor(input => input.Mail).MailRules();
        }
    }

    /// <summary>Acts in the platform's own scope, whose tenant need not be there yet.</summary>
    public sealed class Handler(PantryDb db, UserManager<Member> members, Invitations invitations, TimeProvider clock)
    {
        public async Task<Outcome<InvitationLink>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            try
            {
                return await TryAsync(input, cancellationToken);
            }
            catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Taken))
            {
                return new FieldMessage(nameof(Input.Number), "Somebody else is adding an operator right now. Try again.");
            }
        }

        private async Task<Outcome<InvitationLink>> TryAsync(Input input, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var number = MemberNumber.Plain(input.Number);
            var outcome = await db.Members.SingleOrDefaultAsync(member => member.Number == number, cancellationToken) is { } known
                ? await LetBackInAsync(known, cancellationToken)
                : await AddAsync(number, input, cancellationToken);
            if (!outcome.IsDone)
                return outcome;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }

        private async Task<Outcome<InvitationLink>> LetBackInAsync(Member known, CancellationToken cancellationToken)
        {
            if (known.DeactivatedAt is not null)
                return new FieldMessage(nameof(Input.Number), $"Operator {known.Number} is deactivated.");
            // Shown and not mailed: whoever asks stands at the server, and may ask because mail does not work.
            return await invitations.CreateAsync(
                known, known.PasswordHash is null ? InvitationKind.Join : InvitationKind.Reset, cancellationToken, byHand: true);
        }

        private async Task<Outcome<InvitationLink>> AddAsync(string number, Input input, CancellationToken cancellationToken)
        {
            if (InputParser.Text(input.Name) is not { Length: > 0 } name)
                return new FieldMessage(nameof(Input.Name), $"There is no operator {number} yet. Give the name as well to add one.");
            if (!await db.Tenants.AnyAsync(cancellationToken))
                await AddPlatformAsync(cancellationToken);
            var member = new Member
            {
                UserName = Member.UserNameOf(db.TenantId, number),
                Number = number,
                Name = name,
                Email = MemberFields.Optional(input.Mail),
                Role = Role.Operator,
                CreatedAt = clock.GetUtcNow(),
            };
            var made = await members.CreateAsync(member);
            return made.Succeeded
                ? await invitations.CreateAsync(member, InvitationKind.Join, cancellationToken)
                : new FieldMessage(nameof(Input.Number), string.Join(' ', made.Errors.Select(error => error.Description)));
        }

        private Task<int> AddPlatformAsync(CancellationToken cancellationToken)
        {
            var platform = new Tenant
            {
                Code = "platform",
                Name = "Platform",
                TimeZone = "UTC",
                Culture = "en-IN",
                Currency = "INR",
                IsPlatform = true,
                SecondFactorRoles = [nameof(Role.Operator)],
                CreatedAt = clock.GetUtcNow(),
            };
            db.Entry(platform).Property(row => row.Id).CurrentValue = db.TenantId;
            db.Tenants.Add(platform);
            return db.SaveChangesAsync(cancellationToken);
        }
    }
}
