using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Budgets;

public sealed class BudgetPagesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly March = ClosedMonthActs.March, LastOfMarch = new(2026, 3, 31);

    private async Task<WebPage> FormAsync(int floor, string page = "add") =>
        await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/budgets/{page}?floor={floor}");

    private Task<int> CountAsync(Guid floor) => app.ReadAsync("North", db => db.Budgets.CountAsync(budget => budget.FloorId == floor));

    private Task<Budget> BudgetAsync(Guid id) =>
        app.ReadAsync("North", db => db.Budgets.AsNoTracking().SingleAsync(budget => budget.Id == id));

    [Fact]
    public async Task A_head_allocates_and_everybody_of_the_floor_reads_the_ledger()
    {
        var head = await app.SignInAsync(Cast.Head);
        await app.RecordAsync("North", 1, BillActs.One(400.50m, "in", date: March.AddDays(1)));
        await app.RecordAsync("North", 1, BillActs.One(99.50m, "before", date: March.AddDays(-1)));
        var answer = await (await head.GetAsync("/expenses/budgets/add")).SubmitAsync(BudgetFormActs.Typed("12,34,567.00"));
        Assert.Equal((302, "/expenses/budgets"), (answer.Status, answer.Location));
        var page = await answer.FollowAsync();
        Assert.Equal("₹12,34,567.00 is allocated for 1–31 Mar.", page.Toast);
        Assert.Equal("₹12,34,166.50 left until Tue 31 Mar", page.Answer);

        var read = await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses/budgets");
        Assert.Equal("Carried in ₹0.00 Allocated +₹12,34,567.00 Spent so far −₹400.50 Left ₹12,34,166.50",
            string.Join(' ', read.Document.QuerySelectorAll(".ledger li.now dl > *").Select(part => part.TextContent.Trim())));
        Assert.Contains("₹99.50 was spent on days without a budget.", read.Text, StringComparison.Ordinal);
        Assert.Contains("From the office", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Document.QuerySelector("main .acts"));
        Assert.DoesNotContain("Change", read.Text, StringComparison.Ordinal);

        var outside = await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses/budgets/outside");
        Assert.Equal("₹99.50 is in no budget", outside.Answer);
        Assert.Contains("before", Assert.Single(outside.Document.QuerySelectorAll("li.item")).TextContent, StringComparison.Ordinal);
        Assert.Equal("₹12,34,166.50 left until Tue 31 Mar", (await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses")).Answer);
    }

    [Theory]
    [InlineData("Kind", "Decade", "Input_Kind: Choose how long it lasts.")]
    [InlineData("Kind", "1", "Input_Kind: Choose how long it lasts.")]
    [InlineData("From", "soon", "Input_From: Choose the first day.")]
    [InlineData("From", "1999-12-31", "Input_From: Choose a first day between the year 2000 and a year from now.")]
    [InlineData("Until", "2026-02-28", "Input_Until: That is before the first day. Swap them.")]
    [InlineData(
        "Until", "2027-03-02", "Input_Until: That is 367 days. A budget can have 366 at most. Allocate the rest as a second budget.")]
    [InlineData("Until", "never", "Input_Until: Choose the last day.")]
    [InlineData("Amount", "", "Input_Amount: Write the amount. Use 0 if only the balance carries over.")]
    [InlineData("Amount", "-1", "Input_Amount: The amount cannot be negative.")]
    [InlineData("Amount", "1.001", "Input_Amount: Write the amount in digits, with two decimals at most, such as 460.00.")]
    [InlineData("Amount", "99999999999", "Input_Amount: Use ₹9,99,99,99,999.99 or less.")]
    [InlineData("AlertAt", "101", "Input_AlertAt: Write a whole number from 1 to 100, or leave it empty.")]
    [InlineData("AlertAt", "0.5", "Input_AlertAt: Write a whole number from 1 to 100, or leave it empty.")]
    [InlineData("Notes", "long", "Input_Notes: Use 500 characters at most.")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(string field, string typed, string message)
    {
        var floor = await app.NewFloorAsync();
        var text = typed == "long" ? new string('x', 501) : typed;
        var answer = await (await FormAsync(floor.Number)).SubmitAsync(new(BudgetFormActs.Typed()) { [$"Input.{field}"] = text });
        Assert.Equal((200, 0), (answer.Status, await CountAsync(floor.Id)));
        Assert.Equal(message, answer.Errors[0]);
        if (field != "Kind")
            Assert.Equal(text, answer.Value($"Input.{field}"));
    }

    [Theory]
    [InlineData("Week", "2026-03-01", "2026-03-07")]
    [InlineData("Fortnight", "2026-03-01", "2026-03-15")]
    [InlineData("Month", "2026-01-31", "2026-02-27")]
    public async Task Without_a_last_day_the_kind_says_it(string kind, string from, string until)
    {
        var floor = await app.NewFloorAsync();
        Assert.Equal(
            302, (await (await FormAsync(floor.Number)).SubmitAsync(BudgetFormActs.Typed(from: from, until: "", kind: kind))).Status);
        var budget = Assert.Single((await app.LedgerAsync(floor)).Periods).Budget;
        Assert.Equal(until, BudgetInput.Iso(budget.Until));
    }

    [Fact]
    public async Task No_two_budgets_share_a_day_and_the_form_proposes_what_follows()
    {
        var floor = await app.NewFloorAsync();
        await app.AllocateAsync(floor, 500, March, LastOfMarch);
        foreach (var (from,
            until) in new[] { ("2026-03-31", "2026-04-10"), ("2026-02-01", "2026-03-01"), ("2026-03-10", "2026-03-10"), ("2026-01-01",
                "2026-12-31") })
        {
            var answer = await (await FormAsync(floor.Number)).SubmitAsync(BudgetFormActs.Typed(from: from, until: until));
            Assert.Equal(["Input_From: There is already a budget for 1–31 Mar. Choose other days, or edit that budget."], answer.Errors);
        }

        var form = await FormAsync(floor.Number);
        Assert.Equal(("2026-04-01", "500"), (form.Value("Input.From"), form.Value("Input.Amount")));
        Assert.Equal(302, (await form.SubmitAsync(BudgetFormActs.Typed(from: "2026-04-01", until: "2026-04-30"))).Status);
        Assert.Equal(2, await CountAsync(floor.Id));
    }

    [Theory]
    [InlineData(1000000, "10,00,000")]
    [InlineData(1234.5, "1,234.50")]
    public async Task An_amount_stands_in_the_form_as_the_residence_writes_it_and_goes_back_the_same(double amount, string written)
    {
        var floor = await app.NewFloorAsync();
        var budget = await app.AllocateAsync(floor, (decimal)amount, March, LastOfMarch);
        var form = await FormAsync(floor.Number, $"{budget}/edit");
        Assert.Equal(written, form.Value("Input.Amount"));
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Notes"] = "Same" })).Status);
        Assert.Equal((decimal)amount, (await BudgetAsync(budget)).Allocated);
    }

    [Fact]
    public async Task A_form_sent_often_and_at_once_allocates_once()
    {
        for (var round = 0; round < 4; round++)
        {
            var floor = await app.NewFloorAsync();
            var form = await FormAsync(floor.Number);
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.SubmitAsync(BudgetFormActs.Typed())));
            Assert.All(answers, answer => Assert.Equal((302, $"/expenses/budgets?floor={floor.Number}"), (answer.Status, answer.Location)));
            Assert.Equal(1, await CountAsync(floor.Id));
        }
    }

    [Fact]
    public async Task Of_two_who_give_the_same_days_at_once_one_is_told()
    {
        for (var round = 0; round < 4; round++)
        {
            var floor = await app.NewFloorAsync();
            // One after another: forms that are a browser's first ones and come at once have each a cookie of their own.
            WebPage[] forms = [await FormAsync(floor.Number), await FormAsync(floor.Number), await FormAsync(floor.Number)];
            var answers = await Task.WhenAll(
                forms.Select((form, at) => form.SubmitAsync(BudgetFormActs.Typed(from: $"2026-03-0{at + 1}"))));
            Assert.Equal([200, 200, 302], answers.Select(answer => answer.Status).Order());
            Assert.Equal(1, await CountAsync(floor.Id));
        }
    }

    [Fact]
    public async Task The_database_itself_keeps_periods_apart()
    {
        var floor = await app.NewFloorAsync();
        await app.AllocateAsync(floor, 500, March, LastOfMarch);
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            db.Budgets
                .Add(new Budget
                {
                    FloorId = floor.Id,
                    SubmissionId = Guid.NewGuid(),
                    Kind = BudgetKind.Other,
                    From = LastOfMarch,
                    Until = LastOfMarch,
                    Allocated = 1,
                    AllocatedAt = TestClock.Beginning
                });
            await db.SaveChangesAsync();
        }));
        Assert.Equal("ex_budgets_periods", ((Npgsql.PostgresException)failure.InnerException!).ConstraintName);
    }

    [Fact]
    public async Task Other_floors_tenants_and_ids_have_no_budget_here()
    {
        var budget = await app.AllocateAsync(await app.NewFloorAsync(), 500, March, LastOfMarch);
        foreach (var person in new[] { Cast.Head, Cast.OtherFloorHead, Cast.OtherTenantHead, Cast.OtherTenantAdmin })
        {
            foreach (var page in new[] { "edit", "withdraw" })
            {
                var visitor = await app.SignInAsync(person);
                Assert.Equal(404, (await visitor.GetAsync($"/expenses/budgets/{budget}/{page}")).Status);
                Assert.Equal(404,
                    (await visitor.PostAsync($"/expenses/budgets/{budget}/{page}",
                        new()
                        {
                            ["Input.Reason"] = "x",
                            ["Input.Kind"] = "Month",
                            ["Input.From"] = "2026-03-01",
                            ["Input.Amount"] = "1"
                        })).Status);
            }
        }

        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal(404, (await head.GetAsync($"/expenses/budgets/{Guid.NewGuid()}/edit")).Status);
        Assert.Equal(404, (await head.GetAsync("/expenses/budgets/outside?p=x")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync("/expenses/budgets/add", BudgetFormActs.Typed())).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/expenses/budgets?floor=99")).Status);
    }

    [Fact]
    public async Task The_expenses_page_says_when_it_is_over_and_when_nothing_covers_today()
    {
        var over = await app.NewFloorAsync();
        var gap = await app.NewFloorAsync();
        await app.AllocateAsync(over, 100, March, LastOfMarch);
        await app.RecordAsync("North", over.Number, BillActs.One(150.25m));
        var admin = await app.SignInAsync(Cast.Admin);
        var page = await admin.GetAsync($"/expenses?floor={over.Number}");
        Assert.Equal("₹50.25 over budget", page.Answer);
        Assert.NotNull(page.Document.QuerySelector(".meter .bad"));
        await app.AllocateAsync(gap, 100, ClosedMonthActs.February, new(2026, 2, 28));
        Assert.Contains("No budget covers today.", (await admin.GetAsync($"/expenses?floor={gap.Number}")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await admin.GetAsync($"/expenses?floor={gap.Number}&month=2026-02")).Status);
    }

    [Fact]
    public async Task What_is_left_takes_one_command()
    {
        var floor = await app.NewFloorAsync();
        await app.AllocateAsync(floor, 310, March, LastOfMarch);
        await app.RecordAsync("North", floor.Number, BillActs.One(140));
        await app.InTenantAsync("North", async services =>
        {
            var query = services.GetRequiredService<BudgetLeftQuery>();
            app.Commands.Clear();
            var left = await query.ReadAsync(floor.Id, TestClock.Today, CancellationToken.None);
            Assert.Single(app.Commands.All);
            Assert.Equal((170m, 17, 10m, 45, false), (left!.Left, left.DaysLeft, left.PerDay, left.Used, left.IsOver));
            Assert.Null(await query.ReadAsync(floor.Id, LastOfMarch.AddDays(1), CancellationToken.None));
            Assert.Equal([floor.Id],
                (await query.ReadAsync([floor.Id, (await app.FloorAsync("South", 1)).Id], TestClock.Today, CancellationToken.None)).Keys);
        });
    }
}
