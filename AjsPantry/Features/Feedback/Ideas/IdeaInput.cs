using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>What people write of an idea.</summary>
public sealed record IdeaInput
{
    /// <summary>Made with the form.</summary>
    public Guid SubmissionId { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    /// <summary>The name of a dish of the library; empty when it is about none.</summary>
    public string? Dish { get; set; }

    /// <summary>The version that the form was filled from; 0 for a new idea.</summary>
    public uint Version { get; set; }
}

public sealed class IdeaInputValidator : AbstractValidator<IdeaInput>
{
    public IdeaInputValidator()
    {
        RuleFor(input => input.Title).Words("Write your idea in a few words.", Idea.LongestTitle);
        RuleFor(input => input.Text).Must(typed => InputParser.Lines(typed) != "")
            .WithMessage("Write what would be better, so that others can vote on it.");
        RuleFor(input => input.Text).Must(typed => InputParser.Lines(typed).Length <= Idea.LongestText)
            .WithMessage($"Use {Idea.LongestText} characters at most.");
    }
}

/// <summary>The dish that an idea names.</summary>
/// <param name="Id">Null for none.</param>
internal sealed record IdeaDish(Guid? Id)
{
    private static readonly FieldMessage Unknown = new(
        nameof(IdeaInput.Dish), "There is no such dish. Choose one from the list, or leave it empty.");

    /// <summary>
    /// Looks the dish up and holds it, within the caller's transaction, so that it is not merged away before the idea names it.
    /// </summary>
    /// <param name="present">What the idea names now; it may keep a dish that is no longer in use.</param>
    public static async Task<Outcome<IdeaDish>> ChooseAsync(PantryDb db, string? typed, Guid? present, CancellationToken cancellationToken)
    {
        if (InputParser.Text(typed) == "")
            return new IdeaDish((Guid?)null);
        var name = DishName.Normal(typed);
        var found = await db.Dishes.Where(dish => dish.NormalName == name && (dish.ArchivedAt == null || dish.Id == present))
            .OrderBy(dish => dish.ArchivedAt != null).Select(dish => (Guid?)dish.Id).FirstOrDefaultAsync(cancellationToken);
        if (name == "" || found is not { } id)
            return Unknown;
        await db.HoldDishesAsync([id], cancellationToken);
        return id == present || await db.Dishes.AnyAsync(dish => dish.Id == id && dish.ArchivedAt == null, cancellationToken)
            ? new IdeaDish(id) : Unknown;
    }
}
