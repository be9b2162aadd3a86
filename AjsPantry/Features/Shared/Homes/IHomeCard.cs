namespace AjsPantry.Features.Shared.Homes;

/// <summary>
/// What a feature tells on the home page of somebody who lives on a floor. The feature that owns the rows registers one of these; the
/// page asks all of them, one after the other, and knows none by name.
/// </summary>
public interface IHomeCard
{
    /// <summary>Reads what there is to tell, each question in a small query of its own, and adds it to the page.</summary>
    Task ReadAsync(Home home, CancellationToken cancellationToken);
}

/// <summary>The same for the home page of somebody who has all floors.</summary>
public interface IFloorsCard
{
    /// <summary>Reads what there is to tell, and fills this feature's part of each floor's row.</summary>
    Task ReadAsync(FloorsHome home, CancellationToken cancellationToken);

    /// <summary>What needs a look; asked when every feature has filled its part of the rows.</summary>
    IEnumerable<ToDo> ToDos(FloorsHome home) => [];
}
