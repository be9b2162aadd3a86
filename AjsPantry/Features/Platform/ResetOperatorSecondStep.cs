using AjsPantry.Features.People.Access;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform;

/// <summary>
/// Takes the second step off an operator who lost the phone. Only whoever can start the program on the server can do it: operators have
/// nobody above them, and the last one has nobody beside.
/// </summary>
public sealed class ResetOperatorSecondStep(PantryDb db, SecondStepDesk desk, Scope scope)
{
    /// <summary>Acts in the platform's own scope.</summary>
    public async Task<Outcome<Member>> HandleAsync(string? number, string? reason, CancellationToken cancellationToken)
    {
        if (InputParser.Text(reason) is not { Length: > 0 and <= RemoveSecondStep.Reason } why)
            return new FieldMessage(
                "Reason", $"Give the reason in {RemoveSecondStep.Reason} characters at most, such as --reason \"Lost the phone.\"");
        var plain = MemberNumber.Plain(number);
        var operators = db.Members.Where(member => member.Role == Role.Operator);
        if (await operators.SingleOrDefaultAsync(member => member.Number == plain, cancellationToken) is not { } known)
            return new FieldMessage("Number", $"There is no operator {plain}.");
        if (!known.TwoFactorEnabled)
            return new FieldMessage("Number", $"Operator {plain} has no two-step sign-in.");
        scope.Reason = why;
        await desk.TakeOffAsync(known, "Somebody at the server", why, cancellationToken);
        return known;
    }
}
