namespace AjsPantry.Infrastructure.Locks;

/// <summary>
/// What is held until a transaction ends, in the order in which it is taken. Whoever needs several takes the lower ones first, so that
/// nobody waits in a circle; <see cref="LockOrder"/> sees to it.
/// </summary>
public enum LockRank
{
    /// <summary>The imports of a tenant.</summary>
    Imports,

    /// <summary>The tenant's row: its settings, and who is what and lives where.</summary>
    People,

    /// <summary>Rows of floors, whose numbers and number are the tenant's.</summary>
    Floors,

    /// <summary>Open links with which people join or come back.</summary>
    Invitations,

    /// <summary>A person's row, for what only one sign-in at a time may do.</summary>
    Member,

    /// <summary>A room's row.</summary>
    Room,

    /// <summary>A floor's tea: rotas, duties, swaps and times.</summary>
    Tea,

    /// <summary>A floor's cooking turns.</summary>
    Turns,

    /// <summary>The loading of starter dishes into a tenant's library.</summary>
    Starters,

    /// <summary>The queue of those who change several meals of a tenant.</summary>
    Meals,

    /// <summary>Rows of dishes.</summary>
    Dishes,

    /// <summary>Rows of meals.</summary>
    MealRows,

    /// <summary>The queue of those who suggest meals, and rows of suggestions.</summary>
    Suggestions,

    /// <summary>Rows of ideas.</summary>
    Ideas,

    /// <summary>A fine's row.</summary>
    Fine,

    /// <summary>A loan's row with its returns.</summary>
    Loan,

    /// <summary>The receipts of a bill.</summary>
    Receipts,

    /// <summary>A floor's books: alone while a month is closed; shared, by the database itself, while a bill is written.</summary>
    Books,

    /// <summary>What a floor has spent of its budgets.</summary>
    Spending,

    /// <summary>The runs of one kind of job.</summary>
    Job,
}
