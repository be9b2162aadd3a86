using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ideas;

public sealed class AddIdeaModel(DishChoices dishes, PostIdea handler) : FloorPage, IIdeaForm
{
    [BindProperty]
    public IdeaInput Input { get; set; } = new();

    public IReadOnlyList<DishChoice> Dishes { get; private set; } = [];

    /// <summary>The form; of a dish's own page it comes with the dish.</summary>
    public async Task OnGetAsync(string? dish, CancellationToken cancellationToken)
    {
        Input = new() { SubmissionId = Guid.NewGuid(), Dish = InputParser.Text(dish) };
        Dishes = await dishes.ReadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = "Your idea is posted. You get a notification with the answer.";
                return ToPage("Idea", new { outcome.Value.Id });
            }
        }

        Dishes = await dishes.ReadAsync(cancellationToken);
        return Page();
    }
}
