using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.CookNotices;

/// <summary>What cooks are notified of their meals. Every test has people, rooms and days of its own.</summary>
public sealed class NotifyCooksTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task The_room_hears_of_its_meal_and_the_mail_has_the_recipe_for_everybody()
    {
        var cook = await app.NewAsync();
        var other = await app.NewAsync();
        var room = await app.NewRoomAsync("Told room", 1, cook);
        await app.NewRoomAsync("Untold room", 1, other);
        await MailAsync(cook);
        var people = await app.ReadAsync(
            "North", db => db.Members.CountAsync(member => member.Floor!.Number == 1 && member.DeactivatedAt == null));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var dish =
                new Dish
                {
                    Name = "Told poha",
                    NormalName = "told poha",
                    Category = DishCategory.Main,
                    Servings = 10,
                    Tips = ["Rinse it twice"],
                    CreatedAt = TestClock.Beginning
                };
            dish.Ingredients.Add(new DishIngredient { Position = 0, Name = "poha", Quantity = 100 * 10, Unit = "kg" });
            db.Add(dish);
            await db.SaveChangesAsync();
        });
        Assert.Equal(302, (await AddAsync("2026-03-23", "Told poha", room, new() { ["Input.Notes"] = "Less salt" })).Status);
        var notice = Assert.Single(await NoticesAsync(cook));
        Assert.Equal("You cook Told poha on Mon 23 Mar", notice.Title.Replace('\u00a0', ' '));
        Assert.Equal("Breakfast, Told room. Notes: Less salt", notice.Text);
        Assert.Equal(200, (await (await app.SignInAsync(cook)).GetAsync(notice.Path)).Status);
        Assert.Empty(await NoticesAsync(other));
        var mail = await app.ReadAsync("North", db => db.Set<OutboxMail>().SingleAsync(mail => mail.NoticeId == notice.Id));
        Assert.Contains($"Told poha for {people} people: {100 * people} kg poha.",
            mail.Text.Replace('\u00a0', ' ').Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Good to know: Rinse it twice.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_recipe_is_reckoned_for_those_who_are_there_that_day()
    {
        var cook = await app.NewAsync();
        var away = await app.NewAsync();
        var refused = await app.NewAsync();
        var room = await app.NewRoomAsync("Counting room", 1, cook);
        await MailAsync(cook);
        await app.AwayAsync(away, new DateOnly(2026, 5, 11), new DateOnly(2026, 5, 12));
        await app.AwayAsync(refused, new DateOnly(2026, 5, 12), new DateOnly(2026, 5, 12));
        var gone = await app.IdAsync(refused);
        var people = await app.ReadAsync(
            "North", db => db.Members.CountAsync(member => member.Floor!.Number == 1 && member.DeactivatedAt == null));
        await app.InTenantAsync("North", services => services.GetRequiredService<PantryDb>().Requests
            .Where(request => request.MemberId == gone)
                .ExecuteUpdateAsync(set => set.SetProperty(request => request.State, RequestState.Declined)));
        await app.InTenantAsync("North", async services =>
        {
            var dish =
                new Dish
                {
                    Name = "Counted poha",
                    NormalName = "counted poha",
                    Category = DishCategory.Main,
                    Servings = 10,
                    CreatedAt = TestClock.Beginning
                };
            dish.Ingredients.Add(new DishIngredient { Position = 0, Name = "poha", Quantity = 100 * 10, Unit = "kg" });
            var db = services.GetRequiredService<PantryDb>();
            db.Add(dish);
            await db.SaveChangesAsync();
        });
        async Task<string> MailedAsync(string day)
        {
            await AddAsync(day, "Counted poha", room);
            var notice = (await NoticesAsync(cook)).OrderBy(notice => notice.Id).Last();
            var mail = await app.ReadAsync("North", db => db.Set<OutboxMail>().SingleAsync(mail => mail.NoticeId == notice.Id));
            return mail.Text.Replace('\u00a0', ' ').Replace(",", "", StringComparison.Ordinal);
        }

        Assert.Contains($"Counted poha for {people - 1} people because 1 of {people} is away: {100 * (people - 1)} kg poha.",
            await MailedAsync("2026-05-12"), StringComparison.Ordinal);
        Assert.Contains(
            $"Counted poha for {people} people: {100 * people} kg poha.", await MailedAsync("2026-05-13"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_tick_nobody_hears_of_it_nor_of_its_end()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Silent room", 1, cook);
        Assert.Equal(302, (await AddAsync("2026-03-24", "Silent dish", room, new() { ["Input.Tell"] = "false" })).Status);
        await CancelAsync(await IdAsync("Silent dish"));
        Assert.Empty(await NoticesAsync(cook));
    }

    [Fact]
    public async Task A_head_chooses_who_of_the_cooks_is_told_and_sees_how_far_the_news_is()
    {
        var one = await app.NewAsync(name: "Chosen cook");
        var other = await app.NewAsync(name: "Other cook");
        var stranger = await app.NewAsync();
        var room = await app.NewRoomAsync("Choosing room", 1, one, other);
        await AddAsync("2026-04-20", "Chosen dish", room, new() { ["Input.Tell"] = "false" });
        var id = await IdAsync("Chosen dish");
        var page = await (await Head).GetAsync($"/menus/{id}");
        Assert.Contains("The cooks are not notified yet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Send a notification", (await (await app.SignInAsync(one)).GetAsync($"/menus/{id}")).Text, StringComparison.Ordinal);

        Task<WebPage> TellAsync(params Person[] people) => TellThoseAsync(id, people);
        Assert.Equal(["Input_Cooks: Tick at least one person."], (await TellAsync()).Errors);
        Assert.Equal(["Input_Cooks: Someone you chose no longer cooks this meal. The list below is up to date."],
            (await TellAsync(one, stranger)).Errors);
        Assert.Equal("1 person gets a notification.", (await (await TellAsync(one)).FollowAsync()).Toast);
        Assert.Single(await NoticesAsync(one));
        Assert.Empty(await NoticesAsync(other));
        Assert.Contains("1 of 2 cooks are notified", (await (await Head).GetAsync($"/menus/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["Input_Cooks: They already have this notification, and nothing has changed since."], (await TellAsync(one)).Errors);

        var notice = (await NoticesAsync(one)).Single();
        await (await app.SignInAsync(one)).PostAsync($"/inbox/{notice.Id}/open");
        await TellAsync(other);
        async Task<IEnumerable<string>> ChipsAsync() =>
            (await (await Head).GetAsync($"/menus/{id}/tell")).Document.QuerySelectorAll(".item .chip")
                .Select(chip => chip.TextContent.Trim());
        Assert.Equal(["Read", "In the inbox"], await ChipsAsync());
        // A notice that is forgotten takes with it which meals it told.
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<PantryDb>().Notices.Where(row => row.Id == notice.Id).ExecuteDeleteAsync());
        Assert.Equal(["Not sent", "In the inbox"], await ChipsAsync());
        Assert.False(await app.ReadAsync("North", db => db.ToldMeals.AnyAsync(told => told.NoticeId == notice.Id)));
    }

    [Fact]
    public async Task The_mail_of_each_cook_shows_what_became_of_it()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Mailed room", 1, cook);
        await MailAsync(cook);
        await AddAsync("2026-04-21", "Mailed dish", room);
        var address = $"/menus/{await IdAsync("Mailed dish")}/tell";
        var id = (await NoticesAsync(cook)).Single().Id;
        async Task<string> ChipAsync() => (await (await Head).GetAsync(address)).Document.QuerySelector(".item .chip")!.TextContent.Trim();
        async Task<string> AfterAsync(Action<OutboxMail> change)
        {
            await app.InTenantAsync("North", async services =>
            {
                var db = services.GetRequiredService<PantryDb>();
                change(await db.OutboxMails.SingleAsync(mail => mail.NoticeId == id));
                await db.SaveChangesAsync();
            });
            return await ChipAsync();
        }

        Assert.Contains(await ChipAsync(), (string[])["Email on its way", "In the inbox"]);
        // Without a mail server the page promises no email.
        Assert.DoesNotContain("The email has the recipe.", (await (await Head).GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Equal("Email not delivered", await AfterAsync(mail => mail.Attempts = MailDrain.MostTries));
        Assert.Equal("Email sent", await AfterAsync(mail => mail.SentAt = TestClock.Beginning));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_is_past_off_or_of_others()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Door room", 1, cook);
        await AddAsync("2026-04-22", "Door dish", room);
        var id = await IdAsync("Door dish");
        var address = $"/menus/{id}/tell";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(cook)).PostAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/{Guid.NewGuid()}/tell")).Status);
        await CancelAsync(id);
        Assert.Equal(404, (await (await Head).GetAsync(address)).Status);
    }

    [Fact]
    public async Task Those_who_were_told_hear_when_it_is_cancelled_and_only_once()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Cancelled room", 1, cook);
        await AddAsync("2026-03-25", "Cancelled after telling", room);
        var id = await IdAsync("Cancelled after telling");
        await CancelAsync(id);
        await CancelAsync(id);
        Assert.Equal(["You cook Cancelled after telling on Wed 25 Mar", "Cancelled after telling on Wed 25 Mar is cancelled"],
            await TitlesAsync(cook));
    }

    [Fact]
    public async Task A_meal_that_goes_to_others_is_told_to_both_and_a_change_back_is_news_again()
    {
        var first = await app.NewAsync();
        var second = await app.NewAsync();
        var mine = await app.NewRoomAsync("First room", 1, first);
        var theirs = await app.NewRoomAsync("Second room", 1, second);
        await AddAsync("2026-03-26", "Handed on", mine);
        var id = await IdAsync("Handed on");
        async Task ChangeAsync(Dictionary<string, string> values) =>
            Assert.Equal(302, (await (await (await Head).GetAsync($"/menus/{id}/edit")).SubmitAsync(values)).Status);
        await ChangeAsync(new() { ["Input.Room"] = theirs.ToString() });
        await ChangeAsync([]);
        await ChangeAsync(new() { ["Input.Date"] = "2026-03-27", ["Input.Tell"] = "false" });
        await ChangeAsync(new() { ["Input.Room"] = mine.ToString() });
        Assert.Equal(
            ["You cook Handed on on Thu 26 Mar", "You no longer cook on Thu 26 Mar", "You no longer cook on Thu 26 Mar",
                "You cook Handed on on Fri 27 Mar"], await TitlesAsync(first));
        Assert.Equal(
            ["You cook Handed on on Thu 26 Mar", "Handed on moved from Thu 26 Mar to Fri 27 Mar", "You no longer cook on Fri 27 Mar"],
            await TitlesAsync(second));
    }

    [Fact]
    public async Task One_save_of_the_planner_is_one_notice_for_each_cook()
    {
        var cook = await app.NewAsync();
        var both = await app.NewAsync();
        var room = await app.NewRoomAsync("Twice room", 1, cook, both);
        var other = await app.NewRoomAsync("Once room", 1, both);
        await app.TurnAsync(new DateOnly(2026, 4, 6), room);
        await app.TurnAsync(new DateOnly(2026, 4, 7), room);
        await app.TurnAsync(new DateOnly(2026, 4, 8), other);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-06");
        Assert.Equal(302,
            (await page.SubmitAsync(
                new()
                {
                    ["Input.Rows[0].Dish"] = "Plan one",
                    ["Input.Rows[1].Dish"] = "Plan two",
                    ["Input.Rows[2].Dish"] = "Plan three"
                })).Status);
        Assert.Equal(["You cook 2 meals, the first on Mon 6 Apr"], await TitlesAsync(cook));
        Assert.Equal(["You cook 3 meals, the first on Mon 6 Apr"], await TitlesAsync(both));
        Assert.Contains(
            "Tue 7 Apr, breakfast: Plan two.", (await NoticesAsync(cook)).Single().Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await CancelAsync(await IdAsync("Plan two"));
        Assert.Equal("Plan two on Tue 7 Apr is cancelled", (await TitlesAsync(cook))[^1]);
        await CancelAsync(await IdAsync("Plan three"));
        Assert.Equal(2, (await TitlesAsync(cook)).Count);
        Assert.Equal(3, (await TitlesAsync(both)).Count);
    }

    [Fact]
    public async Task A_refused_plan_tells_nobody()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Refused room", 1, cook);
        await app.TurnAsync(new DateOnly(2026, 4, 13), room);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-13");
        await app.PlanAsync(new DateOnly(2026, 4, 14), "In between");
        Assert.Equal(
            200, (await page.SubmitAsync(new() { ["Input.Rows[0].Dish"] = "Refused one", ["Input.Rows[1].Dish"] = "Refused two" })).Status);
        Assert.Empty(await NoticesAsync(cook));
    }

    [Fact]
    public void News_of_other_meals_or_of_changed_ones_is_other_news()
    {
        var meals = Gen.Select(Gen.Guid, Gen.UInt).List[1, 15];
        Subject About(IEnumerable<(Guid Id, uint Version)> some) => CookNotice.Of(
            [.. some.Select(meal =>
                new CookedMeal(meal.Id, meal.Version, TestClock.Today, "breakfast", "Poha", "Room 1", null, new Diners(30, 0), []))], 1,
                new TenantView(Guid.Empty, "", "Asia/Kolkata", "en-IN", "INR"), TestClock.Today).About;
        meals.Sample(some =>
        {
            var about = About(some);
            return about.Occasion.Length <= Subject.LongestOccasion && about == About(some) && about.Id == some[0].Item1
                && about != About([(some[0].Item1, some[0].Item2 + 1), .. some.Skip(1)])
                && about != About([.. some, (Guid.NewGuid(), 1)]);
        }, iter: 200);
    }

    private async Task<WebPage> AddAsync(string date, string dish, Guid room, Dictionary<string, string>? more = null) =>
        await (await (await Head).GetAsync("/menus/add"))
            .SubmitAsync(new(more ?? []) { ["Input.Date"] = date, ["Input.Dish"] = dish, ["Input.Room"] = room.ToString() });

    private async Task<WebPage> TellThoseAsync(Guid id, params Person[] people)
    {
        var head = await Head;
        var address = $"/menus/{id}/tell";
        var token = (await head.GetAsync(address)).Value("__RequestVerificationToken")!;
        List<KeyValuePair<string, string>> fields = [new("__RequestVerificationToken", token)];
        foreach (var person in people)
            fields.Add(new("Input.Cooks", $"{await app.IdAsync(person)}"));
        return await head.ReadAsync(address, await head.Client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    private async Task CancelAsync(Guid id) =>
        Assert.Equal(302, (await (await Head).PostAsync($"/menus/{id}/cancel", new() { ["Input.Reason"] = "No gas" })).Status);

    private Task<Guid> IdAsync(string dish) =>
        app.ReadAsync("North", db => db.Set<Menu>().Where(menu => menu.Dish!.Name == dish).Select(menu => menu.Id).SingleAsync());

    private async Task<List<Notice>> NoticesAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync("North",
            db => db.Set<Notice>().Where(notice => notice.MemberId == id).OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id)
                .ToListAsync());
    }

    private async Task<List<string>> TitlesAsync(Person person) =>
        (await NoticesAsync(person)).ConvertAll(notice => notice.Title.Replace('\u00a0', ' '));

    private Task MailAsync(Person person) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        (await db.Members.SingleAsync(member => member.Number == person.Number)).Email = person.Email;
        await db.SaveChangesAsync();
    });
}
