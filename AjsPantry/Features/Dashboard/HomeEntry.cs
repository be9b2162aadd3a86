namespace AjsPantry.Features.Dashboard;

/// <summary>Something that a home page tells. All kinds have one shape, so that one command reads them together.</summary>
public sealed record HomeEntry
{
    /// <summary>Stands for no day: every column has a value in each kind, by which PostgreSQL knows its type.</summary>
    internal static readonly DateOnly Never = new(1900, 1, 1);

    public required HomeKind Kind { get; init; }

    /// <summary>Of what it leads to; empty where it leads to a list.</summary>
    public required Guid Id { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The last day, where it has several.</summary>
    public required DateOnly Until { get; init; }

    public required string Title { get; init; }

    public required string More { get; init; }

    /// <summary>The name of its state; empty where it has none.</summary>
    public required string State { get; init; }

    /// <summary>How many, how much or what price, as its kind has it.</summary>
    public required decimal Number { get; init; }

    public required bool Flag { get; init; }

    /// <summary>Null where there is no day.</summary>
    public DateOnly? Day => Date == Never ? null : Date;
}

/// <summary>What an entry is. The comments say what its columns hold where that is not plain.</summary>
public enum HomeKind
{
    /// <summary>The person's room cooks; Away where the person is away then, AllAway where all of the room are, the person too.</summary>
    MyTurn,

    /// <summary>The person's tea: the slot, its minute of the day or -1.</summary>
    MyTea,

    /// <summary>Somebody asks the person to take over tea: who, which tea; flagged when nobody else is asked.</summary>
    AskedTea,

    /// <summary>Somebody asks the person's room to exchange days: who, the day given; until the day taken.</summary>
    AskedTurn,

    /// <summary>The person's request: the number of its <see cref="Requests.RequestKind"/>.</summary>
    MyRequest,

    /// <summary>Something for the person to buy: name, unit and quantity; flagged when urgent.</summary>
    MyItem,

    /// <summary>What the person or their room owes: for what, the room's name or nothing, how much.</summary>
    MyFine,

    /// <summary>An open idea: its author, its votes; flagged when the person voted.</summary>
    Idea,

    /// <summary>
    /// Whose turn a day is: the room and its label; AllAway where nobody of it is there. Flagged when it is the person's, who is there.
    /// </summary>
    Turn,

    /// <summary>A day on which nobody cooks, and why; flagged when the rota leaves its weekday out.</summary>
    Leave,

    /// <summary>An event, until its last day: its minute of the day or -1.</summary>
    Event,

    /// <summary>A bill: shop, its first item, its total.</summary>
    Bill,

    /// <summary>How much this month.</summary>
    Spent,

    /// <summary>How much the month before.</summary>
    SpentBefore,

    /// <summary>Whose tea it is: name or nothing, slot, minute of the day or -1.</summary>
    Tea,

    /// <summary>A tea that nobody has: the slot; flagged when no rota planned it, and then its id is the slot's.</summary>
    TeaGap,

    /// <summary>
    /// The last day that has tea planned; flagged when the floor makes tea at all. Draft where a rota waits to be published.
    /// </summary>
    TeaEnd,

    /// <summary>A question about tea that waits: who asks, whom or nothing.</summary>
    TeaSwap,

    /// <summary>How many teas wait to be confirmed.</summary>
    TeaToConfirm,

    /// <summary>Who is away today and until when.</summary>
    Away,

    /// <summary>How many people the floor has.</summary>
    People,

    /// <summary>A request that waits for the head: who, the number of its kind.</summary>
    Request,

    /// <summary>A suggested meal that waits: the dish and who would like it.</summary>
    Wish,

    /// <summary>Something to buy: its name, unit and quantity.</summary>
    Item,

    /// <summary>Something lent that waits for the head's word, or is late: the thing, the other floor.</summary>
    Loan,
}
