using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Shared.Forms;

/// <summary>What a form asks for that wants to know why; some ask for more beside it.</summary>
public abstract record ReasonInput
{
    public string? Reason { get; set; }
}

/// <summary>The rules of a form that asks for a reason alone.</summary>
public abstract class ReasonValidator<T> : AbstractValidator<T>
    where T : ReasonInput
{
    /// <param name="missing">The message where nothing is written.</param>
    protected ReasonValidator(string missing, int longest) => RuleFor(input => input.Reason).Words(missing, longest);
}

/// <summary>A page whose form has the field of _Reason.cshtml.</summary>
public interface IReasonForm
{
    ReasonInput Input { get; }

    int LongestReason { get; }

    string ReasonLabel => "Reason";
}
