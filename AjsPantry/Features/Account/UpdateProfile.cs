using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

/// <summary>What people say of themselves: name and phone number. The rest is their admins' to change.</summary>
public static class UpdateProfile
{
    public const int LongestPhone = 20;

    public sealed record Input
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write your name, as others here know you.", AcceptInvitation.LongestName);
            RuleFor(input => input.Phone).Must(IsPhone).WithMessage("Write the number in digits, such as +91 98765 43210, or leave it empty.");
        }

        private static bool IsPhone(string? typed)
        {
            var text = Typed.Text(typed);
            return text == "" || (text.Length <= LongestPhone && text.Count(char.IsAsciiDigit) is >= 6 and <= 15 && text.All(sign => char.IsAsciiDigit(sign) || "+-() ".Contains(sign, StringComparison.Ordinal)));
        }
    }

    public sealed class Handler(PantryDb db, Caller caller)
    {
        public async Task HandleAsync(Input input, CancellationToken cancellationToken)
        {
            var id = caller.Person!.Id;
            var member = await db.Members.SingleAsync(member => member.Id == id, cancellationToken);
            (member.Name, member.PhoneNumber) = (Typed.Text(input.Name), Typed.Text(input.Phone) is { Length: > 0 } phone ? phone : null);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
