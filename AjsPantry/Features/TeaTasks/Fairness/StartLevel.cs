namespace AjsPantry.Features.TeaTasks.Fairness;

/// <summary>
/// With how many turns each person starts, so that who joins is level with the others when they can first be planned. What was
/// planned before that counts as past, though its day is still to come.
/// </summary>
public static class StartLevel
{
    public static IReadOnlyDictionary<Guid, int> Of(IReadOnlyCollection<Joined> people)
    {
        var starts = new Dictionary<Guid, int>();
        foreach (var person in people.OrderBy(person => person.PlannedSince))
        {
            var counts = people.Where(other => other.PlannedSince < person.PlannedSince)
                .Select(other => starts[other.Id] + other.Planned.Count(planned => planned < person.PlannedSince)).Order().ToList();
            starts[person.Id] = counts.Count == 0 ? 0 : counts[counts.Count / 2];
        }

        return starts;
    }
}

/// <param name="PlannedSince">When the first rota was published in which the person took part; the end of time when none was yet.</param>
/// <param name="Planned">For each turn that counts, when its rota was published.</param>
public sealed record Joined(Guid Id, DateTimeOffset PlannedSince, IReadOnlyList<DateTimeOffset> Planned);
