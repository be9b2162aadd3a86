namespace AjsPantry.Features.Menus.Dishes;

/// <summary>What people would do better about dishes, for those who plan and cook them. Whoever collects ideas registers it.</summary>
public interface IDishIdeas
{
    /// <summary>The open ideas with the most votes about a dish of the given name; about any dish when the name is empty.</summary>
    /// <param name="normalName">As names are compared.</param>
    Task<List<DishIdea>> TopAsync(Guid floorId, string normalName, CancellationToken cancellationToken);

    /// <summary>The open ideas with the most votes about a dish.</summary>
    /// <param name="floorId">Null for every floor of the tenant.</param>
    Task<List<DishIdea>> TopOfAsync(Guid dishId, Guid? floorId, CancellationToken cancellationToken);

    /// <summary>The title of the open idea with the most votes about each dish; those without one are left out.</summary>
    /// <param name="dishIds">Null for every dish.</param>
    Task<IReadOnlyDictionary<Guid, string>> BestAsync(
        Guid floorId, IReadOnlyCollection<Guid>? dishIds, CancellationToken cancellationToken);

    /// <returns>Null when the floor has no such idea about a dish.</returns>
    Task<DishIdea?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Lets the ideas about a dish be about another one, when the two are found to be the same. The caller holds both dishes and saves.
    /// </summary>
    Task MoveAsync(Guid goes, Guid stays, CancellationToken cancellationToken);
}

/// <summary>An idea about a dish.</summary>
/// <param name="Floor">The number of the floor that has it.</param>
/// <param name="Votes">How many, in words.</param>
public sealed record DishIdea(Guid Id, int Floor, string Title, string Text, string Dish, string Votes)
{
    /// <summary>As it stands in the notes of a meal.</summary>
    public string Words => $"{Title}: {Text}";
}
