using System.Text;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Tests.Features.Expenses.MonthEnd;

namespace AjsPantry.Tests.Features.People.Import;

public sealed class ImportPagesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string[] OfAnImport = ["", "/progress", "/result", "/links", "/problems.csv"];

    [Fact]
    public async Task Only_admins_bring_lists()
    {
        string[] pages = ["/people/import", "/people/import/template.csv",
            .. OfAnImport.Select(page => $"/people/import/{Guid.Empty}{page}")];
        foreach (var page in pages)
        {
            var anonymous = await app.Visit().GetAsync(page);
            Assert.StartsWith("/sign-in", anonymous.Location, StringComparison.Ordinal);
            foreach (var person in (Person[])[Cast.Head, Cast.TeaManager, Cast.Member, Cast.Operator])
                Assert.Equal(403, (await (await app.SignInAsync(person)).GetAsync(page)).Status);
        }

        Assert.Equal(403, (await (await app.SignInAsync(Cast.Head)).PostAsync("/people/import", new() { ["Input.Pasted"] = "1" })).Status);
        Assert.Equal(
            400, (await (await app.SignInAsync(Cast.Admin)).PostBlindlyAsync("/people/import", new() { ["Input.Pasted"] = "1" })).Status);
    }

    [Fact]
    public async Task Imports_of_another_tenant_and_unknown_ones_are_not_found()
    {
        var foreign = (await app.PasteAsync("FO-1", admin: Cast.OtherTenantAdmin)).Location!.IdOf();
        var admin = await app.SignInAsync(Cast.Admin);
        foreach (var id in (Guid[])[foreign, Guid.CreateVersion7()])
        {
            foreach (var page in OfAnImport)
                Assert.Equal(404, (await admin.GetAsync($"/people/import/{id}{page}")).Status);
            Assert.Equal(404, (await admin.GetAsync($"/people/import/{id}/progress?handler=Bar")).Status);
            foreach (var page in (string[])["", "/progress", "/links"])
                Assert.Equal(404, (await admin.PostAsync($"/people/import/{id}{page}", new() { ["floor"] = "0", ["part"] = "0" })).Status);
        }

        Assert.Null(await app.MemberAsync("FO-1", "South"));
    }

    [Theory]
    [InlineData("", "Input_Pasted: Paste a list here, or choose a file.")]
    [InlineData("\n \n", "Input_Pasted: Paste a list here, or choose a file.")]
    [InlineData("Name, Floor\nAsha, 1", "Input_Pasted: There is no column with the heading Number.")]
    public async Task A_list_that_cannot_be_read_is_answered_at_its_field(string text, string message)
    {
        var answer = await app.PasteAsync(text);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith(message, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal("1", answer.Value("Input.Floor"));
        Assert.Equal(text.Trim(), answer.Value("Input.Pasted")?.Trim());
        Assert.Equal(text.Trim() != "", answer.Text.Contains("What you pasted is still here.", StringComparison.Ordinal));
        Assert.DoesNotContain("Choose the file again", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_something_else_is_answered_at_its_field()
    {
        Assert.Contains("Nobody was added. Choose the file again.", (await app.UploadAsync("%PDF-1.7")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Input_File: The file is larger than 5 MB.",
            Assert.Single((await app.UploadAsync(new byte[UploadedList.MostBytes + 1])).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Input_File: This is neither an Excel workbook nor a CSV file.",
            Assert.Single((await app.UploadAsync("%PDF-1.7")).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Input_File: The file is empty.", Assert.Single((await app.UploadAsync([])).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_floor_or_the_role_of_an_admin_is_not_taken_from_the_form()
    {
        Assert.StartsWith("Input_Floor: That one is archived.", Assert.Single((await app.PasteAsync("UF-1", floor: 77)).Errors),
            StringComparison.Ordinal);
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/import");
        var answer = await page.SubmitAsync(new() { ["Input.Pasted"] = "UF-1", ["Input.Role"] = "Admin" });
        Assert.Equal("Input_Role: Choose Member, Tea manager or Pantry head.", Assert.Single(answer.Errors));
    }

    [Fact]
    public async Task A_list_over_several_pages_shows_problems_first_and_costs_few_commands()
    {
        var check = await app.CheckAsync(string.Join(
            '\n', Enumerable.Range(1, 120).Select(number => number == 120 ? "bad number, x" : $"PG-{number}")));
        Assert.Equal("120", check.Document.QuerySelector("tbody td")!.TextContent);
        Assert.Single(check.Document.QuerySelectorAll("tbody tr"));
        var admin = await app.SignInAsync(Cast.Admin);
        var all = await admin.GetAsync(check.Document.QuerySelector("a[href*='all=true']")!.GetAttribute("href")!);
        Assert.Equal("120", all.Document.QuerySelector("tbody td")!.TextContent);
        Assert.Contains("Page 1 of 3", all.Text, StringComparison.Ordinal);
        app.Commands.Clear();
        var third = await admin.GetAsync(all.Document.QuerySelector("nav.panel-foot a")!.GetAttribute("href")!.Replace(
            "p=2", "p=3", StringComparison.Ordinal));
        Assert.Equal(20, third.Document.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(app.Commands.All.Count, 1, 4);
        var address = check.Document.QuerySelector("main form")!.GetAttribute("action")!;
        Assert.Contains("Page 3 of 3", (await admin.GetAsync($"{address}?p=4&all=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_somebody_who_is_here_names_the_floor_as_the_others_do()
    {
        var check = await app.CheckAsync($"Number,Name,Floor\n{Cast.Member.Number},Asha,1\nHR-1,Zehra,1");
        var all = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector(".panel-foot a[href*=all]")!.GetAttribute("href")!);
        Assert.Equal(["Floor 1 Here already", "Floor 1 Can be added"],
            all.Document.QuerySelectorAll("tbody tr")
                .Select(row => $"{row.QuerySelector(".c-floor")!.Words()} {row.QuerySelector(".c-result")!.Words()}"));
    }

    [Fact]
    public async Task Every_state_of_an_import_leads_to_its_page()
    {
        var check = await app.CheckAsync("ST-1");
        var admin = await app.SignInAsync(Cast.Admin);
        var address = check.Document.QuerySelector("main form")!.GetAttribute("action")!;
        Assert.Equal(address, (await admin.GetAsync(address + "/result")).Location);
        Assert.Equal(address, (await admin.GetAsync(address + "/links")).Location);
        await check.SubmitAsync([]);
        Assert.Equal(address + "/progress", (await admin.GetAsync(address)).Location);
        var bar = await admin.GetAsync(address + "/progress?handler=Bar");
        Assert.Equal(200, bar.Status);
        await app.RunAsync(address.IdOf());
        var end = await admin.GetAsync(address + "/progress?handler=Bar");
        Assert.Equal(address + "/result", Assert.Single(end.Headers.GetValues("HX-Redirect")));
        Assert.Equal(address + "/result", (await admin.GetAsync(address + "/progress")).Location);
        Assert.Equal(302, (await check.SubmitAsync([])).Status);
        Assert.Contains("Pasted list", (await admin.GetAsync("/people/import")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await admin.PostAsync(address + "/links", new() { ["floor"] = "1", ["part"] = "9" })).Status);
        var sheet = await admin.GetAsync(address + "/links");
        Assert.Single((await sheet.SubmitAsync([])).Document.QuerySelectorAll(".invites li"));
        // Loading the cards anew sends the form again, and must not end the codes that were just printed.
        Assert.Contains(
            "These links were already made", (await (await sheet.SubmitAsync([])).FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Single((await (await admin.GetAsync(address + "/links")).SubmitAsync([])).Document.QuerySelectorAll(".invites li"));
    }

    [Fact]
    public async Task What_is_not_read_is_counted_and_named_and_never_passed_over()
    {
        var check = await (await app.UploadAsync("Residents,,\n\nNumber,Name,Hobby\nNR-1,Asha,tea\nTotal,1,\n")).FollowAsync();
        Assert.Equal("1 person can be added", check.Answer);
        Assert.Contains("3 parts of the list were not read. See below which and why. The others have no problem.", check.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("No row has a problem", check.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "3", "5"], check.Document.QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.TextContent));
        var all = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector("a[href*='all=true']")!.GetAttribute("href")!);
        Assert.Equal(["1", "3", "5", "4"], all.Document.QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.TextContent));
        Assert.Contains("It is the total below the list.", check.Text, StringComparison.Ordinal);
        Assert.Equal("Floor 1", all.Document.QuerySelectorAll("tbody td[data-l=Floor]")[^1].Words());
        Assert.Contains("1 person was added", (await app.CarryOutAsync(check)).Text, StringComparison.Ordinal);
        Assert.Null(await app.MemberAsync("Total"));
        var one = await (await app.UploadAsync("Number,Name\nNR-1,Asha\n# a remark\n")).FollowAsync();
        Assert.Contains("1 part of the list was not read. See below which and why. 1 is already here and does not change.", one.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx", ListFiles.XlsxType)]
    [InlineData("csv", CsvFile.ContentType)]
    public async Task The_template_comes_as_a_file(string format, string type)
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var file = await admin.GetAsync($"/people/import/template.{format}");
        Assert.Equal((200, type, $"people.{format}"),
            (file.Status, file.Content.Headers.ContentType!.ToString(), file.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(404, (await admin.GetAsync("/people/import/template.pdf")).Status);
    }

    [Fact]
    public void A_spreadsheet_that_expects_semicolons_gets_them() =>
        Assert.StartsWith(
            "Number;Name;", Encoding.UTF8.GetString(ListFiles.TemplateCsv("de-DE")).TrimStart('\uFEFF'), StringComparison.Ordinal);

    [Fact]
    public async Task Lists_one_after_the_other_are_slowed_down()
    {
        await using var slow = new SlowApp();
        await slow.InitializeAsync();
        var answers = new List<int>();
        // More than the window's two, should a slow machine see one window end and the next begin.
        while (answers.Count < 40 && !answers.Contains(429))
            answers.Add((await slow.PasteAsync("RL-1")).Status);
        Assert.Equal(429, answers[^1]);
        Assert.True(answers.Count > 2 && answers.SkipLast(1).All(status => status == 302));
        Assert.Equal(302, (await slow.PasteAsync("RL-1", admin: Cast.OtherTenantAdmin)).Status);
    }

    [Fact]
    public async Task A_file_beside_a_pasted_list_is_refused_and_neither_is_read()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var page = await visitor.GetAsync("/people/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Value("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new StringContent("BO-1"), "Input.Pasted" },
            { new StringContent("Member"), "Input.Role" },
            { new ByteArrayContent("Number\nBO-2"u8.ToArray()), "Input.File", "people.csv" },
        };
        var before = await Rows.ReadAsync(app.Database);
        var response = await visitor.Client.PostAsync("/people/import", form, TestContext.Current.CancellationToken);
        var answer = await visitor.ReadAsync("/people/import", response);
        const string Message = "Use either the pasted list or the file. Remove one of them.";
        Assert.Equal([$"Input_File: {Message}"], answer.Errors);
        Assert.Equal("BO-1", answer.Value("Input.Pasted")?.Trim());
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_floor_that_is_not_in_use_any_more_is_refused_and_the_list_stays()
    {
        var floor = await app.NewFloorAsync();
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/import");
        await TestServer.WriteAsync(app.Database, $"UPDATE floors SET archived_at = '2026-03-15T09:00:00Z' WHERE id = '{floor.Id}'");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Pasted"] = "FL-1", ["Input.Floor"] = $"{floor.Number}" });
        Assert.Equal(["Input_Floor: That one is archived. Choose another."], answer.Errors);
        Assert.Equal("FL-1", answer.Value("Input.Pasted")?.Trim());
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_role_that_no_list_gives_is_refused()
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/people/import");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Pasted"] = "RO-1", ["Input.Role"] = "Admin" });
        Assert.Equal(["Input_Role: Choose Member, Tea manager or Pantry head."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    private sealed class SlowApp : PantryApp
    {
        protected override bool IsShared => false;

        protected override IReadOnlyDictionary<string, string> Settings(string database) =>
            new Dictionary<string, string> { ["MemberImport:ListsPerMinute"] = "2" };
    }
}
