using System.Globalization;
using AjsPantry.Features.Menus.Dishes;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

public sealed class EditIdeaModel(DishChoices dishes, IdeasQuery query, ChangeIdea handler) : IdeaPage(query), IIdeaForm
{
    [BindProperty]
    public IdeaInput Input { get; set; } = new();

    public IReadOnlyList<DishChoice> Dishes { get; private set; } = [];

    /// <summary>What is not the person's, or others voted for, is shown as it is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Idea.MayBeChanged)
            return ToIdea();
        Input = new() { Title = Idea.Title, Text = Idea.Text, Dish = Idea.Dish, Version = Idea.Version };
        Dishes = await dishes.ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
                return NotFound();
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = "Your idea is saved.";
                return ToIdea();
            }

            if (outcome.Messages.Contains(ChangeIdea.Changed))
                ModelState.SetModelValue(
                    "Input.Version", Input.Version = Idea.Version, Idea.Version.ToString(CultureInfo.InvariantCulture));
        }

        Dishes = await dishes.ReadAsync(cancellationToken);
        return Page();
    }
}
