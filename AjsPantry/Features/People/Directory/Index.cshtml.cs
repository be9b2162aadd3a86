using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
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

    public PageLinks Pages => new("/People/Directory/Index", Directory.Numbers.Number, Directory.Numbers.HasMore, Filter.Values)
    { Names = PageLinks.ByPlace, Words = Directory.Numbers.Words };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(Filter.P) is not { } page || !Filter.CanBeMeant)
            return NotFound();
        Directory = await query.ReadAsync(Floor?.Id, Filter, page, cancellationToken);
        if (Person.Floor is not null && !Filter.IsNarrow)
            MyRooms = await rooms.OfMemberAsync(Person.Id, cancellationToken);
        return Page();
    }

    /// <summary>Where the names of a letter begin in the page.</summary>
    public static string Mark(string letter) => "letter-" + letter;

    /// <summary>The letter that a row is the first of; null for all others.</summary>
    public string? Begins(ListedMember member)
    {
        var letter = member.Name[..1].ToUpperInvariant();
        return Directory.People.First(other => other.Name[..1].ToUpperInvariant() == letter) == member ? Mark(letter) : null;
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
