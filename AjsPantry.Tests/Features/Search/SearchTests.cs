using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Menus.Dishes;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Search;

public sealed class SearchTests(PantryApp app) : IClassFixture<PantryApp>
{
    private async Task<string[]> FindAsync(Person person, string words) =>
        [.. (await (await app.SignInAsync(person)).GetAsync($"/search?q={Uri.EscapeDataString(words)}")).Document
            .QuerySelectorAll("#hits .cover").Select(link => link.TextContent)];

    private Task NeedAsync(string tenant, int floor, string name) => app.InTenantAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        db.ShoppingItems
            .Add(new ShoppingItem
            {
                FloorId = (await app.FloorAsync(tenant, floor)).Id,
                SubmissionId = Guid.NewGuid(),
                Position = 0,
                Name = name,
                Quantity = 1,
                Unit = "kg",
                Category = AjsPantry.Features.Shared.Goods.Category.Grains,
                AddedAt = TestClock.Beginning
            });
        await db.SaveChangesAsync();
    });

    [Fact]
    public async Task One_word_finds_dishes_bills_by_what_was_bought_and_what_is_to_be_bought()
    {
        await app.NewDishAsync("Zafrani pulao");
        await app.RecordAsync("North", 1, BillActs.One(250, "ZB-1", "Zafran spices"));
        await NeedAsync("North", 1, "Zafran threads");
        await NeedAsync("North", 2, "Zafran upstairs");
        await NeedAsync("South", 1, "Zafran next door");
        Assert.Equal(["Zafrani pulao", "Bill ZB-1", "Zafran threads"], await FindAsync(Cast.Member, "zAFRAn"));
        Assert.Equal(["Zafrani pulao", "Zafran upstairs"], await FindAsync(Cast.OtherFloorMember, "zafran"));
        Assert.Equal(["Zafran next door"], await FindAsync(Cast.OtherTenantMember, "zafran"));
        Assert.Equal(["Zafrani pulao", "Bill ZB-1", "Zafran threads", "Zafran upstairs"], await FindAsync(Cast.Admin, "zafran"));
    }

    [Fact]
    public async Task People_are_found_by_name_on_the_own_floor_and_by_number_by_admins_alone()
    {
        Assert.Contains(Cast.TeaManager.Name, await FindAsync(Cast.Member, Cast.TeaManager.Name));
        Assert.DoesNotContain(Cast.OtherFloorMember.Name, await FindAsync(Cast.Member, Cast.OtherFloorMember.Name));
        Assert.Contains(Cast.OtherFloorMember.Name, await FindAsync(Cast.Admin, Cast.OtherFloorMember.Number));
        Assert.DoesNotContain(Cast.TeaManager.Name, await FindAsync(Cast.Member, Cast.TeaManager.Number));
        Assert.Empty(await FindAsync(Cast.Admin, Cast.OtherTenantMember.Number));
    }

    [Theory]
    [InlineData("zoya")]
    [InlineData("ZÓYA kest")]
    [InlineData("Kestrel-Zóya")]
    [InlineData("ｚｏｙａ")]
    public async Task Accents_case_width_and_order_do_not_matter(string words)
    {
        await TestServer.WriteAsync(
            app.Database, $"UPDATE members SET name = 'Zóya Kestrel' WHERE number = '{Cast.TeaManager.Number}'");
        Assert.Equal(["Zóya Kestrel"], await FindAsync(Cast.Member, words));
    }

    [Fact]
    public async Task Words_of_a_bill_may_stand_in_its_number_its_shop_and_its_lines()
    {
        await app.RecordAsync("North", 1, BillActs.One(250, "INV/2026/00417", "Quincunx stores", item: "Basmati rice"));
        await app.RecordAsync("North", 1, BillActs.One(250, "INV/2026/00418", "Quincunx stores", item: "Salt"));
        Assert.Equal(["Bill INV/2026/00417"], await FindAsync(Cast.Head, "quincunx rice"));
        Assert.Equal(["Bill INV/2026/00418"], await FindAsync(Cast.Head, "418"));
        Assert.Empty(await FindAsync(Cast.Head, "quincunx sugar"));
        var hit = (await (await app.SignInAsync(Cast.Head)).GetAsync("/search?q=quincunx+rice")).Document.QuerySelector("#hits .item")!;
        Assert.Contains("with Basmati rice", hit.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_says_which_of_its_items_was_looked_for()
    {
        await app.RecordAsync("North", 1, BillActs.One(250, "WHY-1", "Corner shop"));
        var item = await app.ReadAsync("North",
            db => Task.FromResult(db.Set<AjsPantry.Features.Expenses.Bills.Bill>().Where(bill => bill.Number == "WHY-1")
                .SelectMany(bill => bill.Lines).Single().Item));
        var hit = (await (await app.SignInAsync(Cast.Member)).GetAsync($"/search?q={Uri.EscapeDataString(item)}")).Document
            .QuerySelectorAll("#hits .item").Single(hit => hit.TextContent.Contains("WHY-1", StringComparison.Ordinal));
        Assert.Contains($"Corner shop, with {item}", hit.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_says_where_its_text_has_the_words()
    {
        var id = await app.IdeaAsync("Softer rotis", Cast.Member);
        await TestServer.WriteAsync(
            app.Database, $"UPDATE ideas SET text = '{new string('a', 90)} and please a little quincunx in the dough' WHERE id = '{id}'");
        var hit = Assert.Single((await (await app.SignInAsync(Cast.Member)).GetAsync("/search?q=quincunx")).Document
            .QuerySelectorAll("#hits .item"));
        Assert.Contains("“… and please a little quincunx in the dough”", hit.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_opens()
    {
        await app.NewDishAsync("Opening dish");
        await app.RecordAsync("North", 2, BillActs.One(10, "Opening-2", "Opening shop"));
        foreach (var person in (Person[])[Cast.Admin, Cast.Member])
        {
            var visitor = await app.SignInAsync(person);
            foreach (var link in (await visitor.GetAsync("/search?q=opening")).Document.QuerySelectorAll("#hits .cover"))
                Assert.Equal(200, (await visitor.GetAsync(link.GetAttribute("href")!)).Status);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("__\\")]
    [InlineData("a\0b")]
    [InlineData("<script>")]
    [InlineData("नमस्ते")]
    public async Task Whatever_is_typed_is_looked_for_as_it_is(string words) => Assert.Empty(await FindAsync(Cast.Member, words));

    [Fact]
    public async Task A_long_text_is_cut_and_a_part_of_a_page_is_answered_with_a_part()
    {
        var member = await app.SignInAsync(Cast.Member);
        Assert.Equal(200, (await member.GetAsync("/search?q=" + new string('x', 5000))).Status);
        var request = new HttpRequestMessage(HttpMethod.Get, "/search?q=nothing-has-it");
        request.Headers.Add("HX-Request", "true");
        var part = await (await member.Client.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.StartsWith("<section", part.Trim(), StringComparison.Ordinal);
        Assert.Contains("No results", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_one_command_for_each_kind_whatever_there_is()
    {
        var member = await app.SignInAsync(Cast.Member);
        await member.GetAsync("/search?q=bulk");
        for (var bill = 0; bill < 30; bill++)
            await app.RecordAsync("North", 1, BillActs.One(10, $"Bulk-{bill}", "Bulk shop"));
        app.Commands.Clear();
        var page = await member.GetAsync("/search?q=bulk");
        Assert.Equal(5, page.Document.QuerySelectorAll("#hits .item").Length);
        // And one for the session, whatever is typed.
        Assert.InRange(app.Commands.All.Count, 1, 6);
    }

    [Fact]
    public async Task Strangers_and_operators_find_nothing()
    {
        Assert.Equal(302, (await app.Visit().GetAsync("/search?q=rice")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync("/search?q=rice")).Status);
    }
}
