using AjsPantry.Features.Expenses;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.Choosing;
using AjsPantry.Tests.Features.Expenses.Closing;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Feedback;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.Notices.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys;

/// <summary>Every page on a phone of 390 and of 360 pixels.</summary>
public sealed class EveryPageOnAPhoneTests(BrowserApp app) : EveryPageTests(app, 390);

/// <summary>Every page on a desktop.</summary>
public sealed class EveryPageOnADesktopTests(BrowserApp app) : EveryPageTests(app, 1280);

/// <summary>Every page, as somebody who has it, in light and in dark.</summary>
public abstract class EveryPageTests(BrowserApp app, int width) : IClassFixture<BrowserApp>
{
    private static readonly DateOnly July = new(2025, 7, 1);

    [Fact]
    public async Task Pages_that_nobody_has_signed_in_for_may_be_shipped()
    {
        var page = await app.OpenAsync(width);
        await JudgeAllAsync(page, [new("/sign-in"), new("/sign-in", "sign-in with errors", "Sign in"), new("/forgot"), new("/join/nothing"), new("/nowhere")]);
    }

    [Fact]
    public async Task Pages_of_a_pantry_head_may_be_shipped()
    {
        var bill = $"/expenses/bill/{await HeadsBooksAsync()}";
        var page = await app.OpenAsAsync(Cast.Head, width);
        await JudgeAllAsync(page,
        [
            new("/"), new("/expenses?month=2025-07"), new("/expenses?month=2025-12"),
            new("/expenses/record"), new("/expenses/record", "record with errors", "Save the bill"),
            new(bill), new($"{bill}/edit"), new($"{bill}/void"), new($"{bill}/void", "void with errors", "Void the bill"),
            new("/expenses/reports?year=2025"), new("/expenses/reports?year=2024"),
            new("/expenses/report?month=2025-07"), new("/expenses/report?month=2026-03"), new("/expenses/report?month=2025-12"),
            new("/account"), new("/sign-out"), new("/administration/jobs"), new("/nowhere"),
            new("/identity/account/manage/changepassword"), new("/identity/account/manage/changepassword", "change password with errors", "Change password"),
            new("/identity/account/manage/twofactorauthentication"),
        ]);
    }

