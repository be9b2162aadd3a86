using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

/// <summary>Puts an event on the calendar, or changes one that is there, and tells those whom it is for.</summary>
public sealed class PlanEvent(PantryDb db, EventNotice news, Scope scope)
{
    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(EventInput.Version), "Someone else changed this event in the meantime.");

    /// <param name="floorId">Null for an event of everybody.</param>
    public async Task<Outcome<SpecialEvent>> AddAsync(Guid? floorId, EventInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageEvents);
        var special = new SpecialEvent
        {
            SubmissionId = input.SubmissionId,
            FloorId = floorId,
            Date = InputParser.Day(input.Date)!.Value,
            Until = UntilOf(input),
            At = InputParser.Time(input.At),
            Title = InputParser.Text(input.Title),
            Text = TextOf(input),
            CreatedById = scope.Actor.Id,
            CreatedAt = scope.Now,
        };
        if (await MadeAsync(input, cancellationToken) is { } made)
            return Again(made, special);
        // What was may be written down too, but a year that was mistyped is not.
        if ((special.Until ?? special.Date) < scope.Today.AddYears(-1))
            return new FieldMessage(nameof(EventInput.Date), "That is more than a year ago. Choose a later day.");
        db.SpecialEvents.Add(special);
        await news.TellNewAsync(special, cancellationToken);
        if (!await db.TrySaveAsync(cancellationToken, SpecialEvent.SubmissionIndex))
            return Again((await MadeAsync(input, cancellationToken))!, special);
        return special;
    }

    /// <returns>Null when there is no such event, or it was cancelled.</returns>
    public async Task<Outcome<SpecialEvent>?> ChangeAsync(Guid floorId, Guid id, EventInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageEvents);
        if (await EventQuery.Of(db.SpecialEvents, floorId, id).SingleOrDefaultAsync(cancellationToken) is not { CancelledAt: null } special)
            return null;
        if (special.Version != input.Version)
            return Changed;
        var before = EventTime.Of(special);
        special.Date = InputParser.Day(input.Date)!.Value;
        special.Until = UntilOf(input);
        special.At = InputParser.Time(input.At);
        special.Title = InputParser.Text(input.Title);
        special.Text = TextOf(input);
        if (EventTime.Of(special) != before)
            await news.TellMovedAsync(special, before, cancellationToken);
        if (!await db.TrySaveAsync(cancellationToken, RetryOnConflict.Changed, RetryOnConflict.Taken))
            return Changed;
        return special;
    }

    /// <summary>What somebody else made with it, or made on another floor, is not shown to whoever happens to send its id.</summary>
    private static readonly FieldMessage UsedForm = new(
        "", "This form was already used for another event. Open a new form and copy what you typed below.");

    private Task<SpecialEvent?> MadeAsync(EventInput input, CancellationToken cancellationToken) =>
        db.SpecialEvents.AsNoTracking().SingleOrDefaultAsync(special => special.SubmissionId == input.SubmissionId, cancellationToken);

    private static Outcome<SpecialEvent> Again(SpecialEvent made, SpecialEvent typed) =>
        made.FloorId != typed.FloorId || made.CreatedById != typed.CreatedById ? UsedForm
        : SentForm.Again(made, typed, special => (special.Date, special.Until, special.At, special.Title, special.Text));

    /// <summary>A last day that is the first one says nothing.</summary>
    private static DateOnly? UntilOf(EventInput input) =>
        InputParser.Day(input.Until) is { } until && until != InputParser.Day(input.Date) ? until : null;

    private static string? TextOf(EventInput input) => InputParser.Lines(input.Text) is { Length: > 0 } text ? text : null;
}
