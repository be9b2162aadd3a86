using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Directory;

public sealed class DirectoryModel(DirectoryQuery query, RoomsQuery rooms) : PeoplePage
{
    [BindProperty(SupportsGet = true)]
    public DirectoryFilter Filter { get; set; } = new();

    public DirectoryPage Directory { get; private set; } = null!;

    public IReadOnlyList<RoomView> MyRooms { get; private set; } = [];

    public bool Manages => Person.May(Permission.ManageMembers);

    /// <summary>Everybody the page could show, in words: on Floor 1.</summary>
    public string Where => Floor is { } floor ? $"on {floor.Name}" : $"in {Tenant.Name}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Directory = await query.ReadAsync(Floor?.Id, Filter, cancellationToken);
        if (Person.Floor is not null && !Filter.IsNarrow)
            MyRooms = await rooms.OfMemberAsync(Person.Id, cancellationToken);
    }

    /// <summary>Where the names of a letter begin in the page.</summary>
    public static string Mark(string letter) => "letter-" + letter;

    /// <summary>The letter that a row is the first of; null for all others.</summary>
    public string? Begins(ListedMember member)
    {
        var letter = member.Name[..1].ToUpperInvariant();
        return Directory.People.First(other => other.Name[..1].ToUpperInvariant() == letter) == member ? Mark(letter) : null;
    }

    /// <summary>The same list, another page of it.</summary>
    public Dictionary<string, string> PageRoute(int page)
    {
        var route = new Dictionary<string, string> { ["p"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        foreach (var (name,
            value) in new[] { ("q", Filter.Search), ("role", Filter.OfRole?.ToString()), ("state", Filter.OfState?.ToString()) })
        {
            if (!string.IsNullOrEmpty(value))
                route[name] = value;
        }

        return route;
    }

    /// <summary>Pantry head · Room 104 · Floor 2 · 1013, with what the reader may know and does not know already.</summary>
    public string Line(ListedMember member) => string.Join(" · ", new[]
    {
        member.Role.Words(),
        member.Rooms.Count == 0 ? null : string.Join(", ", member.Rooms),
        Floor is null ? member.Floor : null,
        Manages && member.Name != member.Number ? member.Number : null,
    }.OfType<string>());
}

/// <summary>One row of the list, on the page that knows who reads it.</summary>
public sealed record PersonRow(DirectoryModel Page, ListedMember Member);
