using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>What is cooked, brewed, said and asked for, and who looks after it.</summary>
public sealed class StatesOfDaysTests(BrowserApp app) : StateTests(app)
{
    [Fact]
    public async Task Pages_of_menus_may_be_shipped()
    {
        var day = new DateOnly(2026, 3, 17);
        var meal = $"/menus/{await App.PlanAsync(day, "Dosa", side: "Coconut chutney", room: await App.NewRoomAsync("Menus"))}";
        var wish = $"/menus/suggestions/{await App.WishAsync(day, "Shakshuka", Cast.Member, "Pav")}";
        var own = $"/menus/suggestions/{await App.WishAsync(day.AddDays(1), "Uttapam", Cast.Head)}";
        var page = await App.OpenAsAsync(Cast.Head);
        await page.GotoAsync("/menus/turns/rota");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Skip Menus" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the order" }).ClickAsync();
        await page.ArrivedAsync("**/menus/turns");
        await JudgeAllAsync(page,
        [
            new("/menus?week=2026-03-17"), new("/menus?week=2025-01-01"), new("/menus/add?day=2026-03-18"),
            new("/menus/add", "plan with errors", "Plan the meal"),
            new(meal), new($"{meal}/cancel", "cancel with errors", "Cancel the meal"),
            new("/menus/plan?week=2026-03-16"), new("/menus/plan?week=2026-03-16", "planner with errors", "Save the meals"),
            new("/menus/plan?week=2025-01-01"), new("/menus/plan?week=2026-03-16&weeks=2&from=2026-03-16"),
            new("/menus/plan/copy?week=2026-03-23"),
            new("/menus/all?q=nothing+has+it"), new("/menus/suggestions/add", "suggest with errors", "Suggest the meal"),
            new(wish), new($"{wish}/decline", "decline with errors", "Decline it"),
            new("/menus/turns/day?day=2026-03-18"), new("/menus/turns/day?day=2026-03-18", "change with errors", "Save the day"),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.OtherTenantMember), [new("/menus"), new("/menus/turns")]);
    }

    [Fact]
    public async Task Pages_of_ratings_and_swaps_may_be_shipped()
    {
        var eaten = await App.PlanAsync(new DateOnly(2026, 3, 14), "Rated dosa", side: "Coconut chutney");
        var swap = await App.AskedSwapAsync();
        var dish = await App.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == eaten).Select(menu => menu.DishId).SingleAsync());
        await App.TakeTurnsAsync(
            new DateOnly(2026, 3, 20), await App.NewRoomAsync("Swaps", 1, Cast.Head), await App.NewRoomAsync("Others", 1, Cast.Member));
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new($"/feedback/answers/{await App.WordsAsync()}"),
            new($"/feedback/words/{await App.WordsAsync()}/hide", "hide with errors", "Hide it"),
            new("/feedback/leaders?of=dishes&days=365"), new($"/feedback/dishes/{dish}"),
            new($"/feedback/rooms/{await App.NewRoomAsync("Liked")}"), new($"/feedback/{eaten}"),
            new($"/feedback/{eaten}", "rate with errors", "Save"), new($"/menus/{eaten}"), new($"/menus/dishes/{dish}/champions"),
            new("/menus/turns/swap", "ask with errors", "Ask for the swap"), new($"/menus/turns/swaps/{swap}"),
        ]);
    }

    [Fact]
    public async Task Words_without_a_blank_stay_within_their_place()
    {
        string Long(char letter) => new(letter, 90);
        var meal = await App.PlanAsync(new DateOnly(2026, 3, 18), Long('d'), room: await App.NewRoomAsync(Long('r')[..30], 1, Cast.Head));
        var eaten = await App.PlanAsync(new DateOnly(2026, 3, 13), Long('e'), side: Long('s'));
        await App.SayAsync(eaten, Cast.Member, 2, Long('c'));
        await App.NeedAsync(Long('n'));
        await App.AnnouncedAsync(Long('a'), Long('t'));
        var idea = await App.IdeaAsync(Long('i'), Cast.Member);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/"), new("/menus?week=2026-03-16"), new($"/menus/{meal}"), new($"/menus/{eaten}"), new("/menus/plan?week=2026-03-16"),
            new("/calendar"), new("/feedback"),
            new($"/feedback/ideas/{idea}"), new("/feedback/ideas"), new("/shopping"), new("/account/notices"), new("/announcements"),
            new("/menus/dishes"), new("/search?q=ddd"),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin), [new("/administration/audit"), new("/?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_ideas_may_be_shipped()
    {
        var meal = await App.PlanAsync(new DateOnly(2026, 3, 26), "Wanted dosa");
        var dish = await App.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == meal).Select(menu => menu.DishId).SingleAsync());
        var own = $"/feedback/ideas/{await App.IdeaAsync("A fruit bowl every Friday, with what the market has", Cast.Head, dish)}";
        var voted = await App.IdeaAsync("Less oil in the upma", Cast.Member, dish, Cast.Head, Cast.Member);
        await App.DeclinedIdeaAsync("A second gas ring", "The wiring does not allow it.");
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/feedback/ideas?show=declined"), new("/feedback/ideas?show=mine"), new("/feedback/ideas?show=done"),
            new("/feedback/ideas/add", "post with errors", "Post it"),
            new(own), new($"/feedback/ideas/{voted}/answer"), new($"/feedback/ideas/{voted}/comment"),
            new($"/feedback/ideas/{voted}/comment", "comment with errors", "Comment"),
            new($"/menus/dishes/{dish}"), new($"/menus/{meal}/edit"), new("/calendar?day=2026-03-26"),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin), [new("/feedback/ideas?floor=1"), new($"/feedback/ideas/{voted}?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_notices_and_requests_may_be_shipped()
    {
        var announcement = $"/announcements/{await App.AnnouncedAsync("No water on Friday")}";
        var request = $"/requests/{await App.OpenRequestAsync()}";
        var stop = await App.StopPathAsync(Cast.Member, AjsPantry.Features.Notices.NoticeKind.Tea);
        await App.TellAsync(NoticeActs.Draft(NoticeActs.Subject()), [Cast.Member, Cast.Head]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Member),
        [
            new("/"), new("/search?q=a"), new("/announcements?earlier=yes"),
            new("/requests/add", "ask with errors", "Send the request"),
            new($"/requests/add?kind={AjsPantry.Features.Requests.AddRequestModel.Away}"), new(request), new(stop),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/announcements/add", "announce with errors", "Announce"),
            new(request), new($"{request}/decision", "decide with errors", "Decline"),
            new($"/requests/{await App.DecidedRequestAsync()}/reopen"),
        ]);
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin), [new("/"), new("/announcements/add?floor=2"), new("/requests?floor=1")]);
    }

    [Fact]
    public async Task Pages_of_the_calendar_may_be_shipped()
    {
        await App.InTenantAsync("South",
            services =>
                services.GetRequiredService<PantryDb>().Tenants
                    .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.ShowsHijri, true)
                        .SetProperty(tenant => tenant.DayLabels, ["roti", "", "bread", "", "", "bread", ""])));
        await App.PlanAsync(new DateOnly(2026, 3, 24), "Dhokla", side: "Coconut chutney", room: await App.NewRoomAsync("Calendar"));
        var special =
            $"/calendar/events/{await App.AddEventAsync(new DateOnly(2026, 3, 24), "An evening with a rather long name, for everybody of the floor", text: "Bring dates.")}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Head),
        [
            new("/calendar?day=2026-03-24"), new("/calendar?month=2026-10"),
            new("/calendar/events/add", "event with errors", "Add the event"),
            new(special),
        ]);
        await JudgeAllAsync(
            await App.OpenAsAsync(Cast.OtherTenantMember), [new("/calendar"), new("/calendar?hijri=1447-09&day=2026-03-17")]);
    }

    [Fact]
    public async Task Pages_of_tea_may_be_shipped()
    {
        await JudgeAllAsync(await App.OpenAsAsync(Cast.OtherTenantTeaManager), [new("/tea"), new("/tea/fairness"), new("/tea/slots")]);
        var evening = await App.SlotAsync("Evening", new TimeOnly(17, 0), people: 2);
        var slot = $"/tea/slots/{evening}";
        var own = $"/tea/duty/{await App.DutyAsync(TestClock.Today.AddDays(1), Cast.TeaManager, slot: evening)}";
        var done = $"/tea/duty/{await App.DutyAsync(TestClock.Today.AddDays(-1), Cast.Member, TeaState.Done)}";
        var asked = await App.DutyAsync(TestClock.Today.AddDays(3), Cast.Member);
        var swap = $"/tea/swap/{await App.AskedTeaSwapAsync(asked)}";
        await App.DutyAsync(TestClock.Today, null);
        var place = $"/tea/plan/place/{await App.DraftPlaceAsync(TestClock.Today.AddDays(9))}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.TeaManager),
        [
            new("/tea/slots/new", "a time with errors", "Add the time"), new(slot),
            new(place), new(own), new($"{own}/decline", "decline with errors", "Decline it"), new(swap),
            new(done), new($"/tea/duty/{asked}/reassign"), new($"/tea/duty/{asked}/reassign", "give with errors", "Save"),
            new($"/tea/duty/{asked}/cancel"),
        ]);
    }

    [Fact]
    public async Task Pages_of_administration_may_be_shipped()
    {
        var floor = $"/administration/floors/{(await App.FloorAsync("North", 1)).Id}";
        await HeadsBooksAsync();
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Admin),
        [
            new(floor),
            new("/administration/audit?reason=nothing+fits"), new("/administration/audit?from=2026-03-02&to=2026-03-01"),
        ]);
    }

    [Fact]
    public async Task Pages_of_the_platform_may_be_shipped()
    {
        var residence = $"/platform/tenants/{Cast.TenantId("South")}";
        await JudgeAllAsync(await App.OpenAsAsync(Cast.Operator),
        [
            new("/platform?search=nobody"), new("/platform/tenants/new", "a residence with errors", "Add the residence"),
            new(residence), new($"{residence}/suspend"), new($"{residence}/suspend", "suspend with errors", "Suspend the residence"),
        ]);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_says_so_kindly()
    {
        var page = await App.OpenAsAsync(Cast.Member);
        var inspection = await Inspection.OfAsync(page);
        // What can be kept comes back to be sent again; this is more than anybody types.
        await page.GotoAsync("/account/profile");
        await page.EvaluateAsync("""
            const form = document.querySelector("main form");
            form.elements.__RequestVerificationToken.value = "x".repeat(200_000);
            form.elements.__RequestVerificationToken.name = "More";
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("This form is too old");
        List<string> findings = [];
        await inspection.JudgeAsync("400", findings);
        Assert.Empty(findings.Concat(inspection.Complaints));
    }
}
