namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>
/// Everybody reads every page, file, feed and search, with their own things' addresses and with those of their doubles on another
/// floor; nobody reads a word of another residence, and only those who look after all floors read one of another floor.
/// </summary>
public sealed class MarkSweepTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>Words of the things of a sweep, by which a search finds them and their doubles.</summary>
    private static readonly string[] Searches = ["paneer", "idea", "shop", "wish", "event", "announcement", "dish", "room", "member",
        "words", "fine"];

    /// <summary>Words that only North has.</summary>
    private static readonly string[] OfNorth = ["Sweep ",
        .. Cast.All.Where(person => person.Tenant == "North").Select(person => person.Name)];

    private static readonly Person[] Readers =
    [
        Cast.Member, Cast.TeaManager, Cast.Head, Cast.Admin, Cast.OtherTenantMember, Cast.OtherTenantTeaManager, Cast.OtherTenantHead,
        Cast.OtherTenantAdmin, Cast.Operator,
    ];

    public static TheoryData<string> Numbers => [.. Readers.Select(person => person.Number)];

    [Fact]
    public async Task Every_table_of_a_floor_has_a_marked_row()
    {
        await Things.MakeAsync(app);
        var doubles = await Doubles.MakeAsync(app);
        Assert.True(
            doubles.Unmarked.Except(SiteMap.WithoutWords).ToList() is [],
            $"No row of {string.Join(", ", doubles.Unmarked.Except(SiteMap.WithoutWords))} has words that tell floors apart. Make one in Things.cs with Sweep in its words, or say in SiteMap.WithoutWords that there are none.");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Nobody_reads_words_of_another_floor_or_residence(string number)
    {
        var reader = Readers.Single(person => person.Number == number);
        var things = await Things.MakeAsync(app);
        var doubles = await Doubles.MakeAsync(app);
        var visitor = await app.SignInAsync(reader);
        var own = 0;
        List<string> leaks = [];
        foreach (var address in Addresses(things, doubles, reader))
        {
            var answer = await visitor.GetAsync(address.Path);
            var text = PaperText.Of(await answer.Content.ReadAsByteArrayAsync());
            // Two rows where a page expects one are a forgotten condition too.
            if (answer.Status >= 500)
                leaks.Add($"{address.Page} answers {answer.Status} at {address.Path}");
            if (text.Contains("Sweep ", StringComparison.Ordinal))
                own++;
            if (text.Contains(Doubles.OfResidence, StringComparison.OrdinalIgnoreCase))
                leaks.Add($"{address.Page} shows another residence at {address.Path}: {Around(text, Doubles.OfResidence)}");
            if (!SiteMap.Of(address.Page).ShowsOtherFloors(reader) && text.Contains(Doubles.OfFloor, StringComparison.OrdinalIgnoreCase))
                leaks.Add($"{address.Page} shows another floor at {address.Path}: {Around(text, Doubles.OfFloor)}");
            // What somebody asks for by its name stands in the answer too.
            if (reader.Tenant != "North"
                && Array.Find(OfNorth,
                    word => !address.Path.Contains(word.Replace(' ', '+'), StringComparison.Ordinal)
                        && text.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } foreign)
                leaks.Add($"{address.Page} shows North at {address.Path}: {Around(text, foreign)}");
        }

        // Who was signed out on the way would read nothing at all, and who cannot see the first floor's things would miss their doubles.
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        if (reader.Tenant == "North")
            Assert.InRange(own, 20, int.MaxValue);
        Assert.True(leaks.Count == 0,
            $"To {reader.Name}:\n{string.Join('\n', leaks)}\nA query has forgotten its floor or residence; if it is meant to show all floors, say so in SiteMap.cs.");
    }

    private IEnumerable<(string Page, string Path)> Addresses(Things things, Doubles doubles, Person reader)
    {
        foreach (var page in app.Pages().Values)
        {
            var stop = SiteMap.Of(page.Name);
            // Whoever has a secret link may read what it leads to.
            if (stop.Path is not null)
                continue;
            yield return (page.Name, stop.Address(page, things, null));
            // Whoever lives on a floor may ask for another one in vain.
            yield return (page.Name, stop.Address(page, things, reader.Floor is null ? 1 : Doubles.FloorNumber));
            if (stop.Thing is { } thing)
                yield return (page.Name, page.Address(doubles[things[thing]]) + stop.Query);
        }

        foreach (var format in (string[])["pdf", "xlsx", "csv", "vouchers"])
        {
            foreach (var report in (Guid[])[things["report"], things["chosen"], doubles[things["report"]], doubles[things["chosen"]]])
                yield return ("/Expenses/Reports/Stored/ReportDownload", $"/expenses/report/{report}/{format}");
        }

        foreach (var words in Searches)
            yield return ("/Search/Index", $"/search?q={words}");
    }

    private static string Around(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return string.Join(
            ' ', text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
