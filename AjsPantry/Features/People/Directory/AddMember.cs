using AjsPantry.Features.People.Person;
using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Directory;

/// <summary>Adds one person, without a password, and invites them to choose one.</summary>
public static class AddMember
{
    public sealed record Input
    {
        public string? Number { get; set; }

        /// <summary>May be empty; the person is asked for it when they join.</summary>
        public string? Name { get; set; }

        public Role Role { get; set; }

        /// <summary>The floor's number; without meaning for an admin.</summary>
        public int? Floor { get; set; }

        public string? Mail { get; set; }

        public string? Phone { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Number).NumberRules();
            RuleFor(input => input.Name).Must(name => InputParser.Text(name).Length <= MemberFields.Name)
                .WithMessage($"Use {MemberFields.Name} characters at most.");
            RuleFor(input => input.Role).Must(role => role.IsOfTenant()).WithMessage("Choose one of the roles.");
            RuleFor(input => input.Floor).NotNull().When(input => input.Role != Role.Admin).WithMessage("Choose where the person lives.");
            RuleFor(input => input.Mail).MailRules();
            RuleFor(input => input.Phone).PhoneRules();
        }
    }

    public sealed class Handler(
        PantryDb db, UserManager<Member> members, ILookupNormalizer names, Invitations invitations, SecondVoice voices, TimeProvider clock,
        Scope scope)
    {
        private const string NotAlone =
            "A second admin has to agree to a new admin. Add the person with another role, then change the role together.";

        /// <summary>The person and the invitation come into being together.</summary>
        public async Task<Outcome<InvitationLink>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            // A new admin whose link one admin sees would be a second voice of the same person.
            if (input.Role == Role.Admin && await voices.HasOtherAdminAsync(cancellationToken))
                return new FieldMessage(nameof(Input.Role), NotAlone);
            var member = await ToMemberAsync(input, cancellationToken);
            if (member.Role != Role.Admin && (member.FloorId = await FloorIdAsync(input.Floor, cancellationToken)) is null)
                return new FieldMessage(nameof(Input.Floor), "That one is archived. Choose another.");
            if (await db.TakenAsync(names, member, null, cancellationToken) is { } taken)
                return taken;
            try
            {
                return await SaveAsync(member, cancellationToken);
            }
            catch (DbUpdateException exception) when (exception.LostRace() is not null)
            {
                return exception.LostRace()!;
            }
        }

        private async Task<Member> ToMemberAsync(Input input, CancellationToken cancellationToken)
        {
            var number = MemberNumber.Plain(input.Number);
            var domain = await db.Tenants.Select(tenant => tenant.MailDomain).SingleAsync(cancellationToken);
            return new Member
            {
                UserName = Member.UserNameOf(db.TenantId, number),
                Number = number,
                // Lists, pickers and the audit trail need something to call the person until they say their name.
                Name = MemberFields.Optional(input.Name) ?? number,
                Email = MemberFields.Optional(input.Mail) ?? (domain is null ? null : $"{number}@{domain}"),
                PhoneNumber = MemberFields.Optional(input.Phone),
                Role = input.Role,
                CreatedAt = clock.GetUtcNow(),
            };
        }

        private Task<Guid?> FloorIdAsync(int? number, CancellationToken cancellationToken) =>
            db.Floors.Where(floor => floor.Number == number && floor.ArchivedAt == null).Select(floor => (Guid?)floor.Id)
                .SingleOrDefaultAsync(cancellationToken);

        private async Task<Outcome<InvitationLink>> SaveAsync(Member member, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var made = await members.CreateAsync(member);
            if (!made.Succeeded)
                return new FieldMessage(nameof(Input.Number), made.Errors.First().Description);
            var link = await invitations.CreateAsync(member, InvitationKind.Join, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return link;
        }
    }

    /// <summary>The roles that people of a tenant have; operators live elsewhere.</summary>
    public static bool IsOfTenant(this Role role) => Roles.Contains(role);

    public static readonly IReadOnlyList<Role> Roles = [Role.Member, Role.TeaManager, Role.PantryHead, Role.Admin];
}
