using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Procurement.List;

/// <summary>One thing, written as one line on top of the list.</summary>
public sealed class QuickAddTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private async Task<WebPage> AddAsync(string text) =>
        await (await (await Head).GetAsync("/shopping")).SubmitAsync(new() { ["Input.Text"] = text }, "#quick");

    private Task<List<ShoppingItem>> NamedAsync(string name) =>
        app.ReadAsync("North", db => db.ShoppingItems.AsNoTracking().Where(item => item.Name == name).ToListAsync());

    [Theory]
    [InlineData("Milk", "Milk", null, null)]
    [InlineData("Milk 2 ltr", "Milk", "2", "ltr")]
    [InlineData("milk 2.5L", "milk", "2.5", "ltr")]
    [InlineData("5 kg onions", "onions", "5", "kg")]
    [InlineData("500gm green chilli", "green chilli", "500", "g")]
    [InlineData("Eggs 30", "Eggs", "30", null)]
    [InlineData("Saffron 0.125 g", "Saffron", "0.125", "g")]
    [InlineData("0,125 kg cashews", "cashews", "0,125", "kg")]
    [InlineData("Rice 1,250 kg", "Rice 1,250 kg", null, null)]
    [InlineData("7 Up", "7 Up", null, null)]
    [InlineData("7 up", "7 up", null, null)]
    [InlineData("5 Star", "5 Star", null, null)]
    [InlineData("12 eggs", "eggs", "12", null)]
    [InlineData("Oil -3 ltr", "Oil", "-3", "ltr")]
    [InlineData("2 kg", "", null, null)]
    [InlineData("12", "", null, null)]
    [InlineData("7 Up 2 ltr", "7 Up", "2", "ltr")]
    [InlineData("2 packets Good Day", "Good Day", "2", "pkt")]
    [InlineData("  ", "", null, null)]
    public void A_line_is_read_as_people_write_it(string typed, string name, string? quantity, string? unit) =>
        Assert.Equal(new QuickAdd.Line(name, quantity, unit), QuickAdd.Read(typed));

    [Theory]
    [InlineData("Tomato 1.5 kg for sambar", "Tomato", "1.5", "kg", "for sambar")]
    [InlineData("Cups 50 for the feast", "Cups", "50", null, "for the feast")]
    public void What_it_is_for_becomes_its_note(string typed, string name, string quantity, string? unit, string note) =>
        Assert.Equal(new QuickAdd.Line(name, quantity, unit, note), QuickAdd.Read(typed));

    [Fact]
    public async Task A_line_adds_one_thing_and_what_it_does_not_say_is_as_it_was_bought_last()
    {
        await app.RecordAsync("North", 1, BillActs.One(300, "QUICK-1", item: "Quick ghee"));
        var added = await AddAsync("quick GHEE");
        Assert.Equal((302, "/shopping"), (added.Status, added.Location));
        Assert.Equal("Quick ghee is on the list.", (await added.FollowAsync()).Toast);
        var before = await app.ReadAsync(
            "North", db => db.Bills.Where(bill => bill.Number == "QUICK-1").SelectMany(bill => bill.Lines).SingleAsync());
        var ghee = Assert.Single(await NamedAsync("Quick ghee"));
        Assert.Equal((before.Quantity, before.Unit, before.Category), (ghee.Quantity, ghee.Unit, ghee.Category));
        Assert.Equal(302, (await AddAsync("Quick rice 5 kg")).Status);
        Assert.Equal((5m, "kg", Category.Grains),
            (Assert.Single(await NamedAsync("Quick rice")).Quantity, (await NamedAsync("Quick rice"))[0].Unit,
                (await NamedAsync("Quick rice"))[0].Category));
    }

    [Fact]
    public async Task The_same_thing_is_asked_about_and_nothing_is_added_meanwhile()
    {
        await app.NeedAsync("Quick sugar");
        var asked = await AddAsync("quick sugar 3 kg");
        Assert.Equal(["Input_Text: Quick sugar is on the list already: 2 kg. Add this to it?"],
            asked.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal("quick sugar 3 kg", asked.Value("Input.Text"));
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.Same"] = AddItems.Merge }, "#quick")).Status);
        Assert.Equal(5, Assert.Single(await NamedAsync("Quick sugar")).Quantity);
    }

    [Fact]
    public async Task Accents_and_signs_make_no_other_thing()
    {
        await app.NeedAsync("Quick crème");
        Assert.Contains("Quick crème is on the list already: 2 kg.",
            Assert.Single((await AddAsync("quick CREME, 3 kg")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_added_is_said_at_the_line_and_members_have_none()
    {
        Assert.Equal(["Input_Text: Write what is needed."], (await AddAsync(" ")).Errors);
        Assert.Equal(["Input_Text: The quantity must be more than zero."], (await AddAsync("Quick nothing 0 kg")).Errors);
        Assert.Equal(["Input_Text: The quantity must be more than zero."], (await AddAsync("Quick nothing -3 ltr")).Errors);
        Assert.Equal(["Input_Text: Write also what is needed, such as “2 kg onions”."], (await AddAsync("2 kg")).Errors);
        Assert.Empty(await NamedAsync("Quick nothing"));
        var member = await app.SignInAsync(Cast.Member);
        Assert.Null((await member.GetAsync("/shopping")).Document.QuerySelector("#quick"));
        Assert.Equal(403, (await member.PostAsync("/shopping?handler=Add", new() { ["Input.Text"] = "Quick tea" })).Status);
    }

    [Fact]
    public async Task A_tick_in_the_trolley_means_bought_and_taking_it_away_puts_the_thing_back()
    {
        var here = await app.NeedAsync("Ticked here", boughtBy: Cast.Member, price: 10);
        var there = await app.NeedAsync("Ticked there", boughtBy: Cast.Member);
        var page = await (await Head).GetAsync("/shopping");
        var untick = page.Document.QuerySelector("[aria-label='Not bought: Ticked here']")!.Closest("form")!;
        Assert.Equal("Ticked here is on the list again.",
            (await (await page.SubmitAsync([], (AngleSharp.Html.Dom.IHtmlFormElement)untick)).FollowAsync()).Toast);
        Assert.True((await app.ItemAsync(here)).State is ShoppingState.Needed or ShoppingState.Assigned);
        // All that is bought comes on the bill; what stands on another is taken off there.
        var bill = (await (await Head).GetAsync("/shopping")).Document.QuerySelectorAll("form[action*='/expenses/record'] [name=items]")
            .Select(field => field.GetAttribute("value"));
        Assert.Contains($"{there}", bill);
        Assert.DoesNotContain($"{here}", bill);
    }
}
