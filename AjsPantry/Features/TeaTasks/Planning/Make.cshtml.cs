using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>Which days are planned, and who takes part.</summary>
public sealed class MakeModel(DraftQuery drafts, StandingsQuery standings, MakeDraft.Handler handler) : FloorPage
{
    [BindProperty]
    public MakeDraft.Input Input { get; set; } = new();

    public IReadOnlyList<TeaStanding> People { get; private set; } = [];

    public int Window { get; private set; }

    public bool HasDraft { get; private set; }

    /// <param name="day">A single day to plan, where one was left out; none for the next ones in a row.</param>
    public async Task<IActionResult> OnGetAsync(string? day, CancellationToken cancellationToken)
    {
        var start = await drafts.StartAsync(Floor.Id, cancellationToken);
        if (!start.HasSlots)
            return ToPage("/TeaTasks/Slots/Index");
        await ReadPeopleAsync(cancellationToken);
        var draft = start.Draft;
        HasDraft = draft is not null;
        var (from, until) = InputParser.Day(day) is { } left ? (left, left) : draft is null ? Proposed(start.LastDay)
            : (draft.From < Today ? Today : draft.From, draft.Until);
        Input =
            new()
            {
                From = Iso(from),
                Until = Iso(until),
                People = [.. People.Where(person => draft is null || draft.People.Contains(person.MemberId))
                    .Select(person => $"{person.MemberId}")]
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
                return ToPage("Index");
        }

        await ReadPeopleAsync(cancellationToken);
        return Page();
    }

    private async Task ReadPeopleAsync(CancellationToken cancellationToken)
    {
        var counts = await standings.ReadAsync(Floor.Id, Today, cancellationToken);
        Window = counts.Window;
        People = counts.People;
    }

    /// <summary>From the first day without tea to the end of its month.</summary>
    private (DateOnly From, DateOnly Until) Proposed(DateOnly? lastDay)
    {
        var next = lastDay?.AddDays(1) ?? Today;
        var from = next < Today ? Today : next;
        return (from, new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
