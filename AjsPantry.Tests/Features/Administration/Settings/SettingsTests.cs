using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Procurement;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Administration.Settings;

public sealed class SettingsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Page = "/administration/settings";

    [Fact]
    public async Task A_change_counts_from_the_next_request()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var member = await app.SignInAsync(Cast.Member);
        var saved = await (await visitor.GetAsync(Page))
            .SubmitAsync(new() { ["Input.Name"] = "North Palace", ["Input.FloorWord"] = "Wing" });
        Assert.Equal(302, saved.Status);
        Assert.Contains("saved", (await saved.FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Contains("North Palace", (await member.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Contains("Add a wing", (await visitor.GetAsync("/administration/floors")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_trail_says_what_changed_and_nothing_is_written_when_nothing_did()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        await (await visitor.GetAsync(Page)).SubmitAsync(new() { ["Input.SharedIdleMinutes"] = "30" });
        await (await visitor.GetAsync(Page)).SubmitAsync([]);
        var entries = await app.ReadAsync(
            "South", db => db.AuditEntries.Where(entry => entry.Thing == nameof(Tenant) && entry.Kind == "Changed").ToListAsync());
        var entry = Assert.Single(entries, entry => entry.After!.Contains("SharedIdleMinutes", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.After == "{}");
        Assert.Equal(("{\"SharedIdleMinutes\": 15}", "{\"SharedIdleMinutes\": 30}", Cast.OtherTenantAdmin.Name),
            (entry.Before, entry.After, entry.ActorName));
    }

    [Fact]
    public async Task The_second_of_two_admins_sees_what_the_first_saved()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        var first = await visitor.GetAsync(Page);
        var second = await visitor.GetAsync(Page);
        await first.SubmitAsync(new() { ["Input.RoomWord"] = "Team" });
        var outrun = await second.SubmitAsync(new() { ["Input.RoomWord"] = "Crew" });
        Assert.Equal("Another admin saved first", outrun.Answer);
        Assert.Equal(
            ["Word for a room", "Team", "Crew"], outrun.Document.QuerySelectorAll("tbody tr > *").Select(cell => cell.TextContent));
        Assert.Equal("Crew", outrun.Value("Input.RoomWord"));
        Assert.Equal(302, (await outrun.SubmitAsync([])).Status);
        Assert.Equal("Crew", await app.ReadAsync("South", db => db.Tenants.Select(tenant => tenant.RoomWord).SingleAsync()));
    }

    [Theory]
    [InlineData("Input.Name", "", "Write the residence's name.")]
    [InlineData("Input.Code", "North House", "Use 2 to 20 lowercase letters, digits and hyphens, such as noor or noor-2.")]
    [InlineData("Input.Code", "platform", "Another residence has this code. Choose another one.")]
    [InlineData("Input.MailDomain", "not a domain", "Write the part after the @, such as noor.example, or leave it empty.")]
    [InlineData("Input.MailDomain", "noor", "Write the part after the @, such as noor.example, or leave it empty.")]
    [InlineData("Input.TimeZone", "Kolkata", "Choose a time zone from the list, such as Asia/Kolkata.")]
    [InlineData("Input.Currency", "XXX", "Choose a currency from the list.")]
    [InlineData("Input.Culture", "", "Choose how amounts are written.")]
    [InlineData("Input.RoomWord", "", "Write your word for a room.")]
    [InlineData("Input.FloorWord", "A word that is far too long", "That is 27 characters. Use 20 at most.")]
    [InlineData("Input.SharedIdleMinutes", "4", "Write a whole number from 5 to 1,440.")]
    [InlineData("Input.SharedIdleMinutes", "1441", "Write a whole number from 5 to 1,440.")]
    [InlineData("Input.OwnIdleDays", "91", "Write a whole number from 1 to 90.")]
    [InlineData("Input.AbsoluteDays", "soon", "Write a whole number from 1 to 90.")]
    [InlineData("Input.Meals", "", "Tick at least one meal.")]
    [InlineData("Input.Meals", "supper", "Tick at least one meal.")]
    [InlineData("Input.DayLabels[0]", "thirteen long", "Use one short word of 12 letters at most.")]
    public async Task What_is_wrong_is_told_at_its_field_and_stays_typed(string field, string typed, string message)
    {
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync(Page);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new() { [field] = typed });
        Assert.Equal([$"{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}: {message}"], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
        if (field is not ("Input.Meals" or "Input.Culture" or "Input.Currency"))
            Assert.Equal(typed, answer.Value(field));
    }

    [Theory]
    [InlineData("a bill")]
    [InlineData("a budget")]
    [InlineData("a fine")]
    [InlineData("a loan of money")]
    [InlineData("a price of the shopping list")]
    public async Task The_currency_stays_once_there_is_any_amount(string amount)
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        Func<Task> make = amount switch
        {
            "a bill" => () => app.RecordAsync("North", 1, BillActs.One(100)),
            "a budget" => async () => await app.AllocateAsync(await app.FloorAsync("North", 1), 100, TestClock.Today, TestClock.Today),
            "a fine" => () => app.FineAsync("Late"),
            "a loan of money" => () => app.LoanAsync("Money", unit: null),
            _ => () => app.NeedAsync("Paid", boughtBy: Cast.Member, price: 5),
        };
        await make();
        var answer = await (await visitor.GetAsync(Page)).SubmitAsync(new() { ["Input.Currency"] = "EUR" });
        Assert.Contains("There are already amounts in INR", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal("INR", await app.ReadAsync("North", db => db.Tenants.Select(tenant => tenant.Currency).SingleAsync()));
    }

    [Fact]
    public async Task People_sign_in_as_before_when_the_code_changes()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        var saved = await (await visitor.GetAsync(Page)).SubmitAsync(new() { ["Input.Code"] = "south-2" });
        Assert.Equal(302, saved.Status);
        // The head, because another test of the class asks tea managers for a second factor.
        Assert.Equal(200, (await (await app.SignInAsync(Cast.OtherTenantHead, fresh: true)).GetAsync("/expenses")).Status);
    }

    [Fact]
    public async Task Meals_and_roles_are_kept_as_ticked()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        var page = await visitor.GetAsync(Page);
        await page.SubmitAsync(
            new() { ["Input.Meals"] = "dinner", ["Input.SecondFactorRoles"] = "TeaManager", ["Input.MailDomain"] = "@South.Example" });
        var tenant = await app.ReadAsync("South", db => db.Tenants.SingleAsync());
        Assert.Equal(["dinner"], tenant.Meals);
        Assert.Equal(["TeaManager"], tenant.SecondFactorRoles);
        Assert.Equal("south.example", tenant.MailDomain);
    }

    [Fact]
    public async Task Weekdays_have_words_and_days_a_hijri_date_where_the_tenant_wants_them()
    {
        var visitor = await app.SignInAsync(Cast.OtherTenantAdmin);
        var page = await visitor.GetAsync(Page);
        Assert.Equal(["Monday", "Sunday"],
            ((string[])["0", "6"]).Select(at => page.Document.QuerySelector($"label[for='Input_DayLabels_{at}_']")!.TextContent));
        await page.SubmitAsync(
            new() { ["Input.ShowsHijri"] = "true", ["Input.DayLabels[1]"] = "  bread ", ["Input.DayLabels[6]"] = "roti" });
        var tenant = await app.ReadAsync("South", db => db.Tenants.Select(TenantView.Of).SingleAsync());
        Assert.True(tenant.ShowsHijri);
        Assert.Equal(["roti", "", "bread", "", "", "", ""], tenant.DayLabels!);
        Assert.Equal(("bread", "roti", null),
            (tenant.LabelOf(new DateOnly(2026, 3, 17)), tenant.LabelOf(new DateOnly(2026, 3, 15)),
                tenant.LabelOf(new DateOnly(2026, 3, 16))));

        var member = await app.SignInAsync(Cast.OtherTenantMember, fresh: true);
        Assert.Contains("27 Ramadaan al-Moazzam 1447H", (await member.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Sunday bread", await DifferenceAsync(visitor, "bread"), StringComparison.Ordinal);
        await (await visitor.GetAsync(Page))
            .SubmitAsync(new() { ["Input.ShowsHijri"] = "false", ["Input.DayLabels[1]"] = "", ["Input.DayLabels[6]"] = " " });
        tenant = await app.ReadAsync("South", db => db.Tenants.Select(TenantView.Of).SingleAsync());
        Assert.Equal((false, 0), (tenant.ShowsHijri, tenant.DayLabels!.Length));
        Assert.DoesNotContain("1447H", (await member.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    /// <summary>What the second of two admins reads, who wanted another word for Sundays.</summary>
    private static async Task<string> DifferenceAsync(Visitor visitor, string word)
    {
        var first = await visitor.GetAsync(Page);
        var second = await visitor.GetAsync(Page);
        await first.SubmitAsync(new() { ["Input.DayLabels[6]"] = "rice" });
        return (await second.SubmitAsync(new() { ["Input.DayLabels[6]"] = word })).Text;
    }
}
