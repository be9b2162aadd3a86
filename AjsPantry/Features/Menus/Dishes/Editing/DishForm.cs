using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Features.Menus.Dishes.Merging;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>What adding and changing a dish have in common: the form, its proposals, and its lines without JavaScript.</summary>
public abstract class DishForm(NamesakesQuery namesakes) : DishesPage
{
    private const int BlankLines = 4;

    [BindProperty]
    public DishInput Input { get; set; } = new();

    /// <summary>Dishes that the typed name may mean.</summary>
    public IReadOnlyList<Namesake> Alike { get; private set; } = [];

    /// <summary>The dish being changed; null for a new one.</summary>
    public abstract Guid? Changing { get; }

    /// <summary>What the save button says.</summary>
    public abstract string Save { get; }

    /// <summary>True when the form comes back with what was typed, which leaving the page would lose.</summary>
    public bool IsReturned => HttpMethods.IsPost(Request.Method);

    /// <summary>The question about a near name is open, or was answered for this name.</summary>
    public bool AsksAboutName => Input.IsSureOfName || HasErrors(nameof(DishInput.AnotherDish));

    /// <summary>Only without JavaScript: one more line, nothing saved.</summary>
    public IActionResult OnPostAddLine()
    {
        ModelState.Clear();
        Input.Lines.Add(new());
        return Page();
    }

    /// <summary>The form, with room for ingredients.</summary>
    protected IActionResult Show()
    {
        while (Input.Lines.Count < BlankLines && !IsReturned)
            Input.Lines.Add(new());
        return Page();
    }

    /// <summary>The form as it was sent, with the dishes that its name may mean.</summary>
    protected async Task<IActionResult> ShowAgainAsync(CancellationToken cancellationToken)
    {
        if (HasErrors(nameof(DishInput.Name)) || HasErrors(nameof(DishInput.AnotherDish)))
            Alike = await namesakes.FindAsync(Input.Name, Changing, cancellationToken);
        if (HasErrors(nameof(DishInput.AnotherDish)))
        {
            Input.AnotherDish = false;
            Input.AskedAbout = DishName.Normal(Input.Name);
        }

        if (Input.Lines.Count == 0)
            Input.Lines.Add(new());
        return Page();
    }

    /// <summary>
    /// Leaves out the lines that nobody wrote on and checks the rest. The form was checked as it came, where a blank line is a
    /// mistake, so it is checked again without them.
    /// </summary>
    protected async Task<bool> IsInOrderAsync(CancellationToken cancellationToken)
    {
        Input.DropBlankLines();
        ModelState.Clear();
        var validator = new DishInputValidator(Scope);
        foreach (var failure in (await validator.ValidateAsync(Input, cancellationToken)).Errors)
            ModelState.AddModelError($"Input.{failure.PropertyName}", failure.ErrorMessage);
        return ModelState.IsValid;
    }

    private bool HasErrors(string field) => ModelState.TryGetValue($"Input.{field}", out var entry) && entry.Errors.Count > 0;
}
