using System.Text;
using AjsPantry.Features.Menus;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Procurement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Administration.Audit;

public sealed class AuditTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Page = "/administration/audit";

    [Fact]
    public async Task Before_and_after_stand_side_by_side_in_words()
    {
        await ChangeMemberAsync(member => member.Role = Role.TeaManager, "Swapped with a friend");
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + "?thing=Member&reason=friend");
        var entry = Assert.Single(page.Document.QuerySelectorAll(".trail"));
        // By the number: another test of the class may have renamed the person.
        Assert.Contains($", {Cast.OtherFloorMember.Number}", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Swapped with a friend", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Role", "Member", "Tea manager"], entry.QuerySelectorAll("tbody tr > *").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task Amounts_read_as_money_and_ids_as_names()
    {
        await app.RecordAsync("North", 2, BillActs.One(1234567.5m, number: "A-1", shop: "Wholesale"));
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + "?thing=Bill&kind=Added");
        var row = page.Document.QuerySelectorAll(".trail").Single(entry => entry.TextContent.Contains("A-1", StringComparison.Ordinal));
        var values = row.QuerySelectorAll("tbody tr")
            .ToDictionary(change => change.QuerySelector("th")!.TextContent, change => change.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(("₹12,34,567.50", "Floor 2"), (values["Total"], values["Floor"]));
        Assert.DoesNotContain("Submission", values.Keys);
        Assert.Null(row.QuerySelectorAll("thead th").FirstOrDefault(head => head.TextContent == "Before"));
    }

    [Fact]
    public async Task An_entry_names_its_thing_also_where_the_name_is_in_another_table()
    {
        var day = new DateOnly(2026, 3, 20);
        var meal = await app.PlanAsync(day, "Named upma");
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            (await db.Menus.SingleAsync(menu => menu.Id == meal)).Notes = "Less salt";
            await db.SaveChangesAsync();
        });
        await app.NeedAsync("Named soap");
        var visitor = await app.SignInAsync(Cast.Admin);
        var entries = (await visitor.GetAsync($"{Page}?of={meal}")).Document.QuerySelectorAll(".trail .what")
            .Select(what => what.Words()).ToList();
        Assert.Equal(["Changed meal Named upma, Fri 20 Mar 2026", "Added meal Named upma, Fri 20 Mar 2026"], entries);
        var soap = (await visitor.GetAsync(Page + "?thing=ShoppingItem&kind=Added")).Document.QuerySelectorAll(".trail")
            .Single(entry => entry.TextContent.Contains("Named soap", StringComparison.Ordinal));
        Assert.Contains("Priority Normal", soap.QuerySelectorAll("tbody tr").Select(row => row.Words()));
        Assert.DoesNotContain(
            "Locked after wrong passwords", (await visitor.GetAsync(Page + "?thing=Member")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_not_told()
    {
        await ChangeMemberAsync(member => member.PasswordHash = "THE-HASH", "Password day");
        var text = (await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + "?reason=Password+day")).Text;
        Assert.Contains("Password (hidden) (hidden)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("THE-HASH", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=soon", "from: Choose a day.")]
    [InlineData("?from=2026-03-02&to=2026-03-01", "to: That is before the first day. Choose a later one.")]
    public async Task A_wrong_day_is_told_at_its_field(string query, string error) =>
        Assert.Equal(error, Assert.Single((await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + query)).Errors), ignoreCase: true);

    [Theory]
    [InlineData("?at=older_x_y")]
    [InlineData("?at=older_99999999999999999999_0190b000000070008000000000000009")]
    [InlineData("?at=sideways")]
    public async Task A_place_that_is_none_is_not_found(string query) =>
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + query)).Status);

    [Fact]
    public async Task Another_tenants_entries_are_never_seen()
    {
        await app.RecordAsync("South", 1, BillActs.One(5, number: "SOUTH-ONLY"));
        var visitor = await app.SignInAsync(Cast.Admin);
        Assert.DoesNotContain("SOUTH-ONLY", (await visitor.GetAsync(Page + "?thing=Bill")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SOUTH-ONLY", await CsvAsync(visitor, "?thing=Bill"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_asks_as_often_however_much_it_lists()
    {
        await app.RecordAsync("North", 1, BillActs.DMart);
        var visitor = await app.SignInAsync(Cast.Admin);
        await visitor.GetAsync(Page);
        app.Commands.Clear();
        await visitor.GetAsync(Page);
        var few = app.Commands.All.Count;
        for (var bill = 0; bill < 3; bill++)
            await app.RecordAsync("North", 1, BillActs.One(10, $"Listed-{bill}"));
        app.Commands.Clear();
        await visitor.GetAsync(Page);
        Assert.Equal(few, app.Commands.All.Count);
    }

    [Fact]
    public async Task The_file_holds_the_filtered_rows_for_spreadsheets_without_formulas()
    {
        await ChangeMemberAsync(member => member.Name = "=HYPERLINK(1)", "For the file");
        var visitor = await app.SignInAsync(Cast.Admin);
        var answer = await visitor.GetAsync(Page + ".csv?reason=For+the+file");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("audit-trail-2026-03-15.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = await answer.FileLinesAsync();
        Assert.Equal("When,Who,Address,What happened,Thing,Name,Value,Before,After,Reason", lines[0]);
        Assert.Contains(",Name,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1),For the file", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2026-03-15 14:30:00 +05:30,", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    private static async Task<string> CsvAsync(Visitor visitor, string query) =>
        await (await visitor.GetAsync(Page + ".csv" + query)).Content.ReadAsStringAsync();

    private Task ChangeMemberAsync(Action<Member> change, string reason) => app.InTenantAsync("North", async services =>
    {
        services.GetRequiredService<Caller>().Reason = reason;
        var db = services.GetRequiredService<PantryDb>();
        change(await db.Members.SingleAsync(member => member.Number == Cast.OtherFloorMember.Number));
        await db.SaveChangesAsync();
    });
}
