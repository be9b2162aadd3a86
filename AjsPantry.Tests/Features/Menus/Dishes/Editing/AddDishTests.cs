using AjsPantry.Features.Menus.Dishes;

namespace AjsPantry.Tests.Features.Menus.Dishes.Editing;

public sealed class AddDishTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Address = "/menus/dishes/add";

    private async Task<WebPage> FormAsync(Person? person = null) => await (await app.SignInAsync(person ?? Cast.Head)).GetAsync(Address);

    private static Guid IdOf(WebPage answer) => Guid.Parse(answer.Location!.Split('/')[^1]);

    private async Task<WebPage> AddAsync(Dictionary<string, string> typed) => await (await FormAsync()).SubmitAsync(typed);

    [Fact]
    public async Task A_head_adds_a_dish_with_its_recipe()
    {
        var typed = DishLookups.Typed("  Egg   fry ", ("Eggs", "60", "pcs"), ("", "", ""), (" Oil ", "0.75", "ltr"));
        typed["Input.Category"] = "Both";
        typed["Input.Servings"] = "25";
        typed["Input.Summary"] = " Two   each. ";
        typed["Input.Tips"] = " Warm the pan.\r\n\r\nSalt at the end. ";
        var answer = await AddAsync(typed);
        Assert.Equal(302, answer.Status);
        Assert.Equal("Egg fry is in the library.", (await answer.FollowAsync()).Toast);
        var dish = await app.DishAsync(IdOf(answer));
        Assert.Equal(("Egg fry", "egg fry", DishCategory.Both, 25, "Two each."),
            (dish.Name, dish.NormalName, dish.Category, dish.Servings, dish.Summary));
        Assert.Equal(["Warm the pan.", "Salt at the end."], dish.Tips);
        Assert.Equal([("Eggs", 60m, "pcs", 0), ("Oil", 0.75m, "ltr", 1)],
            dish.Ingredients.Select(row => (row.Name, row.Quantity, row.Unit, row.Position)));
    }

    [Fact]
    public async Task A_name_alone_is_enough()
    {
        var answer = await AddAsync(DishLookups.Typed("Bare dish"));
        Assert.Equal(302, answer.Status);
        Assert.Empty((await app.DishAsync(IdOf(answer))).Ingredients);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "Input.Name", "", "Input_Name: Write the name." },
        { "Input.Name", "!!! ...", "Input_Name: Use at least one letter or digit, so that people can find it." },
        { "Input.Name", new string('x', 121), "Input_Name: That is 121 characters. Use 120 at most." },
        { "Input.Name", new string('\u0958', 100), "Input_Name: That is 200 characters. Use 120 at most." },
        { "Input.Category", "", "Input_Category: Choose main, side or both." },
        { "Input.Category", "Dessert", "Input_Category: Choose main, side or both." },
        { "Input.Category", "9", "Input_Category: Choose main, side or both." },
        { "Input.Servings", "0", "Input_Servings: Write a whole number of people, from 1 to 1000." },
        { "Input.Servings", "1001", "Input_Servings: Write a whole number of people, from 1 to 1000." },
        { "Input.Servings", "a few", "Input_Servings: Write a whole number of people, from 1 to 1000." },
        { "Input.Summary", new string('x', 501), "Input_Summary: Use 500 characters at most. Shorten it, or move part of it to the tips." },
        { "Input.Tips", "Short\n" + new string('x', 201), "Input_Tips: Tip 2 is longer than 200 characters. Break it into two lines." },
        { "Input.Tips", string.Join('\n', Enumerable.Range(0, 21)), "Input_Tips: Write 20 tips at most." },
        { "Input.Lines[0].Name", "", "Input_Lines_0__Name: Write the ingredient." },
        { "Input.Lines[0].Name", new string('x', 81), "Input_Lines_0__Name: That is 81 characters. Use 80 at most." },
        { "Input.Lines[0].Quantity", "", "Input_Lines_0__Quantity: Write the quantity in digits, with three decimals at most, such as 1.5." },
        { "Input.Lines[0].Quantity", "1.2345", "Input_Lines_0__Quantity: Write the quantity in digits, with three decimals at most, such as 1.5." },
        { "Input.Lines[0].Quantity", "0", "Input_Lines_0__Quantity: The quantity must be more than zero." },
        { "Input.Lines[0].Quantity", "-1", "Input_Lines_0__Quantity: The quantity must be more than zero." },
        { "Input.Lines[0].Quantity", "10000000", "Input_Lines_0__Quantity: Use 99,99,999.999 or less." },
        { "Input.Lines[0].Unit", "", "Input_Lines_0__Unit: Choose a unit." },
        { "Input.Lines[0].Unit", "bushels", "Input_Lines_0__Unit: Choose a unit." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_told_at_its_field_and_the_typing_stays(string field, string value, string message)
    {
        var typed = DishLookups.Typed("Wrong dish", ("Eggs", "60", "pcs"), ("Salt", "2", "tsp"));
        typed["Input.Tips"] = "A tip";
        typed[field] = value;
        var answer = await AddAsync(typed);
        Assert.Equal(200, answer.Status);
        Assert.Equal([message], answer.Errors);
        if (field.StartsWith("Input.Lines", StringComparison.Ordinal))
            Assert.StartsWith("Line 1, ", Assert.Single(answer.Summary), StringComparison.Ordinal);
        foreach (var (name,
            kept) in typed.Where(entry => !entry.Key.EndsWith("Category", StringComparison.Ordinal)
                && !entry.Key.EndsWith("Unit", StringComparison.Ordinal)))
            Assert.Equal(kept, answer.Value(name)?.Replace("\r\n", "\n", StringComparison.Ordinal) ?? "");
        Assert.Equal(0, await app.CountDishesAsync("Wrong dish"));
    }

    [Fact]
    public async Task Half_a_pair_of_surrogates_and_marks_that_reorder_text_do_no_harm()
    {
        var answer = await AddAsync(DishLookups.Typed("Half \ud83c fry\u202e", ("Egg\udf73s", "1", "pcs")));
        Assert.Equal(302, answer.Status);
        Assert.DoesNotContain('\u202e', (await app.DishAsync(IdOf(answer))).Name);
        Assert.Equal(400, (await AddAsync(DishLookups.Typed("No text\0"))).Status);
    }

    [Fact]
    public async Task A_name_in_use_is_refused_with_a_way_to_that_dish_however_it_is_written()
    {
        var id = await app.NewDishAsync("Crème Brûlée Toast");
        var typed = DishLookups.Typed("creme-brulee  TOAST");
        typed["Input.AnotherDish"] = "true";
        typed["Input.AskedAbout"] = "creme brulee toast";
        var answer = await AddAsync(typed);
        Assert.Equal(["Input_Name: This dish already exists. Open it below, or choose another name."], answer.Errors);
        Assert.EndsWith($"/{id}", answer.Document.QuerySelector("#alike a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_near_name_is_asked_about_once_and_only_for_that_name()
    {
        await app.NewDishAsync("Shakshuka");
        await app.NewDishAsync("Thalipeeth");
        var asked = await AddAsync(DishLookups.Typed("Shakshooka", ("Eggs", "60", "pcs")));
        Assert.Equal("Do you already have it?", asked.Answer);
        Assert.StartsWith("Input_AnotherDish: Is it the same as Shakshuka?", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.StartsWith("Input_AnotherDish:", Assert.Single((await asked.SubmitAsync([])).Errors), StringComparison.Ordinal);
        var other = await asked.SubmitAsync(new() { ["Input.AnotherDish"] = "true", ["Input.Name"] = "Thalipith" });
        Assert.StartsWith("Input_AnotherDish: Is it the same as Thalipeeth?", Assert.Single(other.Errors), StringComparison.Ordinal);
        Assert.Equal("60", other.Value("Input.Lines[0].Quantity"));
        Assert.Equal(302, (await asked.SubmitAsync(new() { ["Input.AnotherDish"] = "true" })).Status);
        Assert.Equal(1, await app.CountDishesAsync("Shakshooka"));
    }

    [Fact]
    public async Task An_archived_dish_of_the_name_is_offered_to_be_brought_back()
    {
        var id = await app.NewDishAsync("Bhakarwadi");
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{id}/archive")).SubmitAsync([]);
        var answer = await AddAsync(DishLookups.Typed("bhakarwadi"));
        Assert.Contains("which is archived? Then restore that one.", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_at_once_makes_one_dish()
    {
        var form = await FormAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SubmitAsync(DishLookups.Typed("Racing dish"))));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.All(answers.Where(answer => answer.Status == 200),
            answer => Assert.StartsWith("Input_Name: This dish already exists.", Assert.Single(answer.Errors), StringComparison.Ordinal));
        Assert.Equal(1, await app.CountDishesAsync("Racing dish"));
    }

    [Fact]
    public async Task Each_tenant_has_its_own_names()
    {
        await app.NewDishAsync("Everywhere", tenant: "South");
        Assert.Equal(302, (await AddAsync(DishLookups.Typed("Everywhere"))).Status);
    }

    [Fact]
    public async Task One_more_line_comes_without_scripts_and_saves_nothing()
    {
        var form = await FormAsync();
        var typed = DishLookups.Typed("Not yet", ("Eggs", "six", "pcs"));
        form.Document.QuerySelector("main form")!.SetAttribute("action", $"{Address}?handler=AddLine");
        var longer = await form.SubmitAsync(typed);
        Assert.Equal(200, longer.Status);
        Assert.Empty(longer.Errors);
        Assert.Equal(5, longer.Document.QuerySelectorAll("ol.lines > .line").Length);
        Assert.Equal(("Not yet", "six"), (longer.Value("Input.Name"), longer.Value("Input.Lines[0].Quantity")));
        Assert.Equal(0, await app.CountDishesAsync("Not yet"));
    }

    [Fact]
    public async Task While_one_types_the_near_names_come_as_a_part_of_the_page()
    {
        var id = await app.NewDishAsync("Patra <b/>");
        var head = await app.SignInAsync(Cast.Head);
        var part = await head.GetAsync("/menus/dishes/alike?Input.Name=patraa+b");
        Assert.Contains($"/menus/dishes/{id}", part.Document.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Null(part.Document.QuerySelector("main"));
        Assert.Null(part.Document.QuerySelector("b"));
        foreach (var query in new[] { "", "?Input.Name=", "?Input.Name=%ED%A0%80", $"?Input.Name={new string('x', 500)}",
            $"?Input.Name=patra&except={id}", "?Input.Name=patra&except=x" })
            Assert.Equal(200, (await head.GetAsync("/menus/dishes/alike" + query)).Status);
        Assert.Null((await head.GetAsync($"/menus/dishes/alike?Input.Name=patraa+b&except={id}")).Document.QuerySelector("a"));
        Assert.Null((await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync("/menus/dishes/alike?Input.Name=patraa+b")).Document
            .QuerySelector("a"));
    }
}
