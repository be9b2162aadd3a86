namespace AjsPantry.Features.Shared;

/// <summary>
/// What a feature keeps about a person, for them to take along. The feature registers one of these; the export asks all of them. Secrets
/// and their hashes are no part of it.
/// </summary>
public interface IPersonalData
{
    /// <summary>Where its sections stand in the file, from 1.</summary>
    int Place { get; }

    /// <summary>In the order of the file.</summary>
    Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken);
}

/// <param name="Content">What is written as it is; null where there is nothing.</param>
public sealed record PersonalSection(string Name, object? Content);
