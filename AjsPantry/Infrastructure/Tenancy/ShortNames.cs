using System.Globalization;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>What people are called where there is little room: the first name, without a form of address before it.</summary>
public static class ShortNames
{
    /// <summary>Taher of Mulla Taher Vohra, where Mulla is a form of address. Whoever has no other name keeps it.</summary>
    public static string Of(string name, IReadOnlyCollection<string> honorifics) =>
        Parts(name, honorifics) is [var first, ..] ? first : name;

    /// <summary>
    /// The first name of each; of those who would read alike as much more as tells them apart: the initial of the last name, the last
    /// name, the whole name.
    /// </summary>
    public static IReadOnlyDictionary<Guid, string> Of(IEnumerable<(Guid Id, string Name)> people, IReadOnlyCollection<string> honorifics)
    {
        var all = people.DistinctBy(person => person.Id).ToList();
        var names = all.ToDictionary(person => person.Id, person => Of(person.Name, honorifics));
        foreach (var longer in (Func<string, string>[])[name => Initialled(Parts(name, honorifics)), name => Ends(Parts(name, honorifics)),
            name => name])
        {
            var alike = names.CountBy(name => name.Value, StringComparer.CurrentCultureIgnoreCase)
                .Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.CurrentCultureIgnoreCase);
            foreach (var (id, name) in all.Where(person => alike.Contains(names[person.Id])))
                names[id] = longer(name);
        }

        return names;
    }

    /// <summary>The letters in a person's circle: of the first and the last name.</summary>
    public static string Initials(string name, IReadOnlyCollection<string> honorifics) => Parts(name, honorifics) switch
    {
        [] => "",
        [var only] => StringInfo.GetNextTextElement(only),
        [var first, .., var last] => StringInfo.GetNextTextElement(first) + StringInfo.GetNextTextElement(last),
    };

    private static string Initialled(string[] parts) =>
        parts.Length < 2 ? string.Concat(parts) : $"{parts[0]} {StringInfo.GetNextTextElement(parts[^1])}.";

    private static string Ends(string[] parts) => parts.Length < 2 ? string.Concat(parts) : $"{parts[0]} {parts[^1]}";

    private static string[] Parts(string name, IReadOnlyCollection<string> honorifics)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = words.SkipWhile(word => honorifics.Contains(word.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)).ToArray();
        return rest.Length == 0 ? words : rest;
    }
}
