using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

/// <summary>What the form says to what it does not take. Nothing is recorded in this class.</summary>
public sealed class RecordRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string InDigits = "Write the amount in digits, with two decimals at most, such as 460.00.";
    private const string Most = "Use ₹9,99,99,99,999.99 or less.";

    [Theory]
    [InlineData("Number", "", "Write the number on the bill, or make one up.")]
    [InlineData("Number", "\u0007\u202e", "Write the number on the bill, or make one up.")]
    [InlineData("Shop", "", "Write the shop's name.")]
    [InlineData("Date", "", "Choose the date on the bill.")]
    [InlineData("Date", "soon", "Choose the date on the bill.")]
    [InlineData("Date", "2026-02-30", "Choose the date on the bill.")]
    [InlineData("Date", "2026-03-16", "Mon 16 Mar 2026 has not come yet. Use the date on the bill.")]
    [InlineData("Date", "2027-03-15", "Mon 15 Mar 2027 has not come yet. Use the date on the bill.")]
    [InlineData("Date", "1999-12-31", "Use the date on the bill. It cannot be before 2000.")]
    [InlineData("Charges", "-1", "The amount cannot be negative.")]
    [InlineData("Charges", "2.005", InDigits)]
    [InlineData("Charges", "free", InDigits)]
    [InlineData("Charges", "1234567890123", Most)]
    [InlineData("Charges", "9999999999.99", "The bill comes to ₹10,00,00,00,459.99. One bill can be ₹9,99,99,99,999.99 at most.")]
    [InlineData("Discount", "-1", "The amount cannot be negative.")]
    [InlineData("Discount", "1234567890123", Most)]
    [InlineData("Discount", "460.01", "The discount is more than the bill: items and charges come to ₹460.00.")]
    [InlineData("Lines[0].Item", "", "Write what was bought.")]
    [InlineData("Lines[0].Amount", "", InDigits)]
    [InlineData("Lines[0].Amount", "0", "The amount must be more than zero.")]
    [InlineData("Lines[0].Amount", "-460", "The amount cannot be negative.")]
    [InlineData("Lines[0].Amount", "−460", "The amount cannot be negative.")]
    [InlineData("Lines[0].Amount", "1234567890123", Most)]
    [InlineData("Lines[0].Amount", "99999999999999999999999999999999999999", InDigits)]
    [InlineData("Lines[0].Amount", "460.005", InDigits)]
    [InlineData("Lines[0].Amount", "four hundred", InDigits)]
    [InlineData("Lines[0].Amount", "1.23.4,50", InDigits)]
    [InlineData("Lines[0].Amount", "1e5", InDigits)]
    [InlineData("Lines[0].Quantity", "0", "The quantity must be more than zero.")]
    [InlineData("Lines[0].Quantity", "-2", "The quantity must be more than zero.")]
    [InlineData("Lines[0].Quantity", "1.2345", "Write the quantity in digits, with three decimals at most, such as 1.5.")]
    [InlineData("Lines[0].Quantity", "some", "Write the quantity in digits, with three decimals at most, such as 1.5.")]
    [InlineData("Lines[0].Quantity", "10000000", "Use 99,99,999.999 or less.")]
    [InlineData("Lines[0].Unit", "stone", "Choose a unit from the list.")]
    [InlineData("Lines[0].UnitPrice", "-5", "The amount cannot be negative.")]
    [InlineData("Lines[0].UnitPrice", "0", "The amount must be more than zero.")]
    [InlineData("Lines[0].UnitPrice", "1.005", InDigits)]
    [InlineData("Lines[0].UnitPrice", "1234567890123", Most)]
    public async Task A_wrong_field_is_answered_at_the_field(string field, string value, string message)
    {
        var typed = BillFormDriver.But(field, value);
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal(200, answer.Status);
        var control = $"Input.{field}".Replace('.', '_').Replace('[', '_').Replace(']', '_');
        Assert.Equal([$"{control}: {message}"], answer.Errors);
        Assert.Equal("true", answer.Document.GetElementById(control)!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await app.CountBillsAsync());
        // The unit is a list, in which nothing foreign can stand.
        foreach (var (name, text) in typed.Where(entry => entry.Key != "Input.Lines[0].Unit"))
            Assert.Equal(text, answer.Value(name) ?? "");
    }

    [Fact]
    public async Task Nothing_filled_in_is_answered_at_every_field()
    {
        var answer = await (await app.SignInAsync(Cast.Head))
            .RecordAsync(new() { ["Input.Number"] = "", ["Input.Date"] = "", ["Input.Shop"] = "" });
        Assert.Equal(
            ["Input_Shop: Write the shop's name.", "Input_Number: Write the number on the bill, or make one up.",
                "Input_Date: Choose the date on the bill.", "Input_Lines_0__Item: Write what was bought.",
                $"Input_Lines_0__Amount: {InDigits}"],
            answer.Errors);
        Assert.Equal(["Line 1, item: Write what was bought.", $"Line 1, amount: {InDigits}"],
            answer.Summary.Where(line => line.StartsWith("Line", StringComparison.Ordinal)));
        Assert.Equal("Please check the fields in red", answer.Answer);
    }

    [Fact]
    public async Task A_long_bill_with_one_mistake_comes_back_whole()
    {
        var typed = new Dictionary<string,
            string>(BillActs.DMart
                .Typed())
        {
            ["Input.Lines[6].Amount"] = "twenty four",
            ["Input.Lines[3].Category"] = "Bakery",
            ["Input.Charges"] = "5",
            ["Input.Lines[2].UnitPrice"] = "199"
        };
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal([$"Input_Lines_6__Amount: {InDigits}"], answer.Errors);
        Assert.All(typed, entry => Assert.Equal(entry.Value, answer.Value(entry.Key) ?? ""));
    }

    [Fact]
    public async Task A_line_on_which_only_the_quantity_is_written_is_not_dropped()
    {
        var typed = BillFormDriver.But("Lines[1].Quantity", "3");
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal(200, answer.Status);
        Assert.Equal("3", answer.Value("Input.Lines[1].Quantity"));
        Assert.Contains("Input_Lines_1__Item: Write what was bought.", answer.Errors);
    }

    [Theory]
    [InlineData("Shop", 80)]
    [InlineData("Number", 40)]
    [InlineData("Lines[0].Item", 200)]
    public async Task Ten_thousand_characters_are_too_many(string field, int most)
    {
        var typed = BillFormDriver.But(field, new string('x', 10_000));
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.EndsWith($"That is 10000 characters. Use {most} at most.", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(typed[$"Input.{field}"], answer.Value($"Input.{field}"));
    }

    [Theory]
    [InlineData("Date")]
    [InlineData("Charges")]
    [InlineData("Discount")]
    [InlineData("Lines[0].Quantity")]
    [InlineData("Lines[0].UnitPrice")]
    [InlineData("Lines[0].Amount")]
    public async Task Ten_thousand_digits_are_no_amount(string field) =>
        Assert.Single((await (await app.SignInAsync(Cast.Head)).RecordAsync(BillFormDriver.But(field, new string('9', 10_000)))).Errors);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onfocus='alert(1)")]
    public async Task Markup_comes_back_as_text(string markup)
    {
        foreach (var field in (string[])["Shop", "Number", "Date", "Charges", "Discount", "Lines[0].Item", "Lines[0].Quantity",
            "Lines[0].UnitPrice", "Lines[0].Amount"])
        {
            var answer = await (await app.SignInAsync(Cast.Head))
                .RecordAsync(new(BillFormDriver.But(field, markup)) { ["Input.Lines[0].Unit"] = "stone" });
            Assert.Equal(markup, answer.Value($"Input.{field}"));
            Assert.Empty(answer.Document.QuerySelectorAll("[onerror], [onfocus], main script, img[src=x]"));
        }
    }

    [Theory]
    [InlineData("2", "50", "90", "2 × ₹50.00 is not ₹90.00. Check the three figures, or leave the unit price empty.")]
    [InlineData("", "50", "90", "1 × ₹50.00 is not ₹90.00. Check the three figures, or leave the unit price empty.")]
    [InlineData("9999999", "9999999", "", Most)]
    [InlineData("0.001", "1", "", "The amount must be more than zero.")]
    public async Task Quantity_price_and_amount_must_go_together(string quantity, string price, string amount, string message)
    {
        var typed = new Dictionary<string,
            string>(BillActs.One(1)
                .Typed())
        {
            ["Input.Lines[0].Quantity"] = quantity,
            ["Input.Lines[0].UnitPrice"] = price,
            ["Input.Lines[0].Amount"] = amount
        };
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal(200, answer.Status);
        Assert.Equal([$"Input_Lines_0__Amount: {message}"], answer.Errors);
    }

    [Fact]
    public async Task Lines_that_add_up_to_more_than_a_bill_takes_are_refused()
    {
        var draft = new BillDraft("1", TestClock.Today, "Shop", 0, 0,
            [BillActs.Line("House", 1, "pcs", GoodsLimits.Amount), BillActs.Line("Key", 1, "pcs", 0.01m)]);
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(draft.Typed());
        Assert.Equal(["Input_Charges: The bill comes to ₹10,00,00,00,000.00. One bill can be ₹9,99,99,99,999.99 at most."], answer.Errors);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(1500)]
    public async Task More_lines_than_a_bill_takes_are_refused_and_kept(int lines)
    {
        var typed = BillActs.One(1).Typed();
        for (var line = 0; line < lines; line++)
        {
            typed[BillFormDriver.Field(line, "Item")] = $"Item {line}";
            typed[BillFormDriver.Field(line, "Amount")] = "1";
        }
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal(200, answer.Status);
        Assert.Contains("A bill can have 200 items at most. Record the rest as a second bill.", answer.Text, StringComparison.Ordinal);
        Assert.Equal($"Item {lines - 1}", answer.Value(BillFormDriver.Field(lines - 1, "Item")));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("Lines[0].Unit")]
    [InlineData("Lines[0].Amount")]
    public async Task NUL_is_in_no_form_that_people_send(string field) =>
        Assert.Equal(400, (await (await app.SignInAsync(Cast.Head)).RecordAsync(BillFormDriver.But(field, "1\0"))).Status);

    [Fact]
    public async Task More_fields_than_any_form_has_are_not_read()
    {
        var typed = BillActs.One(1).Typed();
        for (var extra = 0; extra < 5000; extra++)
            typed[$"extra{extra}"] = "1";
        Assert.Equal(400, (await (await app.SignInAsync(Cast.Head)).RecordAsync(typed)).Status);
    }

    [Theory]
    [InlineData("Input.SubmissionId", "none")]
    [InlineData("Input.Version", "-1")]
    [InlineData("Input.AnotherBill", "perhaps")]
    [InlineData("Input.Lines", "x")]
    [InlineData("Input.Lines.index", "7")]
    [InlineData("Input.Lines[0]", "x")]
    [InlineData("Input", "x")]
    public async Task Fields_that_were_tampered_with_do_no_harm(string field, string value)
    {
        var typed = new Dictionary<string, string>(BillFormDriver.But("Date", "soon")) { [field] = value };
        var answer = await (await app.SignInAsync(Cast.Head)).RecordAsync(typed);
        Assert.Equal(200, answer.Status);
        Assert.Contains("Input_Date: Choose the date on the bill.", answer.Errors);
    }
}
