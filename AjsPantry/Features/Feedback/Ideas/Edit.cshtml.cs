using System.Globalization;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

public sealed class EditIdeaModel(PantryDb db, IdeasQuery query, ChangeIdea handler) : IdeaPage(query), IIdeaForm
{
    [BindProperty]
    public IdeaInput Input { get; set; } = new();

    public IReadOnlyList<string> Dishes { get; private set; } = [];

    /// <summary>What is not the person's, or others voted for, is shown as it is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Idea.MayBeChanged)
            return ToIdea();
        Input = new() { Title = Idea.Title, Text = Idea.Text, Dish = Idea.Dish, Version = Idea.Version };
        Dishes = await AddIdeaModel.DishNamesAsync(db, cancellationToken);
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

        Dishes = await AddIdeaModel.DishNamesAsync(db, cancellationToken);
        return Page();
    }
}
