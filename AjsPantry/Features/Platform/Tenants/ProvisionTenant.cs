using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>Makes a residence with its floors and its first admin, who gets a link to choose a password.</summary>
public static class ProvisionTenant
{
    public const int MostFloors = 100;
    public const int LongestNumber = 20;
    public const int LongestPerson = 100;
    public const int LongestMail = 256;

    public sealed record Input
    {
        /// <summary>Made with the form; becomes the residence's id, so that a form sent twice makes one residence.</summary>
        public Guid SubmissionId { get; init; } = Guid.CreateVersion7();

        public string? Name { get; set; }

        public string? Code { get; set; }

        public string? TimeZone { get; set; } = "Asia/Kolkata";

        public string? Culture { get; set; } = "en-IN";

        public string? Currency { get; set; } = "INR";

        public string? Floors { get; set; }

        public string? AdminNumber { get; set; }

        public string? AdminName { get; set; }

        public string? AdminMail { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.SubmissionId).NotEmpty()
                .WithMessage("Something went wrong with this form. Nothing was saved. Open it again.");
            RuleFor(input => input.Name).Words("Write the residence's name.", TenantRules.LongestName);
            RuleFor(input => input.Code).Code();
            RuleFor(input => input.TimeZone).Zone();
            RuleFor(input => input.Culture).Culture();
            RuleFor(input => input.Currency).Currency();
            RuleFor(input => input.Floors).Whole(1, MostFloors);
            RuleFor(input => input.AdminNumber).Words("Write the admin's member number.", LongestNumber);
            RuleFor(input => input.AdminNumber).Must(typed => !MemberNumber.Plain(typed).Any(sign => sign is ' ' or '@'))
                .WithMessage("A member number cannot contain spaces or @.");
            RuleFor(input => input.AdminName).Words("Write the admin's name.", LongestPerson);
            RuleFor(input => input.AdminMail)
                .Must(typed => InputParser.Text(typed) is var text && (text == "" || MailAddressRule.Holds(text)))
                    .WithMessage("Write a whole email address, such as admin@noor.example, or leave it empty.");
        }
    }

    public sealed class Handler(TenantActs acts, TenantScopes scopes, TimeProvider clock, Scope scope)
    {
        public async Task<Outcome<Provisioned>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.OperatePlatform);
            if (await MadeBeforeAsync(input, cancellationToken) is { } made)
                return made;
            try
            {
                return await acts.DoAsync(
                    input.SubmissionId, services => MakeAsync(services, input, cancellationToken), _ => Note(input), cancellationToken);
            }
            catch (DbUpdateException exception)
                when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "tenants" })
            {
                // Either the same form a moment ago, or another residence with this code.
                if (await MadeBeforeAsync(input, cancellationToken) is { } meanwhile)
                    return meanwhile;
                return new FieldMessage(nameof(Input.Code), TenantRules.CodeTaken);
            }
        }

        private async Task<Outcome<Provisioned>> MakeAsync(IServiceProvider services, Input input, CancellationToken cancellationToken)
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Tenants.Add(NewTenant(db, input));
            db.Floors.AddRange(NewFloors(TenantRules.ReadWhole(input.Floors)));
            await db.SaveChangesAsync(cancellationToken);
            var admin = NewAdmin(db.TenantId, input);
            var result = await services.GetRequiredService<UserManager<Member>>().CreateAsync(admin);
            if (!result.Succeeded)
                return new FieldMessage(nameof(Input.AdminNumber), string.Join(" ", result.Errors.Select(error => error.Description)));
            var link = await services.GetRequiredService<Invitations>().CreateAsync(admin, InvitationKind.Join, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new Provisioned(db.TenantId, link);
        }

        private Tenant NewTenant(PantryDb db, Input input)
        {
            var tenant = new Tenant
            {
                Code = TenantRules.CleanCode(input.Code),
                Name = InputParser.Text(input.Name),
                TimeZone = TenantChoices.Zone(input.TimeZone)!,
                Culture = input.Culture!,
                Currency = input.Currency!,
                // Admins may do the most, so they begin with a second step. They can change that in the settings.
                SecondFactorRoles = [nameof(Role.Admin)],
                CreatedAt = clock.GetUtcNow(),
            };
            db.Entry(tenant).Property(row => row.Id).CurrentValue = db.TenantId;
            return tenant;
        }

        private IEnumerable<Floor> NewFloors(int count) =>
            Enumerable.Range(1, count)
                .Select(number => new Floor { Number = number, Name = $"Floor {number}", CreatedAt = clock.GetUtcNow() });

        private Member NewAdmin(Guid tenantId, Input input)
        {
            var number = MemberNumber.Plain(input.AdminNumber);
            var mail = InputParser.Text(input.AdminMail);
            return new Member
            {
                UserName = Member.UserNameOf(tenantId, number),
                Number = number,
                Name = InputParser.Text(input.AdminName),
                Email = mail == "" ? null : mail,
                Role = Role.Admin,
                CreatedAt = clock.GetUtcNow(),
            };
        }

        private async Task<Outcome<Provisioned>?> MadeBeforeAsync(Input input, CancellationToken cancellationToken)
        {
            await using var scope = scopes.Open(input.SubmissionId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            if (await db.Tenants.SingleOrDefaultAsync(cancellationToken) is not { } made)
                return null;
            var floors = await db.Floors.CountAsync(cancellationToken);
            var admin = await db.Members.OrderBy(member => member.CreatedAt).ThenBy(member => member.Id).FirstAsync(cancellationToken);
            var before = (made.Code, made.Name, made.TimeZone, made.Culture, made.Currency, floors, admin.Number, admin.Name, admin.Email);
            var tenant = NewTenant(db, input);
            var person = NewAdmin(made.Id, input);
            var typed = (tenant.Code, tenant.Name, tenant.TimeZone, tenant.Culture, tenant.Currency, TenantRules.ReadWhole(input.Floors),
                person.Number, person.Name, person.Email);
            return before == typed ? new Provisioned(made.Id, null) : SentForm.Changed;
        }

        private static ActNote Note(Input input) => new(nameof(Tenant), null, new()
        {
            [nameof(Tenant.Name)] = InputParser.Text(input.Name),
            [nameof(Tenant.Code)] = TenantRules.CleanCode(input.Code),
            ["Floors"] = InputParser.Text(input.Floors),
            ["Admin"] = InputParser.Text(input.AdminName),
        });
    }
}

/// <param name="Link">The first admin's link; null when the same form made the residence before, since a link is shown once.</param>
public sealed record Provisioned(Guid TenantId, InvitationLink? Link);
