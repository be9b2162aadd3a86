using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Features.People.Person;

/// <summary>What adding and editing a person have in common: the rules of the fields, and what must be unique.</summary>
public static partial class MemberFields
{
    public const int Name = 100;
    public const int Number = 20;
    public const int Mail = 256;
    public const int Phone = 30;

    public static void NumberRules<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => MemberNumber.Plain(typed) != "").WithMessage("Write the member number.")
            .Must(typed => MemberNumber.Plain(typed).Length <= Number).WithMessage($"Use {Number} characters at most.")
            .Must(typed => Plain().IsMatch(MemberNumber.Plain(typed))).WithMessage("Use only letters, digits, dots and hyphens.");

    public static void MailRules<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(typed => InputParser.Text(typed).Length <= Mail).WithMessage($"Use {Mail} characters at most.")
            .Must(typed => InputParser.Text(typed) == "" || MailAddressRule.Holds(InputParser.Text(typed)))
                .WithMessage("Write the whole email address, such as 1013@noor.example, or leave it empty.");

    public static void PhoneRules<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Must(typed => InputParser.Text(typed) == "" || Dialled().IsMatch(InputParser.Text(typed)))
            .WithMessage($"Write the phone number in digits, {Phone} characters at most, or leave it empty.");

    /// <summary>Null when nothing was typed.</summary>
    public static string? Optional(string? typed) => InputParser.Text(typed) is { Length: > 0 } text ? text : null;

    /// <summary>Says who already has the number or the address; null when nobody does.</summary>
    /// <param name="except">The person being changed.</param>
    public static async Task<FieldMessage?> TakenAsync(
        this PantryDb db, ILookupNormalizer names, Member member, Guid? except, CancellationToken cancellationToken)
    {
        var userName = names.NormalizeName(member.UserName);
        var mail = names.NormalizeEmail(member.Email);
        var other = await db.Members
            .Where(other => other.Id != except && (other.NormalizedUserName == userName || (mail != null && other.NormalizedEmail == mail)))
            .OrderByDescending(other => other.NormalizedUserName == userName)
            .Select(other => new
            {
                other.Name,
                SameNumber = other.NormalizedUserName == userName,
                Gone = other.DeactivatedAt != null,
                Floor = other.Floor == null ? null : other.Floor.Name
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (other is null)
            return null;
        var who = other.Name + (other.Floor is null ? "" : $" on {other.Floor}")
            + (other.Gone ? ", who is deactivated and can be reactivated" : "");
        return other.SameNumber
            ? new FieldMessage("Number", $"{member.Number} is already the number of {who}.")
            : new FieldMessage("Mail", $"{member.Email} is already the email of {who}.");
    }

    /// <summary>
    /// Somebody took the number or the address in the same moment: the database refuses, and the form says so at the field.
    /// </summary>
    public static FieldMessage? LostRace(this DbUpdateException exception) =>
        (exception.InnerException as PostgresException)?.ConstraintName switch
        {
            "UserNameIndex" or "ix_members_tenant_id_number" =>
                new FieldMessage("Number", "Somebody else just got this number. Check the list of people."),
            "ix_members_tenant_id_normalized_email" =>
                new FieldMessage("Mail", "Somebody else just got this email. Check the list of people."),
            _ => null,
        };

    // No @, which tells an address from a number when signing in, and no slash, which parts tenant and number in the user name.
    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\+?[\p{Nd} ()/.-]{3,29}$")]
    private static partial Regex Dialled();
}
