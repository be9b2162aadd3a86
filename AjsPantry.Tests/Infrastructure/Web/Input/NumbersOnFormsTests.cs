using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Loans;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Web.Input;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>Every form keeps the number that was typed, or asks, or refuses it in a sentence.</summary>
public sealed class NumbersOnFormsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Question = "This can be 1.234 or 1\u2019234. Choose the one you mean.";

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private Task SwissAsync() =>
        TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "UPDATE tenants SET culture = 'en-CH' WHERE code = 'north'");

    [Theory]
    [InlineData("12,50", 12.5)]
    [InlineData("1234,5", 1234.5)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("\u202a₹\u202c 500", 500)]
    [InlineData("Rs. 500/-", 500)]
    [InlineData("INR 500", 500)]
    [InlineData("１２３．５０", 123.5)]
    [InlineData("١٢٣٫٥٠", 123.5)]
    public async Task An_amount_of_a_bill_is_kept_as_it_was_typed(string typed, double kept)
    {
        Assert.Equal(302, (await (await Head).RecordAsync(BillFormDriver.But("Lines[0].Amount", typed))).Status);
        Assert.Equal((decimal)kept, (await app.LatestBillAsync()).Total);
    }

    [Theory]
    [InlineData("1,2,3,4")]
    [InlineData("1.234")]
    [InlineData("1.23.4,5")]
    [InlineData("12 50")]
    public async Task An_amount_that_cannot_be_read_is_refused_and_stays(string typed)
    {
        var answer = await (await Head).RecordAsync(BillFormDriver.But("Lines[0].Amount", typed));
        Assert.Equal(["Input_Lines_0__Amount: Write the amount in digits, with two decimals at most, such as 460.00."], answer.Errors);
        Assert.Equal(typed, answer.Value("Input.Lines[0].Amount"));
    }

    [Fact]
    public async Task Half_a_kilo_is_half_a_kilo_wherever_it_is_typed()
    {
        var head = await Head;
        Assert.Equal(302, (await head.RecordAsync(BillFormDriver.But("Lines[0].Quantity", "0,5"))).Status);
        Assert.Equal(0.5m, (await app.LatestBillAsync()).Lines[0].Quantity);
        Assert.Equal(302,
            (await (await head.GetAsync("/shopping/add"))
                .SubmitAsync(
                    new()
                    {
                        ["Input.Rows[0].Item"] = "Half rice",
                        ["Input.Rows[0].Quantity"] = "0,5",
                        ["Input.Rows[0].Unit"] = "kg"
                    })).Status);
        Assert.Equal(0.5m,
            await app.ReadAsync(
                "North", db => db.ShoppingItems.Where(item => item.Name == "Half rice").Select(item => item.Quantity).SingleAsync()));
        var dish = DishLookups.Typed("Half dish", ("Eggs", "0,5", "kg"));
        Assert.Equal(302, (await (await head.GetAsync("/menus/dishes/add")).SubmitAsync(dish)).Status);
        Assert.Equal(0.5m,
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Menus.Dishes.Dish>().Where(found => found.Name == "Half dish")
                    .Select(found => found.Ingredients.Single().Quantity).SingleAsync()));
    }

    [Fact]
    public async Task Money_that_is_no_bill_is_kept_as_it_was_typed()
    {
        var head = await Head;
        var fine = await (await head.GetAsync("/fines/add"))
            .SubmitAsync(
                new()
                {
                    ["Input.Who"] = $"person:{await app.IdAsync(Cast.Member)}",
                    ["Input.Amount"] = "12,50",
                    ["Input.Reason"] = "Comma fine"
                });
        Assert.True(fine.Status == 302, string.Join(' ', fine.Errors));
        Assert.Equal(12.5m,
            await app.ReadAsync(
                "North", db => db.Fines.Where(found => found.Reason == "Comma fine").Select(found => found.Amount).SingleAsync()));
        var floor = await app.FloorAsync("North", 2);
        Dictionary<string,
            string> money =
                new()
                {
                    ["Input.Floor"] = $"{floor.Id}",
                    ["Input.Kind"] = "Money",
                    ["Input.Item"] = "Comma money",
                    ["Input.Quantity"] = "12,50"
                };
        Assert.Equal(302, (await (await head.GetAsync("/loans/add")).SubmitAsync(money)).Status);
        Assert.Equal(12.5m,
            await app.ReadAsync(
                "North", db => db.Loans.Where(found => found.Item == "Comma money").Select(found => found.Quantity).SingleAsync()));
    }

    public static TheoryData<string> Forms =>
        ["/expenses/record", "/shopping/add", "/shopping/edit", "/shopping/bought-one", "/shopping/bought", "/loans/add", "/loans/return",
            "/menus/dishes/add"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_quantity_that_can_be_two_is_asked_about_with_all_else_as_it_was(string form)
    {
        await SwissAsync();
        var item = await app.NeedAsync("Asked rice", assignee: Cast.Head);
        var loan = await app.LoanAsync("Asked loan", lender: 2);
        var (address, field, values) = form switch
        {
            "/expenses/record" => (form, "Input.Lines[0].Quantity", BillFormDriver.But("Lines[0].Item", "Asked rice")),
            "/shopping/add" =>
                (form, "Input.Rows[0].Quantity", new() { ["Input.Rows[0].Item"] = "Asked oil", ["Input.Rows[0].Unit"] = "ltr" }),
            "/shopping/edit" => ($"/shopping/{item}/edit", "Input.Quantity", new() { ["Input.Note"] = "Asked" }),
            "/shopping/bought-one" => ($"/shopping/{item}/bought", "Input.Quantity", new() { ["Input.Shop"] = "Asked shop" }),
            "/shopping/bought" => (form, "Input.Rows[0].Quantity", new() { ["Input.Shop"] = "Asked shop" }),
            "/loans/add" =>
                (form, "Input.Quantity",
                    new() { ["Input.Floor"] = $"{(await app.FloorAsync("North", 2)).Id}", ["Input.Item"] = "Asked thing" }),
            "/loans/return" => ($"/loans/{loan}/return", "Input.Quantity", new Dictionary<string, string>()),
            _ => (form, "Input.Lines[0].Quantity", DishLookups.Typed("Asked dish", ("Eggs", "1", "kg"))),
        };
        values[field] = "1,234";
        var asked = await (await (await Head).GetAsync(address)).SubmitAsync(values);
        Assert.Equal([$"{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}: {Question}"], asked.Errors);
        Assert.Equal("1,234", asked.Value(field));
        var ways = asked.Document.QuerySelectorAll($"button[name={ChosenReading.Field}]");
        Assert.Equal([$"{field}=1.234", $"{field}=1\u2019234"], ways.Select(way => way.GetAttribute("value")));
        // Enter in a field presses the first button of the form, which must choose nothing.
        Assert.False(ways[0].Closest("form")!.QuerySelector("button:not([type=button])")!.HasAttribute("name"));
        var answer = await asked.SubmitAsync(new() { [ChosenReading.Field] = ways[0].GetAttribute("value")! });
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        Assert.Equal(1.234m, await KeptAsync(form, item, loan));
    }

    [Fact]
    public async Task A_press_fills_no_field_that_the_form_does_not_have()
    {
        var form = await (await Head).GetAsync("/shopping/add");
        Assert.Equal(302,
            (await form.SubmitAsync(
                new() { ["Input.Rows[0].Item"] = "Pressed oil", [ChosenReading.Field] = "Input.Rows[7].Item=Other" })).Status);
        Assert.Equal(0, await app.ReadAsync("North", db => db.ShoppingItems.CountAsync(item => item.Name == "Other")));
    }

    [Theory]
    [InlineData("૩", 3)]
    [InlineData(" 3 ", 3)]
    [InlineData("\u200e3", 3)]
    [InlineData("1,5", null)]
    [InlineData("4.0", null)]
    [InlineData("-1", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void Whole_numbers_are_read_in_any_script_and_have_no_decimals(string typed, int? number) =>
        Assert.Equal(number, InputParser.Whole(typed));

    private Task<decimal?> KeptAsync(string form, Guid item, Guid loan) => form switch
    {
        "/expenses/record" =>
            app.ReadAsync("North",
                db => db.Bills.SelectMany(bill => bill.Lines).Where(line => line.Item == "Asked rice")
                    .Select(line => (decimal?)line.Quantity).SingleAsync()),
        "/shopping/add" =>
            app.ReadAsync("North",
                db => db.ShoppingItems.Where(found => found.Name == "Asked oil").Select(found => (decimal?)found.Quantity).SingleAsync()),
        "/shopping/edit" =>
            app.ReadAsync(
                "North", db => db.ShoppingItems.Where(found => found.Id == item).Select(found => (decimal?)found.Quantity).SingleAsync()),
        "/shopping/bought-one" or "/shopping/bought" =>
            app.ReadAsync(
                "North", db => db.ShoppingItems.Where(found => found.Id == item).Select(found => found.BoughtQuantity).SingleAsync()),
        "/loans/add" =>
            app.ReadAsync("North",
                db => db.Loans.Where(found => found.Item == "Asked thing").Select(found => (decimal?)found.Quantity).SingleAsync()),
        "/loans/return" =>
            app.ReadAsync(
                "North", db => db.LoanReturns.Where(back => back.LoanId == loan).Select(back => (decimal?)back.Quantity).SingleAsync()),
        _ => app.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Menus.Dishes.DishIngredient>()
                .Where(row => row.Name == "Eggs" && row.Quantity > 1 && row.Quantity < 2).Select(row => (decimal?)row.Quantity)
                    .SingleAsync()),
    };
}
