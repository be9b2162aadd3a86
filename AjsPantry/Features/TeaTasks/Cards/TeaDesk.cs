using AjsPantry.Features.Shared.Homes;

namespace AjsPantry.Features.TeaTasks.Cards;

/// <summary>What those who look after a floor's tea see of it: who makes it today and tomorrow, and what is missing.</summary>
public sealed record TeaDesk(
    Home Home, IReadOnlyList<DeskTea> Duties, IReadOnlyList<DeskSlot> Slots, PlannedTea Planned, IReadOnlyList<DeskSwap> Swaps)
    : HomeCard(HomePlace.TeaDesk, "/Features/TeaTasks/Cards/_TeaDesk.cshtml")
{
    /// <summary>How far ahead they see what is missing.</summary>
    public const int Days = 14;

    /// <summary>The teas of today and tomorrow.</summary>
    public IReadOnlyList<DeskTea> Teas { get; } = [.. Duties.Where(tea => tea.State.IsLive() && tea.Date <= Home.Tomorrow)];

    /// <summary>Teas that nobody has, planned or not.</summary>
    public IReadOnlyList<TeaGap> Gaps { get; } =
    [
        .. Duties.Where(tea => tea.State.IsLive() && !tea.IsTaken).Take(Days).Select(tea => new TeaGap(tea.Date, tea.Slot, tea.Id))
            .Concat(Holes(Home.Today, Duties, Slots, Planned.Until)).OrderBy(gap => gap.Date),
    ];

    /// <summary>Where no tea is made there is no card.</summary>
    public bool IsShown => Slots.Count > 0 || Teas.Count > 0;

    /// <summary>How many are to confirm; in a pantry head's note already, and then not here.</summary>
    public int ToConfirm => Home.IsHeads ? 0 : Planned.ToConfirm;

    /// <summary>The rota ends within the days that are looked ahead.</summary>
    public bool EndsSoon => Slots.Count > 0 && (Planned.Until is null || Planned.Until < Home.Today.AddDays(Days - 1));

    public IEnumerable<ToDo> ToDos
    {
        get
        {
            if (Gaps.FirstOrDefault(gap => gap.Date <= Home.Tomorrow) is { } gap)
                yield return NobodyMakes(gap);
            if (Planned.ToConfirm > 0)
                yield return new(ToDoOrder.TeaToConfirm, "check-lg", $"{ToDo.Count(Planned.ToConfirm, "tea")} to confirm",
                    "Marked as made, not confirmed yet.", "/TeaTasks/Duties/Managing/Confirmation", "Confirm");
        }
    }

    /// <summary>What no rota planned is no duty yet that could be given to somebody.</summary>
    private ToDo NobodyMakes(TeaGap gap)
    {
        var (page, button) = gap.DutyId is not null ? ("/TeaTasks/Duties/Managing/Reassigning", "Choose somebody")
            : Planned.HasDraft ? ("/TeaTasks/Planning/Index", "Open the draft") : ("/TeaTasks/Planning/Make", "Plan tea");
        return new(ToDoOrder.NobodyMakesTea, "cup-hot", $"Nobody makes tea {Home.On(gap.Date)}", gap.Slot, page, button)
        {
            Id = gap.DutyId,
            Day = gap.DutyId is null ? gap.Date : null,
        };
    }

    /// <summary>What no rota planned though later days are. A tea that was called off is no hole.</summary>
    private static IEnumerable<TeaGap> Holes(
        DateOnly today, IReadOnlyList<DeskTea> duties, IReadOnlyList<DeskSlot> slots, DateOnly? until)
    {
        var planned = duties.Select(tea => (tea.SlotId, tea.Date)).ToHashSet();
        return slots.SelectMany(slot => Enumerable.Range(0, Days).Select(today.AddDays)
            .Where(day => slot.Weekdays.Contains((int)day.DayOfWeek) && day < until && !planned.Contains((slot.Id, day)))
            .Select(day => new TeaGap(day, slot.Name, null)));
    }
}

/// <param name="IsTaken">Somebody has it.</param>
/// <param name="By">Who; null for nobody.</param>
public sealed record DeskTea(
    Guid Id, DateOnly Date, Guid SlotId, string Slot, TimeOnly? At, TeaState State, bool IsTaken, string? By, bool IsMine);

/// <param name="Weekdays">The days on which it is made: 0 is Sunday.</param>
public sealed record DeskSlot(Guid Id, string Name, int[] Weekdays);

/// <param name="Until">The last day that has tea planned.</param>
/// <param name="HasDraft">A rota waits to be published.</param>
/// <param name="ToConfirm">How many teas wait to be confirmed.</param>
public sealed record PlannedTea(DateOnly? Until, bool HasDraft, int ToConfirm);

/// <param name="Of">Who is asked; null for everybody.</param>
/// <param name="IsMine">The person who looks asks it.</param>
public sealed record DeskSwap(Guid Id, DateOnly Date, string By, string? Of, bool IsMine)
{
    public IReadOnlyList<Piece> Words =>
        [Piece.Typed(By), " asks ", string.IsNullOrEmpty(Of) ? "everybody" : Piece.Typed(Of), " to take over"];
}

/// <summary>A tea that nobody has.</summary>
/// <param name="DutyId">Null where no rota planned it.</param>
public sealed record TeaGap(DateOnly Date, string Slot, Guid? DutyId);
