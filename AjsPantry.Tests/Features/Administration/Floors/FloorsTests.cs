using AjsPantry.Features.Administration.Floors;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Tests.Features.Loans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Administration.Floors;

public sealed class FloorsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Page = "/administration/floors";

    [Fact]
    public async Task A_new_floor_gets_the_next_number_and_a_form_sent_twice_makes_one()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var form = await visitor.GetAsync(Page + "/new");
        var number = await app.ReadAsync("North", db => db.Floors.MaxAsync(floor => floor.Number)) + 1;
        Assert.Equal($"Floor {number}", form.Value("Input.Name"));
        var done = await form.SubmitAsync(new() { ["Input.Name"] = "Roof" });
        Assert.Equal($"Roof is added with number {number}.", (await done.FollowAsync()).Toast);
        await form.SubmitAsync(new() { ["Input.Name"] = "Roof" });
        Assert.Equal(1, await app.ReadAsync("North", db => db.Floors.CountAsync(floor => floor.Name == "Roof")));
        Assert.Equal(200, (await visitor.GetAsync($"/expenses?floor={number}")).Status);
    }

    [Fact]
    public async Task Floors_that_are_added_at_the_same_moment_get_numbers_of_their_own()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        var forms = new List<WebPage>();
        for (var form = 0; form < 4; form++)
            forms.Add(await visitor.GetAsync(Page + "/new"));
        var answers = await Task.WhenAll(forms.Select((form, index) => form.SubmitAsync(new() { ["Input.Name"] = $"Wing {index}" })));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal([1, 2, 3, 4, 5, 6],
            await app.ReadAsync("South", db => db.Floors.OrderBy(floor => floor.Number).Select(floor => floor.Number).ToListAsync()));
    }

    [Theory]
    [InlineData("Input.Name", "FLOOR 2", "This name is already used (number 2). Choose another name.")]
    [InlineData("Input.Name", " ", "Write the name.")]
    [InlineData("Input.SubmissionId", "00000000-0000-0000-0000-000000000000",
        "Something went wrong with this form. Nothing was saved. Open it again.")]
    public async Task A_new_floor_that_cannot_be_is_told_at_its_field(string field, string typed, string message)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync(Page + "/new");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { [field] = typed });
        Assert.Equal([$"{field.Replace('.', '_')}: {message}"], answer.Errors);
        Assert.Equal(typed, answer.Value(field));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Of_two_admins_who_add_a_floor_of_one_name_at_once_the_second_is_told()
    {
        var outcome = await app.InTenantAsync("North", services =>
        {
            services.GetRequiredService<PantryDb>().BeforeSaving(() => AddAsync("Terrace"));
            return services.GetRequiredService<AddFloor.Handler>().HandleAsync(new() { Name = "terrace" }, CancellationToken.None);
        });
        const string Message = "This name is already used (number 3). Choose another name.";
        Assert.Equal([new("Name", Message)], outcome.Messages);
        Assert.Equal(3, await app.ReadAsync("North", db => db.Floors.CountAsync()));
    }

    [Fact]
    public async Task The_number_of_an_archived_floor_stays_taken()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Boathouse");
        await visitor.PostAsync($"{Page}/{floor.Id}/archive");
        var page = await visitor.GetAsync($"{Page}/{(await app.FloorAsync("North", 2)).Id}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { ["Input.Number"] = $"{floor.Number}" });
        Assert.Equal(["Input_Number: Number 3 is taken, perhaps by an archived floor. Change that number first."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_floor_is_renamed_and_renumbered()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Annex");
        var done = await (await visitor.GetAsync($"{Page}/{floor.Id}"))
            .SubmitAsync(new() { ["Input.Name"] = "Old annex", ["Input.Number"] = "70" });
        Assert.Equal(302, done.Status);
        Assert.Equal("Old annex", (await app.FloorAsync("North", 70)).Name);
    }

    [Theory]
    [InlineData("Input.Name", "", "Write the name.")]
    [InlineData("Input.Name", "floor 1", "This name is already used (number 1). Choose another name.")]
    [InlineData("Input.Number", "1", "Number 1 is taken, perhaps by an archived floor. Change that number first.")]
    [InlineData("Input.Number", "0", "Write a whole number from 1 to 9,999.")]
    [InlineData("Input.Number", "first", "Write a whole number from 1 to 9,999.")]
    public async Task What_is_wrong_is_told_at_its_field_and_stays_typed(string field, string typed, string message)
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var second = await app.FloorAsync("North", 2);
        var page = await visitor.GetAsync($"{Page}/{second.Id}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { [field] = typed });
        Assert.Equal([$"{field.Replace('.', '_')}: {message}"], answer.Errors);
        Assert.Equal(typed, answer.Value(field));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task The_second_of_two_admins_sees_what_the_first_saved()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Cellar");
        var first = await visitor.GetAsync($"{Page}/{floor.Id}");
        var second = await visitor.GetAsync($"{Page}/{floor.Id}");
        await first.SubmitAsync(new() { ["Input.Name"] = "Vault" });
        var outrun = await second.SubmitAsync(new() { ["Input.Name"] = "Crypt" });
        Assert.Equal("Another admin saved first", outrun.Answer);
        Assert.Contains("Vault", outrun.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await outrun.SubmitAsync([])).Status);
    }

    [Fact]
    public async Task A_floor_with_people_says_who_must_move_first()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var first = await app.FloorAsync("North", 1);
        var page = await visitor.GetAsync($"{Page}/{first.Id}/archive");
        Assert.Equal("3 people live on Floor 1", page.Answer);
        Assert.Contains(Cast.Head.Name, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        var forced = await visitor.PostAsync($"{Page}/{first.Id}/archive");
        Assert.Contains("Move them away first", forced.Text, StringComparison.Ordinal);
        Assert.Null(
            await app.ReadAsync(
                "North", db => db.Floors.Where(floor => floor.Id == first.Id).Select(floor => floor.ArchivedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_empty_floor_is_archived_and_brought_back()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Loft");
        var done = await (await visitor.GetAsync($"{Page}/{floor.Id}/archive")).SubmitAsync([]);
        Assert.Equal("Loft is archived. You can restore it.", (await done.FollowAsync()).Toast);
        Assert.Equal(404, (await visitor.GetAsync($"/expenses?floor={floor.Number}")).Status);

        var back = await (await visitor.GetAsync(Page)).SubmitAsync(new() { ["id"] = floor.Id.ToString() });
        Assert.Equal("Loft is in use again.", (await back.FollowAsync()).Toast);
        Assert.Equal(200, (await visitor.GetAsync($"/expenses?floor={floor.Number}")).Status);
    }

    [Fact]
    public async Task A_floor_that_owes_something_is_not_archived()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Debtor");
        await app.LoanAsync("Borrowed flour", borrower: floor.Number);
        Assert.Contains("Have them returned or withdrawn first", (await visitor.PostAsync($"{Page}/{floor.Id}/archive")).Text,
            StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.GetAsync($"/expenses?floor={floor.Number}")).Status);
    }

    [Fact]
    public async Task An_archived_floor_whose_name_is_taken_stays_archived()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var floor = await AddAsync(visitor, "Tower");
        await visitor.PostAsync($"{Page}/{floor.Id}/archive");
        await AddAsync(visitor, "Tower");
        var back = await visitor.PostAsync(Page + "?handler=BringBack", new() { ["id"] = floor.Id.ToString() });
        Assert.Contains("Another one is called Tower now", (await back.FollowAsync()).Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenants_floor_is_not_found()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var foreign = await app.FloorAsync("South", 1);
        foreach (var page in (string[])["", "/archive"])
        {
            Assert.Equal(404, (await visitor.GetAsync($"{Page}/{foreign.Id}{page}")).Status);
            Assert.Equal(404,
                (await visitor.PostAsync($"{Page}/{foreign.Id}{page}", new() { ["Input.Name"] = "Mine", ["Input.Number"] = "9" })).Status);
        }

        Assert.Equal(404, (await visitor.PostAsync(Page + "?handler=BringBack", new() { ["id"] = foreign.Id.ToString() })).Status);
        Assert.Equal("Floor 1", (await app.FloorAsync("South", 1)).Name);
    }

    [Fact]
    public async Task The_list_costs_few_commands_however_many_floors_there_are()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        app.Commands.Clear();
        await visitor.GetAsync(Page);
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }

    private Task<Outcome<Floor>> AddAsync(string name) => app.InTenantAsync("North", services =>
        services.GetRequiredService<AddFloor.Handler>().HandleAsync(new() { Name = name }, CancellationToken.None));

    private async Task<FloorView> AddAsync(Visitor visitor, string name)
    {
        Assert.Equal(302, (await (await visitor.GetAsync(Page + "/new")).SubmitAsync(new() { ["Input.Name"] = name })).Status);
        return await app.ReadAsync("North",
            db => db.Floors.Where(floor => floor.Name == name && floor.ArchivedAt == null)
                .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).SingleAsync());
    }
}
