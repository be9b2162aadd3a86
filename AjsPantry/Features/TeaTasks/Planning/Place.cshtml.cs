using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.TeaTasks.Fairness;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>One place of the draft: why it is whose, and who could have it instead.</summary>
public sealed class PlaceModel(DraftQuery query, StandingsQuery standings, AbsencesQuery absences, ChangeDraft.Handler handler) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChangeDraft.Input Input { get; set; } = new();

    public DraftPlace Place { get; private set; } = null!;

    /// <summary>Those who could have it, the fewest turns first, with what speaks for or against it.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Person = Place.MemberId?.ToString();
        await OfferAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.IsDone)
        {
            Toast = $"The draft of {Day(Place.Date)} is changed.";
            return ToPage("Index");
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = (await query.ReadAsync(Floor.Id, cancellationToken))?.Places.Find(place => place.Id == Id);
        Place = found!;
        return found is not null;
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var draft = (await query.ReadAsync(Floor.Id, cancellationToken))!;
        var given = draft.Places.Where(place => place.MemberId is not null).CountBy(place => place.MemberId!.Value).ToDictionary();
        var away = (await absences.BetweenAsync(Floor.Id, Place.Date, Place.Date, cancellationToken)).Select(absence => absence.MemberId)
            .ToHashSet();
        var people = (await standings.ReadAsync(Floor.Id, Today, cancellationToken)).People;
        Choices = [.. people.Select(person => (Person: person, Given: given.GetValueOrDefault(person.MemberId)))
            .OrderBy(choice => choice.Person.Count + choice.Given)
            .Select(choice => (choice.Person.MemberId, Words(choice.Person, choice.Given, away.Contains(choice.Person.MemberId))))];
    }

    private static string Words(TeaStanding person, int given, bool isAway)
    {
        var draft = given == 0 ? "" : $", {given} in the draft";
        return $"{person.Name}, {person.CountWords}{draft}{(isAway ? ", away" : "")}";
    }
}
