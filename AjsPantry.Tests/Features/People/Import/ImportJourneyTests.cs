using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Tests.Journeys.Pages;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Features.People.Import;

public sealed class ImportJourneyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task An_admin_brings_a_file_sees_its_problems_and_prints_the_invitations()
    {
        var page = await app.OpenAsAsync(Cast.Admin, width: 1280);
        await page.GotoAsync("/people/import");
        await Inspection.PassAsync(page);
        ListRow[] people = [.. Enumerable.Range(1, 20)
            .Select(number =>
                new ListRow(0, $"{number:0000}", $"Demo Person {number}", $"p{number}@jo.example", "", number == 7 ? "9" : "1", "")),
                new(0, "N1-head", "", "", "", "1", "")];
        await page.GetByLabel("Or choose a file")
            .SetInputFilesAsync(new FilePayload { Name = "people.xlsx", MimeType = ListFiles.XlsxType, Buffer = ListFiles.Xlsx(people) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("19 people can be added");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("There is no floor “9”");
        await page.GetByRole(AriaRole.Link, new() { Name = "See all rows" }).ClickAsync();
        // A floor that the list names by its number reads as everywhere, in one line.
        await Assertions.Expect(page.Locator("tbody tr").Filter(new() { HasText = "Here already" }).Locator(".c-floor"))
            .ToHaveTextAsync("Floor 1");
        Assert.Equal(1,
            await page.Locator(".c-floor").Last
                .EvaluateAsync<int>(
                    "cell => { const range = document.createRange(); range.selectNodeContents(cell); return range.getClientRects().length; }"));
        await Inspection.PassAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Add 19 people" }).ClickAsync();
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("0 of 21 rows");
        await Inspection.PassAsync(page);
        await app.RunAsync(new Uri(page.Url).AbsolutePath.IdOf());
        await page.ArrivedAsync("**/result");
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("19 people were added");
        await Inspection.PassAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Make invitations" }).ClickAsync();
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the cards: Everybody" }).ClickAsync();
        await Assertions.Expect(page.Locator(".invites li")).ToHaveCountAsync(19);
        await Inspection.PassAsync(page);
        await page.EvaluateAsync("navigator.clipboard.writeText = async text => { window.copied = text; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy all as a table" }).ClickAsync();
        Assert.Equal(20, (await page.EvaluateAsync<string>("window.copied")).Split('\n').Length);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.EvaluateAsync<string[]>(CutCards));
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        using var paper = UglyToad.PdfPig.PdfDocument.Open(pdf);
        // Eight cards to a page, none parted.
        Assert.Equal([8, 8, 3], paper.GetPages().Select(sheet => System.Text.RegularExpressions.Regex.Count(sheet.Text, "Demo Person")));
        Assert.Equal([8, 8, 3], paper.GetPages().Select(sheet => System.Text.RegularExpressions.Regex.Count(sheet.Text, "Works once")));
        Assert.DoesNotContain("Print the cards", paper.GetPage(1).Text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// Cards of which something would be cut off, or which are larger than an eighth of a sheet, with the longest address, code and name
    /// that a residence may have.
    /// </summary>
    private const string CutCards = """
        () => {
          const [name, address, code] = [document.querySelectorAll(".to b")[2], document.querySelectorAll(".how b")[2], document.querySelectorAll(".how .code")[2]];
          [name, address, code].forEach(part => part.dataset.before = part.textContent);
          name.textContent = "Demo Person Three of the Eighth Street of the Old Town by the River and the Long Bridge";
          address.textContent = "https://pantry.residence-of-the-university.example.org/join";
          code.textContent = "residence-of-the-uni-7K4M-Q2";
          const cut = [...document.querySelectorAll(".invites li")].filter(card => {
            const box = card.getBoundingClientRect();
            const inner = [...card.querySelectorAll("b, span, code, svg")].map(part => part.getBoundingClientRect());
            return box.height > 67 * 96 / 25.4 + 1 || inner.some(part => part.bottom > box.bottom || part.right > box.right + 1);
          }).map(card => card.innerText);
          [name, address, code].forEach(part => part.textContent = part.dataset.before);
          return cut;
        }
        """;

    [Fact]
    public async Task On_a_phone_numbers_are_pasted_and_nothing_is_wider_than_the_screen()
    {
        var page = await app.OpenAsAsync(Cast.OtherTenantAdmin, width: 390);
        await page.GotoAsync("/people/import");
        await Inspection.PassAsync(page);
        await page.GetByLabel("Paste it here").FillAsync($"PH-1, {new string('x', 60)}\nPH-2\nS1-head");
        await page.GetByLabel("Floor").SelectOptionAsync("Floor 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("2 people can be added");
        await Inspection.PassAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 2 people" }).ClickAsync();
        await page.ArrivedAsync("**/progress");
        await Inspection.PassAsync(page);
        var id = new Uri(page.Url).AbsolutePath.IdOf();
        await app.RunAsync(id, "South");
        await page.ArrivedAsync("**/result");
        await Inspection.PassAsync(page);
        await page.GotoAsync($"/people/import/{id}/links");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the cards" }).ClickAsync();
        await Assertions.Expect(page.Locator(".invites li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".invites .to").Last)
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\s*Member PH-2\\s*South House\\s*$"));
        await Inspection.PassAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_progress_page_reloads_until_it_is_done()
    {
        var page = await app.OpenAsAsync(Cast.Admin, width: 1280, javaScript: false);
        await page.GotoAsync("/people/import");
        await page.GetByLabel("Paste it here").FillAsync("JS-1");
        await page.GetByLabel("Floor").SelectOptionAsync("Floor 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the list" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 1 person" }).ClickAsync();
        await page.ArrivedAsync("**/progress");
        await app.RunAsync(new Uri(page.Url).AbsolutePath.IdOf());
        await page.ArrivedAsync("**/result");
        await Assertions.Expect(page.Locator(".answer")).ToHaveTextAsync("1 person was added");
        await page.Context.CloseAsync();
    }
}
