using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Person;

/// <summary>Changes a person's name, number, mail and phone.</summary>
public static class EditMember
{
    public sealed record Input
    {
        /// <summary>Identity's concurrency stamp of the person as the form was filled.</summary>
        public string? Stamp { get; set; }

        public string? Name { get; set; }

        public string? Number { get; set; }

        public string? Mail { get; set; }

        public string? Phone { get; set; }

        /// <summary>
        /// Of whoever edits; asked when the email of somebody who has joined changes, because that is where their links go.
        /// </summary>
        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write the name.", MemberFields.Name);
            RuleFor(input => input.Number).NumberRules();
            RuleFor(input => input.Mail).MailRules();
            RuleFor(input => input.Phone).PhoneRules();
            RuleFor(input => input.Password).MaximumLength(PasswordRules.Most).WithMessage(PasswordRules.TooLong);
        }
    }

    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(Input.Stamp), "Someone else changed this person in the meantime.");

    public sealed class Handler(
        PantryDb db, UserManager<Member> members, ILookupNormalizer names, PresentPassword password, SecondVoice voices,
        Invitations invitations, AccountNotice news, SecurityLog log, Scope scope)
    {
        /// <returns>Null when the tenant has nobody by that id.</returns>
        public async Task<Outcome<Member>?> HandleAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            // Before the lock: hashing takes its time, and others wait for it.
            return !string.IsNullOrEmpty(input.Password)
                && await password.ConfirmAsync(input.Password, cancellationToken) is { IsDone: false } refused
                ? refused : await ChangeAsync(id, input, cancellationToken);
        }

        private async Task<Outcome<Member>?> ChangeAsync(Guid id, Input input, CancellationToken cancellationToken)
        {
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
                return null;
            if (member.ConcurrencyStamp != input.Stamp)
                return Changed;
            var before = member.Email;
            var movesMail = member.PasswordHash is not null && member.Email != MemberFields.Optional(input.Mail);
            if (movesMail && string.IsNullOrEmpty(input.Password))
                return new FieldMessage(
                    nameof(Input.Password), "Their sign-in links go to this email. Write your own password to change it.");
            if (await MissingVoiceAsync(member, input, cancellationToken) is { } missing)
            {
                await turn.CommitAsync(cancellationToken);
                return missing;
            }

            if (!await ApplyAsync(member, input, cancellationToken))
                return member;
            if (await db.TakenAsync(names, member, member.Id, cancellationToken) is { } taken)
                return taken;
            if (movesMail)
                await TellAsync(member, before, cancellationToken);
            var saved = await SaveAsync(member);
            if (saved.IsDone)
                await turn.CommitAsync(cancellationToken);
            return saved;
        }

        /// <summary>By another number or address somebody else signs in to the account, or gets its mail.</summary>
        private async Task<FieldMessage?> MissingVoiceAsync(Member member, Input input, CancellationToken cancellationToken)
        {
            var number = MemberNumber.Plain(input.Number);
            var mail = MemberFields.Optional(input.Mail);
            if (member.Role != Role.Admin || member.Id == scope.ActorId || (member.Number == number && member.Email == mail))
                return null;
            var alone = new FieldMessage(
                "", $"{member.Name} is the only other admin, so nobody can agree. Ask {member.Name} to change the number or email here.");
            return await voices.MissingAsync(member, $"number {number}, email {mail ?? "none"}", alone, cancellationToken);
        }

        /// <summary>Told at both addresses; what was mailed to the one before ends.</summary>
        private async Task TellAsync(Member member, string? before, CancellationToken cancellationToken)
        {
            await invitations.WithdrawMailedAsync(member.Id, cancellationToken);
            log.Note(db, SecurityEventKind.EmailChanged, member.Id);
            var words =
                $"Links to sign in now go to {member.Email ?? "nowhere, because you have no email here"}. Until now it was {before ?? "none"}.";
            news.Tell(member, "Your email was changed", words, alsoTo: before);
        }

        /// <returns>False when nothing is different; then nothing is written and no audit entry made.</returns>
        private async Task<bool> ApplyAsync(Member member, Input input, CancellationToken cancellationToken)
        {
            var before = (member.Name, member.Number, member.Email, member.PhoneNumber);
            member.Name = InputParser.Text(input.Name);
            member.Number = MemberNumber.Plain(input.Number);
            member.Email = MemberFields.Optional(input.Mail);
            member.PhoneNumber = MemberFields.Optional(input.Phone);
            // Somebody who has not joined yet may still go by the number.
            if (before.Name == before.Number && member.Name == before.Number)
                member.Name = member.Number;
            if (member.Number != before.Number)
                member.UserName = Member.UserNameOf(db.TenantId, member.Number);
            if (member.Email != before.Email)
                member.EmailConfirmed = false;
            return before != (member.Name, member.Number, member.Email, member.PhoneNumber);
        }

        /// <summary>
        /// Through Identity, which keeps the normalised values in step; a new number or address does not sign the person out.
        /// </summary>
        private async Task<Outcome<Member>> SaveAsync(Member member)
        {
            try
            {
                var result = await members.UpdateAsync(member);
                return result.Succeeded ? member : Changed;
            }
            catch (DbUpdateException exception) when (exception.LostRace() is not null)
            {
                return exception.LostRace()!;
            }
        }
    }
}
