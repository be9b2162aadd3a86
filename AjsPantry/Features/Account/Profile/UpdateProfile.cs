using AjsPantry.Features.People.Person;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account.Profile;

/// <summary>What people say of themselves: name and phone number. The rest is their admins' to change.</summary>
public static class UpdateProfile
{
    public sealed record Input
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write the name that others here know.", MemberFields.Name);
            RuleFor(input => input.Phone).PhoneRules();
        }
    }

    public sealed class Handler(UserManager<Member> members, Scope scope)
    {
        public async Task HandleAsync(Input input)
        {
            var member = await members.FindByIdAsync(scope.Actor.Id.ToString())
                ?? throw new InvalidOperationException("The signed-in person is gone.");
            member.Name = InputParser.Text(input.Name);
            member.PhoneNumber = MemberFields.Optional(input.Phone);
            // Through Identity, whose new stamp tells an admin who is editing the same person.
            await members.UpdateAsync(member);
        }
    }
}
