using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.People.Import;

/// <summary>What a list is checked against.</summary>
/// <param name="Floors">The floors in use, by number.</param>
/// <param name="DefaultFloor">For rows that name no floor; null when they must.</param>
/// <param name="DefaultRole">For rows that name no role.</param>
/// <param name="MailDomain">Completes a number to an address where a row has none; null when nothing does.</param>
/// <param name="Numbers">Numbers that the tenant's people have, of those in the list.</param>
/// <param name="Mails">Addresses that the tenant's people have, of those in the list.</param>
public sealed record ListFacts(IReadOnlyList<FloorView> Floors, Guid? DefaultFloor, Role DefaultRole, string? MailDomain,
    IReadOnlySet<string> Numbers, IReadOnlySet<string> Mails)
{
    /// <summary>The rooms in use, of all floors.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; init; } = [];

    /// <summary>What the tenant calls a floor, in a sentence.</summary>
    public string FloorWord { get; init; } = "floor";

    /// <summary>What the tenant calls a room, in a sentence.</summary>
    public string RoomWord { get; init; } = "room";
}

/// <summary>A room that a list may name by its name or its mark.</summary>
public sealed record ListedRoom(Guid Id, Guid FloorId, string Name, string? Label)
{
    public bool IsCalled(string typed) =>
        string.Equals(Name, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(Label, typed, StringComparison.OrdinalIgnoreCase);
}


/// <summary>Finds everything that is wrong with each row of a list. Knows no database; sets of numbers and mails ignore case.</summary>
public static class ImportRules
{
    public const int LongestNumber = 20;
    public const int LongestName = 100;

    /// <summary>The number in the template's example, which must not become an account.</summary>
    public const string ExampleNumber = "DEMO-1";

    /// <summary>
    /// Letters, digits, hyphen, dot and underscore, beginning with a letter or a digit. An at sign would make it an address at sign-in, a
    /// slash parts tenant and number in the user name.
    /// </summary>
    public static bool IsNumber(string text) =>
        text.Length is > 0 and <= LongestNumber && char.IsLetterOrDigit(text[0])
            && text.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_');

    /// <summary>The address that a row's account gets.</summary>
    public static string? EmailOf(ListRow row, string? mailDomain) =>
        row.Mail != "" ? row.Mail : mailDomain is not null && IsNumber(row.Number) ? $"{row.Number}@{mailDomain}" : null;

    public static List<CheckedRow> Check(IReadOnlyList<ListRow> rows, ListFacts facts)
    {
        var seenNumbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var seenMails = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. rows.Select(row =>
        {
            var email = EmailOf(row, facts.MailDomain);
            if (facts.Numbers.Contains(row.Number))
                return new CheckedRow(row, RowState.Here, [], email, row.Floor == "" ? null : FindFloor(row.Floor, facts), null);
            var floor = FindFloor(row.Floor, facts);
            var role = row.Role == "" ? facts.DefaultRole : RoleWords.Find(row.Role);
            var room = row.Room == "" ? null : facts.Rooms.FirstOrDefault(room => room.FloorId == floor && room.IsCalled(row.Room));
            string[] problems = [.. new[]
            {
                SpreadsheetSlips.OfNumber(row.Number) ?? NumberProblem(row.Number)
                    ?? Twice(seenNumbers, row.Number, row.Line, "The number"),
                SpreadsheetSlips.Of("name", row.Name) ?? NameProblem(row.Name),
                SpreadsheetSlips.Of("email", row.Mail) ?? MailProblem(row.Mail) ?? TakenMail(email, facts)
                    ?? (email is null ? null : Twice(seenMails, email, row.Line, "The email")),
                SpreadsheetSlips.Of("phone number", row.Phone) ?? PhoneProblem(row.Phone),
                floor is null ? SpreadsheetSlips.Of(facts.FloorWord, row.Floor) ?? FloorProblem(row.Floor, facts) : null,
                role is null ? SpreadsheetSlips.Of("role", row.Role) ?? RoleProblem(row.Role) : null,
                room is null && row.Room != "" && floor is not null
                    ? SpreadsheetSlips.Of(facts.RoomWord, row.Room) ?? RoomProblem(row.Room, floor.Value, facts) : null,
            }.OfType<string>()];
            return new CheckedRow(row, problems.Length == 0 ? RowState.Add : RowState.Problem, problems, email, floor, role, room?.Id);
        })];
    }

    private static string? NumberProblem(string number) => number switch
    {
        "" => "The number is missing.",
        ExampleNumber => "This is the template's example. Replace it with a real person, or delete the row.",
        { Length: > LongestNumber } => $"The number is longer than {LongestNumber} characters.",
        _ when !IsNumber(number) =>
            $"The number “{number}” has characters that a number cannot have. Letters, digits, hyphens, dots and underscores are allowed.",
        _ => null,
    };

    private static string? NameProblem(string name) =>
        name.Length > LongestName ? $"The name is longer than {LongestName} characters." : null;

    private static string? MailProblem(string mail) =>
        mail == "" || MailAddressRule.Holds(mail) ? null : $"“{mail}” is not an email address.";

    private static string? TakenMail(string? email, ListFacts facts) =>
        email is not null && facts.Mails.Contains(email) ? $"The email {email} already belongs to somebody else here." : null;

    private static string? Twice(Dictionary<string, int> seen, string value, int line, string what)
    {
        if (seen.TryAdd(value, line))
            return null;
        return seen[value] == line ? $"{what} {value} is twice in row {line}." : $"{what} {value} is in row {seen[value]} too.";
    }

    private static string? PhoneProblem(string phone)
    {
        var isPhone = phone.Count(char.IsAsciiDigit) is >= 5 and <= 15 && phone.Length <= 30
            && phone.Select((letter, index) => char.IsAsciiDigit(letter) || letter is ' ' or '-' or '.' or '/' or '(' or ')'
                || (letter == '+' && index == 0)).All(good => good);
        return phone == "" || isPhone ? null
            : $"“{phone}” is not a phone number. Write 5 to 15 digits, with + in front for another country.";
    }

    private static Guid? FindFloor(string typed, ListFacts facts)
    {
        if (typed == "")
            return facts.DefaultFloor;
        var byName = facts.Floors.FirstOrDefault(floor => string.Equals(floor.Name, typed, StringComparison.OrdinalIgnoreCase));
        return (byName ?? facts.Floors.FirstOrDefault(floor => int.TryParse(typed, out var number) && floor.Number == number))?.Id;
    }

    private static string FloorProblem(string typed, ListFacts facts)
    {
        if (typed == "")
            return $"The {facts.FloorWord} is missing. Write it in the row, or choose a default {facts.FloorWord}.";
        var floors = string.Join(", ",
            facts.Floors
                .Select(floor =>
                    floor.Name.Contains(floor.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                        ? floor.Name : $"{floor.Number} ({floor.Name})"));
        return facts.Floors.Count == 0 ? $"There are no {facts.FloorWord}s yet. Add one first."
            : $"There is no {facts.FloorWord} “{typed}”. There are: {floors}.";
    }

    private static string RoomProblem(string typed, Guid floor, ListFacts facts) =>
        $"There is no {facts.RoomWord} “{typed}” on {facts.Floors.First(known => known.Id == floor).Name}. Add the {facts.RoomWord} first, or leave it empty.";

    private static string RoleProblem(string typed) => RoleWords.IsAdmin(typed)
        ? "A list cannot add admins. Add this person as a member, then change their role to admin."
        : $"There is no role “{typed}”. Write Member, Tea manager or Pantry head.";
}
