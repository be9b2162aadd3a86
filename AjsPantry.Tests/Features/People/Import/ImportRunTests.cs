using AjsPantry.Features.People.Import;
using AjsPantry.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>An import at work: beside another, cut off, carried on, and large.</summary>
public sealed class ImportRunTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Two_imports_of_the_same_people_at_once_add_each_of_them_once()
    {
        var list = string.Join('\n', Enumerable.Range(1, 700).Select(number => $"SI-{number}"));
        var ids = new List<Guid>();
        foreach (var check in (WebPage[])[await app.CheckAsync(list), await app.CheckAsync(list)])
            ids.Add((await check.SubmitAsync([])).Location!.IdOf());
        await Task.WhenAll(ids.Select(id => app.RunAsync(id)));
        var imports = new[] { await app.ImportAsync(ids[0]), await app.ImportAsync(ids[1]) };
        Assert.All(imports, import => Assert.Equal(MemberImportState.Done, import.State));
        Assert.Equal(700, imports.Sum(import => import.Added));
        Assert.Equal(700, await app.ReadAsync("North", db => db.Members.CountAsync(member => member.Number.StartsWith("SI-"))));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_where_it_stopped()
    {
        var check = await app.CheckAsync(string.Join('\n', Enumerable.Range(1, 12).Select(number => $"CU-{number}")));
        var id = (await check.SubmitAsync([])).Location!.IdOf();
        await app.InTenantAsync("North", services => services.GetRequiredService<ImportBatch>().RunAsync(id, 5, CancellationToken.None));
        var half = await app.ImportAsync(id);
        Assert.Equal((MemberImportState.Running, 5, 5), (half.State, half.Done, half.Added));
        var progress = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/import/{id}");
        Assert.Contains("5 of 12 rows", (await progress.FollowAsync()).Text, StringComparison.Ordinal);

        await app.RunAsync(id);
        await app.RunAsync(id);
        var whole = await app.ImportAsync(id);
        Assert.Equal((MemberImportState.Done, 12, 12), (whole.State, whole.Done, whole.Added));
        Assert.Equal(12, await app.ReadAsync("North", db => db.Members.CountAsync(member => member.Number.StartsWith("CU-"))));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_in_the_middle_writes_whole_batches_only()
    {
        var check = await app.CheckAsync(string.Join('\n', Enumerable.Range(1, 900).Select(number => $"CX-{number}")));
        var id = (await check.SubmitAsync([])).Location!.IdOf();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Record.ExceptionAsync(() =>
            app.InTenantAsync(
                "North", services => services.GetRequiredService<ImportMembers>().RunAsync(Cast.TenantId("North"), id, stop.Token)));
        var import = await app.ImportAsync(id);
        Assert.Equal(import.Added, await app.ReadAsync("North", db => db.Members.CountAsync(member => member.Number.StartsWith("CX-"))));
        await app.RunAsync(id);
        Assert.Equal(900, (await app.ImportAsync(id)).Added);
    }

    [Fact]
    public async Task What_changed_since_the_check_is_told_and_holds_up_nobody()
    {
        var check = await app.CheckAsync("LA-1, , taken@la.example\nLA-2, , free@la.example\nLA-3\nLA-4");
        await app.CarryOutAsync(await app.CheckAsync("LA-9, , TAKEN@la.example\nla-3"));
        var result = await app.CarryOutAsync(check);
        Assert.Equal("2 people were added", result.Answer);
        Assert.Contains("The email taken@la.example was given to somebody else after the check.", result.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "1", "0", "1"], result.Document.QuerySelectorAll(".tile .fig").Select(figure => figure.TextContent));
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_is_given_up_and_the_others_come_in()
    {
        // The user name of another tenant's person, which nothing but a mistake could give them.
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            (await db.Members.SingleAsync(member => member.Number == Cast.OtherTenantMember.Number)).NormalizedUserName = Member.UserNameOf(
                Cast.TenantId("North"), "UN-2").ToUpperInvariant();
            await db.SaveChangesAsync();
        });
        var result = await app.CarryOutAsync(await app.CheckAsync("UN-1\nUN-2\nUN-3"));
        Assert.Equal("2 people were added", result.Answer);
        Assert.Contains("Could not be added. Import this row again", result.Text, StringComparison.Ordinal);
        Assert.NotNull(await app.MemberAsync("UN-3"));
    }

    [Fact]
    public async Task An_import_that_failed_says_so_and_can_be_carried_on()
    {
        var id = (await (await app.CheckAsync("FA-1")).SubmitAsync([])).Location!.IdOf();
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            var import = await db.MemberImports.SingleAsync(import => import.Id == id);
            import.State = MemberImportState.Failed;
            import.Error = "The disk is full.";
            await db.SaveChangesAsync();
        });
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/import/{id}/progress");
        Assert.Equal("The import has stopped", page.Answer);
        Assert.Contains("The disk is full.", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.SubmitAsync([])).Status);
        await app.RunAsync(id);
        Assert.NotNull(await app.MemberAsync("FA-1"));
    }

    [Fact]
    public async Task Ten_thousand_people_come_in_without_a_question_for_each()
    {
        var list = string.Join('\n',
            Enumerable.Range(1, 10_000)
                .Select(number =>
                    $"TT-{number},Demo Person {number},tt{number}@tt.example,022 555 {number:0000},Member,{(number % 2) + 1}"));
        var answer = await app.UploadAsync("Number,Name,Mail,Phone,Role,Floor\n" + list);
        var check = await answer.FollowAsync();
        Assert.Equal("10,000 people can be added", check.Answer);
        app.Commands.Clear();
        var result = await app.CarryOutAsync(check);
        // Twenty batches of a handful of commands each.
        Assert.InRange(app.Commands.All.Count, 20, 300);
        Assert.Equal("10,000 people were added", result.Answer);
        Assert.Equal(10_000,
            await app.ReadAsync("North",
                db => db.AuditEntries
                    .CountAsync(entry => entry.Thing == "Member" && entry.Kind == "Added"
                        && entry.Reason == "Import of members: people.csv")));

        app.Commands.Clear();
        var sheets = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(result.Document.QuerySelector(".acts .btn-primary")!.GetAttribute("href")!);
        Assert.Equal("10,000 people wait for a link", sheets.Answer);
        Assert.Equal(50, sheets.Document.QuerySelectorAll("main form").Length);
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Contains("Floor 1, 201 to 400", sheets.Text, StringComparison.Ordinal);
    }
}
