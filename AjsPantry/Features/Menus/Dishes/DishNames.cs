using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>Keeps one dish from being in the library twice, as far as a name can tell.</summary>
public sealed class DishNames(NamesakesQuery namesakes)
{
    /// <summary>The message when the name is another dish's, also of a lost race.</summary>
    public static readonly FieldMessage Taken = new(
        nameof(DishInput.Name), "This dish already exists. Open it below, or choose another name.");

    /// <summary>The message of a lost race; the page shows the other version beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(DishInput.Version), "Someone else changed this dish in the meantime.");

    /// <summary>Refuses a name that is in use and asks once about a near one.</summary>
    /// <param name="except">The dish being renamed; null for a new one.</param>
    /// <param name="isSure">The person says that it is another dish.</param>
    public async Task<FieldMessage?> CheckAsync(string name, Guid? except, bool isSure, CancellationToken cancellationToken)
    {
        var found = await namesakes.FindAsync(name, except, cancellationToken);
        if (found.Count == 0)
            return null;
        if (!found[0].IsArchived && found[0].NormalName == DishName.Normal(name))
            return Taken;
        return isSure ? null : new(nameof(DishInput.AnotherDish), Question(found[0], isNew: except is null));
    }

    private static string Question(Namesake dish, bool isNew)
    {
        var then = dish.IsArchived ? ", which is archived? Then restore that one." : isNew ? "? Then there is nothing to add."
            : "? Then merge the two.";
        return $"Is it the same as {dish.Name}{then} If it is another dish, tick the box and save again.";
    }
}
