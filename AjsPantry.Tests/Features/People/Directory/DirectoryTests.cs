using AjsPantry.Features.People.Directory;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Directory;

public sealed class DirectoryTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<WebPage> AsAsync(Person person, string query = "") =>
        await (await app.SignInAsync(person)).GetAsync("/people" + query);

    private static string[] Names(WebPage page) =>
        [.. page.Document.QuerySelectorAll("section[aria-labelledby=list] .item .body > :first-child").Select(name => name.TextContent)];

    [Fact]
    public async Task People_see_those_of_their_own_floor_by_name_and_role_and_nothing_more()
    {
        var page = await AsAsync(Cast.Member);
        Assert.Contains(Cast.Head.Name, Names(page));
        Assert.DoesNotContain(Cast.OtherFloorHead.Name, Names(page));
        Assert.DoesNotContain(Cast.Admin.Name, Names(page));
        Assert.Contains("Pantry head", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Head.Number, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_a_floor_see_each_others_phone_number_and_nothing_else_of_the_account()
    {
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<PantryDb>().Members.Where(member => member.Number == Cast.Head.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.PhoneNumber, "+91 98765 43210")));
        var link = (await AsAsync(Cast.Member)).Document.QuerySelectorAll("section[aria-labelledby=list] a.cover")
            .Single(link => link.TextContent == Cast.Head.Name);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync(link.GetAttribute("href")!);
        Assert.Equal("+91 98765 43210", page.Document.QuerySelector("a[href='tel:+919876543210']")!.TextContent.Trim());
        Assert.DoesNotContain(Cast.Head.Email, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Head.Number, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_page_says_when_they_make_tea_and_cook_next()
    {
        var person = await app.NewAsync();
        await app.TurnAsync(new DateOnly(2026, 8, 4), await app.NewRoomAsync("Next room", 1, person));
        var tea = await app.DutyAsync(new DateOnly(2026, 8, 3), person);
        await app.DutyAsync(new DateOnly(2026, 3, 2), person);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/people/{await app.IdAsync(person)}");
        Assert.Equal(["Mon 3 Aug Tea, Morning", "Tue 4 Aug Cooking, Next room"], page.Lines("turns"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/tea/duty/{tea}']"));
    }

    [Fact]
    public async Task Names_are_sorted_as_people_count_and_a_letter_leads_to_its_first_name()
    {
        var names = Enumerable.Range(1, 60).Select(number => $"Person {number}").Append("Zubin").ToList();
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var floor = await db.Floors.SingleAsync(floor => floor.Number == 1);
            db.Members.AddRange(names.Select((name, index) => new Member
            {
                UserName = $"sorted-{index}",
                NormalizedUserName = $"SORTED-{index}",
                Number = $"9{index:000}",
                Name = name,
                FloorId = floor.Id,
                CreatedAt = TestClock.Beginning,
            }));
            await db.SaveChangesAsync();
        });
        var page = await AsAsync(Cast.OtherTenantAdmin, "?floor=1");
        var shown = Names(page).Where(name => name.StartsWith("Person", StringComparison.Ordinal)).ToArray();
        Assert.Equal(names.Take(shown.Length), shown);
        var zubin = page.Document.QuerySelectorAll(".letters a").Single(link => link.TextContent == "Z").GetAttribute("href")!;
        var there = await (await app.SignInAsync(Cast.OtherTenantAdmin)).GetAsync(zubin);
        Assert.Equal("Zubin", there.Document.GetElementById(zubin.Split('#')[1])!.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Admins_find_the_way_to_add_many_and_others_do_not()
    {
        Assert.NotNull((await AsAsync(Cast.Admin)).Document.QuerySelector(".acts a[href='/people/import']"));
        Assert.Null((await AsAsync(Cast.Head)).Document.QuerySelector("a[href='/people/import']"));
    }

    [Fact]
    public async Task A_search_that_is_cut_within_a_letter_finds_nobody_and_breaks_nothing() =>
        Assert.Contains("Nobody found", (await AsAsync(Cast.Admin, "?q=" + new string('a', 99) + Uri.EscapeDataString("🍳🍳"))).Text,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("?floor=2")]
    [InlineData("?floor=all")]
    [InlineData("?floor=x")]
    public async Task People_of_a_floor_find_nothing_under_another(string query) =>
        Assert.Equal(404, (await AsAsync(Cast.Head, query)).Status);

    [Fact]
    public async Task An_admin_sees_the_whole_tenant_or_one_floor_and_no_other_tenant()
    {
        var whole = await AsAsync(Cast.Admin, "?role=PantryHead");
        Assert.Equal([Cast.Head.Name, Cast.OtherFloorHead.Name], Names(whole));
        Assert.Equal([Cast.OtherFloorHead.Name], Names(await AsAsync(Cast.Admin, "?role=PantryHead&floor=2")));
        Assert.Equal(404, (await AsAsync(Cast.Admin, "?floor=9")).Status);
        var row = (await AsAsync(Cast.Admin, "?floor=2")).Document.QuerySelector("section[aria-labelledby=list] a.cover")!;
        Assert.EndsWith("?floor=2", row.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n1-HEAD")]
    [InlineData("Pantry head 1")]
    [InlineData("n1-head@north")]
    public async Task An_admin_searches_by_number_name_and_mail(string search) =>
        Assert.Equal([Cast.Head.Name], Names(await AsAsync(Cast.Admin, "?q=" + Uri.EscapeDataString(search))));

    [Fact]
    public async Task Others_search_by_name_only_so_that_numbers_and_addresses_cannot_be_guessed()
    {
        Assert.Equal([Cast.Head.Name], Names(await AsAsync(Cast.Member, "?q=pantry+HEAD+1")));
        Assert.Equal("Nobody found", (await AsAsync(Cast.Member, "?q=n1-head")).Answer);
        Assert.Equal("Nobody found", (await AsAsync(Cast.Member, "?q=north.example")).Answer);
    }

    [Fact]
    public async Task Signs_that_mean_something_to_a_database_are_only_signs()
    {
        await TestServer.WriteAsync(app.Database, $"UPDATE members SET name = 'Zóya' WHERE number = '{Cast.TeaManager.Number}'");
        Assert.Equal(["Zóya"], Names(await AsAsync(Cast.Member, "?q=zoya")));
        Assert.Equal("Nobody found", (await AsAsync(Cast.Admin, "?q=%25")).Answer);
        Assert.Equal("Nobody found", (await AsAsync(Cast.Admin, "?q=N1_head")).Answer);
    }

    [Fact]
    public async Task States_are_told_apart_and_the_deactivated_are_hidden_until_asked_for()
    {
        var invited = await app.NewAsync(joined: false);
        var gone = await app.NewAsync();
        await app.ReadAsync("North", async db =>
        {
            (await db.Members.SingleAsync(member => member.Number == gone.Number)).DeactivatedAt = TestClock.Beginning;
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain($"New {gone.Number}", Names(await AsAsync(Cast.Admin, "?q=new+x")));
        Assert.Equal([$"New {gone.Number}"], Names(await AsAsync(Cast.Admin, "?state=Deactivated")));
        var waiting = await AsAsync(Cast.Admin, "?state=Invited");
        Assert.Contains($"New {invited.Number}", Names(waiting));
        Assert.Contains("Invited", waiting.Document.QuerySelector(".chip.wait")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"New {invited.Number}", Names(await AsAsync(Cast.Admin, "?state=Active")));
        Assert.DoesNotContain($"New {gone.Number}", Names(await AsAsync(Cast.Head, "?state=Deactivated")));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_that_keep_what_was_asked_and_cost_the_same()
    {
        for (var count = 0; count <= DirectoryQuery.PerPage; count++)
            await app.NewAsync(floor: 2, name: $"Pageful {count:00}");
        var first = await AsAsync(Cast.Admin, "?floor=2&q=pageful");
        Assert.Equal(DirectoryQuery.PerPage, Names(first).Length);
        var next = first.Document.QuerySelector("nav.panel-foot a")!.GetAttribute("href")!;
        app.Commands.Clear();
        var second = await (await app.SignInAsync(Cast.Admin)).GetAsync(next);
        Assert.True(app.Commands.All.Count <= 4, string.Join("\n---\n", app.Commands.All));
        Assert.Equal(["Pageful 50"], Names(second));
        Assert.Equal(["Pageful 50"], Names(await AsAsync(Cast.Admin, "?floor=2&q=pageful&p=99")));
    }

    [Fact]
    public async Task One_sees_the_own_room_and_the_rooms_of_others()
    {
        var me = await app.NewAsync();
        var other = await app.NewAsync(name: "Roommate");
        await app.NewRoomAsync("Blue room", 1, me, other);
        var page = await AsAsync(me);
        var mine = page.Document.QuerySelector("section[aria-labelledby=mine]")!;
        Assert.Contains("Blue room", mine.TextContent, StringComparison.Ordinal);
        Assert.Contains("Roommate", mine.TextContent, StringComparison.Ordinal);
        Assert.Contains("Member · Blue room", (await AsAsync(Cast.Head, "?q=roommate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_person_shows_the_account_to_admins_only()
    {
        var id = await app.IdAsync(Cast.Head);
        var seen = await (await app.SignInAsync(Cast.Member)).GetAsync($"/people/{id}");
        Assert.Equal(Cast.Head.Name, seen.Answer);
        Assert.DoesNotContain(Cast.Head.Email, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed in", seen.Text, StringComparison.Ordinal);
        var whole = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{id}");
        Assert.Contains(Cast.Head.Email, whole.Text, StringComparison.Ordinal);
        Assert.Contains("Deactivate", whole.Text, StringComparison.Ordinal);
    }
}
