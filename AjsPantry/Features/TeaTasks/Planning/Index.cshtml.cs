using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Month;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>The draft as those who plan see it, with the reason of every choice, and what publishing does.</summary>
public sealed class PlanModel(DraftQuery query, StandingsQuery standings, PublishRota handler, ChangeDraft.Handler change) : FloorPage
{
    public DraftView Draft { get; private set; } = null!;

    public IReadOnlyList<TeaStanding> People { get; private set; } = [];

    /// <summary>Who asked to be away on some of these days and has no answer yet.</summary>
    public IReadOnlyList<string> Undecided { get; private set; } = [];

    /// <summary>Places that need somebody else, because their person is away.</summary>
    public IReadOnlyList<DraftPlace> Away { get; private set; } = [];

    public DateOnly WindowStart { get; private set; }

    /// <summary>Somebody pressed the button, and nothing was published.</summary>
    public bool IsRefused { get; private set; }

    public string Period => TeaWords.Period(Draft.From, Draft.Until, Today.Year);

    public IReadOnlyList<DraftPlace> Open => [.. Draft.Places.Where(place => place.MemberId is null)];

    /// <summary>Turns that somebody keeps though they are away, each once.</summary>
    public IReadOnlyList<DraftPlace> Kept => [.. Draft.Places.Where(place => place.KeptFrom is not null)];

    /// <summary>How many turns each who takes part has before and after.</summary>
    public IReadOnlyList<(TeaStanding Person, int Before, int After)> Counts
    {
        get
        {
            var given = Draft.Places.Where(place => place.MemberId is not null).CountBy(place => place.MemberId!.Value).ToDictionary();
            return [.. People.Where(person => Draft.People.Contains(person.MemberId) || given.ContainsKey(person.MemberId))
                .Select(person => (person, person.Count, person.Count + given.GetValueOrDefault(person.MemberId)))];
        }
    }

    public MonthGrid Grid
    {
        get
        {
            var people = People.Select(person => new NamedPerson { Id = person.MemberId, Name = person.Name });
            var names = Tenant.NamesApart(people.With(Draft.Places.Select(place => (place.MemberId, place.Name))));
            return new MonthGrid(Draft.From, Draft.Until, Today, Draft.Places.Select(place => place.Slot).Distinct().Count() > 1,
                Draft.Places.ToLookup(place => place.Date, place => new GridItem(
                "Place", place.Id, place.MemberId is { } id ? names[id] : "Open", place.Slot, place.MemberId == Person.Id,
                Hint(place) is not null, Hint(place), Icon(place))));
        }
    }

    private string? Icon(DraftPlace place) => Away.Contains(place) ? "person-dash" : place.KeptFrom is not null ? "arrow-left-right" : null;

    private string? Hint(DraftPlace place) =>
        place.MemberId is null ? "nobody yet" : Away.Contains(place) ? "away on this day" : place.KeptFrom is not null
            ? "moved because of an absence" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : ToPage("Make");

    /// <param name="id">The draft.</param>
    /// <param name="version">Of what the person saw; text, so that junk is answered in words.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? version, CancellationToken cancellationToken)
    {
        var seen = uint.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (await handler.HandleAsync(Floor, id, seen, cancellationToken) is not { } outcome)
            return NotFound();
        if (outcome.IsDone)
        {
            var rota = outcome.Value.Rota;
            Toast =
                $"{TeaWords.Period(rota.From, rota.Until, Today.Year)} is published. {(outcome.Value.Told == 1 ? "1 person gets" : $"{outcome.Value.Told} people get")} a notification.";
            return ToPage("/TeaTasks/Month/Index", new { month = rota.From.ToString("yyyy-MM", CultureInfo.InvariantCulture) });
        }

        if (await ReadAsync(cancellationToken))
        {
            IsRefused = true;
            if (!outcome.Messages.Contains(PublishRota.SomebodyAway))
                outcome.ShowIn(ModelState, "");
            return Page();
        }

        Toast = outcome.Messages[0].Text;
        return ToPage("/TeaTasks/Month/Index");
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        await change.DiscardAsync(Floor.Id, id, cancellationToken);
        Toast = "The draft is deleted.";
        return ToPage("/TeaTasks/Month/Index");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, cancellationToken) is not { } draft)
            return false;
        Draft = draft;
        var counts = await standings.ReadAsync(Floor.Id, Today, cancellationToken);
        WindowStart = counts.Since;
        (Undecided, Away) = await query.AbsencesAsync(Floor.Id, draft, cancellationToken);
        People = counts.People;
        return true;
    }
}