    [Fact]
    public async Task Pages_of_receipts_and_chosen_reports_may_be_shipped()
    {
        var bill = await app.RecordAsync("North", 1, Bills.DMart with { Number = $"R-{width}", Date = new DateOnly(2026, 3, 3) });
        await app.AddReceiptAsync(bill, content: Uploads.Photo(600, 900));
        var pdf = await app.AddReceiptAsync(bill, "A rather long name of a paper that somebody scanned.pdf", Uploads.Pdf(2));
        var choice = "/expenses/reports/choose/bills?from=2026-03-01&until=2026-03-31&title=For+the+office&budget=1900";
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new($"/expenses/bill/{bill}"), new($"/expenses/bill/{bill}/receipts"), new($"/expenses/bill/{bill}/receipts", "receipts with errors", "Add to the bill"),
            new($"/expenses/receipt/{pdf}/remove"), new($"/expenses/receipt/{pdf}/remove", "remove with errors", "Remove the receipt"), new("/expenses?month=2026-03"),
            new("/expenses/reports/choose"), new(choice), new("/expenses/reports/choose/bills?from=2001-03-01&until=2001-03-31&title=Nothing"),
            new($"/expenses/reports/chosen/{await app.ChosenAsync("For the office", 1900)}"), new("/expenses/reports?year=2026"), new("/help/receipts"),
        ]);
    }

    [Fact]
    public async Task Pages_of_budgets_and_closed_months_may_be_shipped()
    {
        var (floor, february) = (await app.NewFloorAsync(), BooksApp.February);
        var at = $"floor={floor.Number}";
        var budget = $"/expenses/budgets/{await app.AllocateAsync(floor, 19000, february, new(2026, 2, 28))}";
        var current = $"/expenses/budgets/{await app.AllocateAsync(floor, 1900, BooksApp.March, new(2026, 3, 31), 50)}";
        await app.RecordAsync("North", floor.Number, Bills.One(50, "OUT-1", date: BooksApp.January));
        await app.RecordAsync("North", floor.Number, Bills.One(1200.50m, "IN-1", "Dairy", BooksApp.March.AddDays(3)));
        var (kept, back) = ($"/expenses/bill/{await app.RecordAsync("North", floor.Number, Bills.DMart with { Number = "KEPT-1", Date = february })}", await app.RecordAsync("North", floor.Number, Bills.One(88.50m, "BACK-1", date: february)));
        var closing = $"/expenses/closing/{await app.CloseAsync(floor, february)}";
        var reversal = $"/expenses/bill/{await app.ReverseAsync(floor, back)}";
        await app.ReopenAsync(floor, await app.CloseAsync(floor, BooksApp.January));
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width),
        [
            new($"/expenses?{at}"), new($"/expenses?month=2026-02&{at}"), new($"/expenses/budgets?{at}"), new($"/expenses/budgets?floor=2"), new($"/expenses/budgets/outside?{at}"), new("/expenses/budgets/outside?floor=2"),
            new($"/expenses/budgets/add?{at}"), new($"/expenses/budgets/add?{at}", "allocate with errors", "Allocate it"), new($"{current}/edit?{at}"), new($"{budget}/withdraw?{at}"), new($"{current}/withdraw?{at}", "take back with errors", "Take it back"),
            new($"/expenses/closing?month=2026-02&{at}"), new($"/expenses/closing?month=2026-01&{at}"), new($"/expenses/closing?month=2026-03&{at}"), new($"{closing}/reopen?{at}"), new($"{closing}/reopen?{at}", "reopen with errors", "Open it again"),
            new($"{kept}?{at}"), new($"{kept}/reverse?{at}"), new($"{kept}/reverse?{at}", "reverse with errors", "Reverse the bill"), new($"{reversal}?{at}"), new($"/expenses/bill/{back}?{at}"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Member, width), [new("/expenses/budgets")]);
    }

    [Fact]
    public async Task Pages_of_menus_may_be_shipped()
    {
        var day = new DateOnly(2026, 3, 17);
        var meal = $"/menus/{await app.PlanAsync(day, $"Dosa {width}", side: "Coconut chutney", room: await app.NewRoomAsync($"Menus {width}"))}";
        var (wish, own) = ($"/menus/suggestions/{await app.WishAsync(day, "Shakshuka", Cast.Member, "Pav")}", $"/menus/suggestions/{await app.WishAsync(day.AddDays(1), "Uttapam", Cast.Head)}");
        var page = await app.OpenAsAsync(Cast.Head, width);
        await page.GotoAsync("/menus/turns/rota");
        await page.GetByRole(AriaRole.Textbox, new() { Name = $"Menus {width}" }).FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the order" }).ClickAsync();
        await page.ArrivedAsync("**/menus/turns");
        await JudgeAllAsync(page,
        [
            new("/menus?week=2026-03-17"), new("/menus?week=2025-01-01"), new("/menus/add?day=2026-03-18"), new("/menus/add", "plan with errors", "Plan the meal"), new($"{meal}/tell"),
            new(meal), new($"{meal}/edit"), new($"{meal}/cancel"), new($"{meal}/cancel", "cancel with errors", "Cancel the meal"),
            new("/menus/plan?week=2026-03-16"), new("/menus/plan?week=2026-03-16", "planner with errors", "Save the meals"), new("/menus/plan?week=2025-01-01"), new("/menus/plan?week=2026-03-16&weeks=2&from=2026-03-16"), new("/menus/plan/copy?week=2026-03-23"),
            new("/menus/all"), new("/menus/all?q=nothing+has+it"), new("/menus/suggestions"), new("/menus/suggestions/add"), new("/menus/suggestions/add", "suggest with errors", "Suggest it"),
            new(wish), new($"{wish}/decline"), new($"{wish}/decline", "decline with errors", "Decline it"), new($"{own}/withdraw"),
            new("/menus/turns"), new("/menus/turns/rota"), new("/menus/turns/change?day=2026-03-18"), new("/menus/turns/change?day=2026-03-18", "change with errors", "Change the day"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.OtherTenantMember, width), [new("/menus"), new("/menus/turns")]);
    }

    [Fact]
    public async Task Pages_of_ratings_and_swaps_may_be_shipped()
    {
        var (eaten, swap) = (await app.PlanAsync(new DateOnly(2026, 3, 14), $"Rated dosa {width}", side: "Coconut chutney"), await app.AskedSwapAsync());
        var dish = await app.ReadAsync("North", db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == eaten).Select(menu => menu.DishId).SingleAsync());
        await app.TakeTurnsAsync(new DateOnly(2026, 3, 20), await app.NewRoomAsync($"Swaps {width}", 1, Cast.Head), await app.NewRoomAsync($"Others {width}"));
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/feedback"), new("/feedback/settings"), new($"/feedback/answers/{await app.WordsAsync()}"), new("/feedback/leaders"), new("/feedback/leaders?of=dishes&days=365"), new($"/feedback/dishes/{dish}"), new($"/feedback/rooms/{await app.NewRoomAsync($"Liked {width}")}"), new($"/feedback/{eaten}"), new($"/feedback/{eaten}", "rate with errors", "Save"), new($"/menus/{eaten}"), new($"/menus/dishes/{dish}/champions"),
            new("/menus/turns/swap"), new("/menus/turns/swap", "ask with errors", "Ask them"), new($"/menus/turns/swaps/{swap}"),
        ]);
    }

    [Fact]
    public async Task Pages_of_ideas_may_be_shipped()
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 3, 26), $"Wanted dosa {width}");
        var dish = await app.ReadAsync("North", db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == meal).Select(menu => menu.DishId).SingleAsync());
        var (own, voted) = ($"/feedback/ideas/{await app.IdeaAsync("A fruit bowl every Friday, with what the market has", Cast.Head, dish)}", await app.IdeaAsync("Less oil in the upma", Cast.Member, dish, Cast.Head, Cast.Member));
        await app.DeclinedIdeaAsync("A second gas ring", "The wiring does not allow it.");
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/feedback/ideas"), new("/feedback/ideas?show=declined"), new("/feedback/ideas?show=mine"), new("/feedback/ideas?show=done"), new("/feedback/ideas/add"), new("/feedback/ideas/add", "post with errors", "Post it"),
            new(own), new($"{own}/edit"), new($"/feedback/ideas/{voted}/answer"), new($"/feedback/ideas/{voted}/comment"), new($"/feedback/ideas/{voted}/comment", "comment with errors", "Say it"),
            new($"/menus/dishes/{dish}"), new($"/menus/{meal}/edit"), new("/calendar?day=2026-03-26"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width), [new("/feedback/ideas?floor=1"), new($"/feedback/ideas/{voted}?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_loans_and_fines_may_be_shipped()
    {
        var offered = $"/loans/{await app.LoanAsync("A big pressure cooker with a lid that sticks a little", state: AjsPantry.Features.Loans.LoanState.Offered, quantity: 1, unit: "pcs", due: new DateOnly(2026, 3, 20))}";
        var (mine, theirs) = (await app.LoanAsync("Basmati rice", due: new DateOnly(2026, 3, 10)), await app.LoanAsync("For the gas", lender: 2, quantity: 1234567.50m, unit: null));
        var part = $"/loans/returns/{await app.ReturnAsync(mine)}";
        var (open, paid) = ($"/fines/{await app.FineAsync("Morning tea was not made, and nobody was asked to swap")}", $"/fines/{await app.FineAsync("Plates in the sink", state: AjsPantry.Features.Fines.FineState.Paid)}");
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/loans"), new("/loans?show=waiting"), new("/loans?show=ended"), new("/loans/add"), new("/loans/add", "lend with errors", "Lend it"), new(offered), new($"{offered}/take-back"), new($"{offered}/take-back", "take back with errors", "Take it back"),
            new($"/loans/{mine}"), new(part), new(part, "answer with errors", "It did not come"), new($"/loans/{theirs}"), new($"/loans/{theirs}/return"),
            new("/fines"), new("/fines?show=all"), new("/fines?show=waived"), new("/fines/add"), new("/fines/add", "fine with errors", "Record the fine"), new(open), new($"{open}/settle"), new($"{open}/settle", "settle with errors", "Waive it"), new(paid), new($"{paid}/reopen"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Member, width), [new("/fines"), new(open)]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width), [new("/loans?floor=2"), new($"{offered}/answer?floor=2"), new("/fines?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_shopping_may_be_shipped()
    {
        var (open, bought) = ($"/shopping/{await app.NeedAsync($"Paneer {width}")}", $"/shopping/{await app.NeedAsync($"Potato {width}", boughtBy: Cast.Member, price: 80)}");
        await app.NeedAsync($"Sugar {width}", assignee: Cast.Member);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Member, width), [new("/shopping"), new("/shopping/done"), new("/shopping/bought"), new(open), new(bought), new($"{open}/bought")]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/shopping"), new("/shopping/bought"), new("/shopping/bought", "several with errors", "They are bought"), new("/shopping/add"), new("/shopping/add", "add with errors", "Add them"), new(open), new($"{open}/edit"), new($"{open}/cancel"), new($"{open}/cancel", "cancel with errors", "Take it off"), new(bought), new($"{bought}/bought"),
        ]);
    }

    [Fact]
    public async Task Pages_of_notices_and_requests_may_be_shipped()
    {
        var (announcement, request) = ($"/announcements/{await app.AnnouncedAsync("No water on Friday")}", $"/requests/{await app.OpenRequestAsync()}");
        var stop = await app.StopPathAsync(Cast.Member, AjsPantry.Features.Notices.NoticeKind.Tea);
        await app.TellAsync(News.Draft(News.Cause()), [Cast.Member, Cast.Head]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Member, width),
        [
            new("/"), new("/search"), new("/search?q=a"), new("/inbox"), new("/account/notices"), new("/announcements"), new("/announcements?earlier=yes"),
            new("/requests"), new("/requests/add"), new("/requests/add", "ask with errors", "Ask"), new(request), new(stop),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/inbox"), new("/announcements"), new("/announcements/add"), new("/announcements/add", "announce with errors", "Announce it"), new($"{announcement}/edit"), new($"{announcement}/archive"),
            new("/requests"), new(request), new($"{request}/decision"), new($"{request}/decision", "decide with errors", "Decline"),
            new($"/requests/{await app.DecidedRequestAsync()}/reopen"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width), [new("/"), new("/inbox"), new("/administration/outbox"), new("/announcements/add?floor=2"), new("/requests?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_the_calendar_may_be_shipped()
    {
        await app.InTenantAsync("South", services => services.GetRequiredService<PantryDb>().Tenants.ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.ShowsHijri, true).SetProperty(tenant => tenant.DayLabels, ["roti", "", "bread", "", "", "bread", ""])));
        await app.PlanAsync(new DateOnly(2026, 3, 24), $"Dhokla {width}", side: "Coconut chutney", room: await app.NewRoomAsync($"Calendar {width}"));
        var special = $"/calendar/events/{await app.AddEventAsync(new DateOnly(2026, 3, 24), "An evening with a rather long name, for everybody of the floor", text: "Bring dates.")}";
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Head, width),
        [
            new("/calendar"), new("/calendar?day=2026-03-24"), new("/calendar?month=2026-10"), new("/calendar/events/add"), new("/calendar/events/add", "event with errors", "Add the event"),
            new(special), new($"{special}/edit"), new($"{special}/cancel"), new("/calendar/feed"),
        ]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.OtherTenantMember, width), [new("/calendar"), new("/calendar?hijri=1447-09&day=2026-03-17")]);
    }

    [Fact]
    public async Task Pages_of_tea_may_be_shipped()
    {
        await JudgeAllAsync(await app.OpenAsAsync(Cast.OtherTenantTeaManager, width), [new("/tea"), new("/tea/fairness"), new("/tea/slots")]);
        var evening = await app.SlotAsync("Evening", new TimeOnly(17, 0), people: 2);
        var slot = $"/tea/slots/{evening}";
        var own = $"/tea/duty/{await app.DutyAsync(TestClock.Today.AddDays(1), Cast.TeaManager, slot: evening)}";
        var done = $"/tea/duty/{await app.DutyAsync(TestClock.Today.AddDays(-1), Cast.Member, TeaState.Done)}";
        var asked = await app.DutyAsync(TestClock.Today.AddDays(3), Cast.Member);
        var swap = $"/tea/swap/{await app.AskedTeaSwapAsync(asked)}";
        await app.DutyAsync(TestClock.Today, null);
        var place = $"/tea/plan/place/{await app.DraftPlaceAsync(TestClock.Today.AddDays(9))}";
        await JudgeAllAsync(await app.OpenAsAsync(Cast.TeaManager, width),
        [
            new("/tea"), new("/tea/fairness"), new("/tea/slots"), new("/tea/slots/new"), new("/tea/slots/new", "a time with errors", "Add the time"), new(slot), new($"{slot}/archive"),
            new("/tea/plan"), new("/tea/plan/make"), new(place), new(own), new($"{own}/accept"), new($"{own}/decline"), new($"{own}/decline", "decline with errors", "Decline it"), new($"{own}/swap"), new(swap),
            new("/tea/confirm"), new(done), new($"{done}/completion"), new($"/tea/duty/{asked}/reassign"), new($"/tea/duty/{asked}/reassign", "give with errors", "Give it"), new($"/tea/duty/{asked}/cancel"),
        ]);
    }

    [Fact]
    public async Task Pages_of_a_member_and_a_tea_manager_may_be_shipped()
    {
        var bill = $"/expenses/bill/{await HeadsBooksAsync()}";
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Member, width), [new("/"), new("/expenses?month=2025-07"), new(bill)]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.TeaManager, width), [new("/"), new("/expenses/record")]);
    }

    [Fact]
    public async Task Pages_of_an_admin_and_an_operator_may_be_shipped()
    {
        await HeadsBooksAsync();
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width),
            [new("/"), new("/expenses?floor=2"), new("/expenses/record?floor=2"), new("/expenses/reports?floor=1&year=2025"), new("/administration/jobs"), new("/account")]);
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Operator, width), [new("/platform"), new("/account")]);
    }

    [Fact]
    public async Task Pages_of_administration_may_be_shipped()
    {
        var floor = $"/administration/floors/{(await app.FloorAsync("North", 1)).Id}";
        await HeadsBooksAsync();
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Admin, width),
        [
            new("/administration/settings"), new("/administration/floors"), new("/administration/floors/new"), new(floor), new($"{floor}/archive"),
            new("/administration/audit"), new("/administration/audit?reason=nothing+fits"), new("/administration/audit?from=2026-03-02&to=2026-03-01"), new("/help/rights"),
        ]);
    }

    [Fact]
    public async Task Pages_of_the_platform_may_be_shipped()
    {
        var residence = $"/platform/tenants/{Cast.TenantId("South")}";
        await JudgeAllAsync(await app.OpenAsAsync(Cast.Operator, width),
        [
            new("/platform?search=nobody"), new("/platform/tenants/new"), new("/platform/tenants/new", "a residence with errors", "Add the residence"),
            new(residence), new($"{residence}/suspend"), new($"{residence}/suspend", "suspend with errors", "Suspend the residence"), new("/platform/audit"),
        ]);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_says_so_kindly()
    {
        var page = await app.OpenAsAsync(Cast.Member, width);
        var inspection = await Inspection.OfAsync(page);
        await page.GotoAsync("/sign-out");
        await page.EvaluateAsync("document.querySelector('main input[name=__RequestVerificationToken]').remove()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("could not be read");
        List<string> findings = [];
        await inspection.JudgeAsync("400", findings);
        Assert.Empty(findings.Concat(inspection.Complaints));
    }

    /// <summary>A month with bills and a report that is out of date. Returns a bill of it.</summary>
    private async Task<Guid> HeadsBooksAsync()
    {
        if (await app.ReadAsync("North", db => db.Bills.Where(bill => bill.Number == Bills.DMart.Number).Select(bill => bill.Id).FirstOrDefaultAsync()) is var recorded && recorded != Guid.Empty)
            return recorded;
        await app.RecordAsync("North", 1, Bills.Blinkit);
        var bill = await app.RecordAsync("North", 1, Bills.DMart);
        await app.InTenantAsync("North", async services =>
        {
            var tenant = await services.GetRequiredService<PantryDb>().Tenants.Select(TenantView.Of).SingleAsync();
            var floor = await app.FloorAsync("North", 1);
            await services.GetRequiredService<MakeReport>().HandleAsync(tenant, floor, July, CancellationToken.None);
        });
        await app.RecordAsync("North", 1, Bills.One(88.50m, "LATE-1", date: July.AddDays(20)));
        return bill;
    }

    private async Task JudgeAllAsync(IPage page, IReadOnlyList<Stop> stops)
    {
        var inspection = await Inspection.OfAsync(page);
        List<string> findings = [];
        foreach (var stop in stops)
        {
            await page.GotoAsync(stop.Address);
            if (stop.Press is { } button)
            {
                await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
                await page.Locator(".invalid-feedback, .callout.bad").First.WaitForAsync();
            }

            await inspection.JudgeAsync($"{stop.Name ?? stop.Address} at {width}", findings);
        }

        Assert.True(findings.Concat(inspection.Complaints).ToList() is [], string.Join("\n", findings.Concat(inspection.Complaints)));
    }

    /// <param name="Press">A button to press first, for the page that comes back with errors.</param>
    private sealed record Stop(string Address, string? Name = null, string? Press = null);
}
