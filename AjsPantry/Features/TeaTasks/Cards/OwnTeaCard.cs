using System.Globalization;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Cards;

/// <summary>The person's own tea: what is to come, and what they have not said of yet whether it was made.</summary>
public sealed class OwnTeaCard(PantryDb db) : IHomeCard
{
    private const int MostTeas = 8;

    private static readonly HomeQuery<OwnTea> Teas = new((db, floorId, memberId, today) => db.Set<TeaDuty>().AsNoTracking()
        .Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today.AddDays(-TeaStates.DaysToMark)
            && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted
                || (duty.State == TeaState.NotConfirmed && duty.Date <= today)))
        .OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).Take(MostTeas)
        .Select(duty => new OwnTea(duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At, duty.State)));

    private const string DutyPage = "/TeaTasks/Duties/Duty";

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var teas = await Teas.AskAsync(db, home, cancellationToken);
        home.Marks.AddRange(teas.Select(tea => new DayMark(NoteOrder.Tea, tea.Date, "cup-hot-fill", "your tea")));
        foreach (var tea in teas.Where(tea => tea.Date < home.Today || TeaTime.IsOver(tea.At, tea.Date, home)))
        {
            var day = tea.Date == home.Today ? "today" : $"on {home.Day(tea.Date)}";
            home.Rows.Add(Row(RowOrder.TeaToTell, tea, $"Did you make tea {day}?"));
        }

        var next = teas.FirstOrDefault(tea =>
            tea.Date >= home.Today && !TeaTime.IsOver(tea.At, tea.Date, home) && tea.State != TeaState.NotConfirmed);
        if (next is null)
            return;
        var words = $"You make tea {home.On(next.Date)}";
        if (next.Date > home.Tomorrow)
            home.Rows.Add(Row(RowOrder.NextTea, next, words));
        else
            AddNear(home, next, words);
    }

    private static HomeRow Row(RowOrder order, OwnTea tea, string words) =>
        new(HomePlace.Turns, order, tea.Date, "turns", "cup-hot", [words], [Piece.Typed(tea.Words)])
        { Page = DutyPage, Id = tea.Id, IsMarked = true };

    /// <summary>Tea so near that it is the answer of the page.</summary>
    private static void AddNear(Home home, OwnTea tea, string words)
    {
        home.Answers.Add(new(NoteOrder.Tea, words));
        if (home.IsHeads)
        {
            home.Lines.Add(new(NoteOrder.Last, () => home.ToDos.Count > 0 ? [$"{words}."] : []));
            return;
        }

        var day = tea.Date == home.Today ? "" : $", {home.Day(tea.Date)}";
        home.Lines.Add(new(NoteOrder.Tea, () =>
            [Piece.Typed(tea.Words), $"{day}{(tea.State == TeaState.Accepted ? ". You agreed to make it." : "")}"]));
        home.Actions.Add(new(NoteOrder.Tea, tea.State == TeaState.Planned
            ? [new("I’ll make it", "/TeaTasks/Duties/Acceptance", tea.Id, "check-lg"),
                new("Ask somebody to take over", "/TeaTasks/Swaps/Swap", tea.Id)]
            : [new(tea.Date == home.Today ? "I made it" : "See your tea", DutyPage, tea.Id)]));
    }

    private sealed record OwnTea(Guid Id, DateOnly Date, string Slot, TimeOnly? At, TeaState State)
    {
        public string Words => TeaTime.Words(Slot, At);
    }
}

/// <summary>The time of a tea on a home page.</summary>
public static class TeaTime
{
    /// <summary>Morning, 06:45.</summary>
    public static string Words(string slot, TimeOnly? at) =>
        at is { } time ? $"{slot}, {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : slot;

    /// <summary>Tea of today whose time is past; one without a time lasts all day.</summary>
    public static bool IsOver(TimeOnly? at, DateOnly date, Home home) => date == home.Today && at <= home.Now;
}
