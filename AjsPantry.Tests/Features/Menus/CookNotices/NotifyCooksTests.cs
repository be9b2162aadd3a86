using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
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
        Assert.Equal(302, (await app.AddMealAsync("2026-03-23", "Told poha", room, new() { ["Input.Notes"] = "Less salt" })).Status);
        var notice = Assert.Single(await app.NoticesAsync(cook));
        Assert.Equal("You cook Told poha on Mon 23 Mar", notice.Title.Replace('\u00a0', ' '));
        Assert.Equal("Breakfast, Told room. Notes: Less salt", notice.Text);
        Assert.Equal(200, (await (await app.SignInAsync(cook)).GetAsync(notice.Path)).Status);
        Assert.Empty(await app.NoticesAsync(other));
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
            await app.AddMealAsync(day, "Counted poha", room);
            var notice = (await app.NoticesAsync(cook)).OrderBy(notice => notice.Id).Last();
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
        Assert.Equal(302, (await app.AddMealAsync("2026-03-24", "Silent dish", room, new() { ["Input.Tell"] = "false" })).Status);
        await CancelAsync(await app.IdAsync("Silent dish"));
        Assert.Empty(await app.NoticesAsync(cook));
    }

    [Fact]
    public async Task A_head_chooses_who_of_the_cooks_is_told_and_sees_how_far_the_news_is()
    {
        var one = await app.NewAsync(name: "Chosen cook");
        var other = await app.NewAsync(name: "Other cook");
        var stranger = await app.NewAsync();
        var room = await app.NewRoomAsync("Choosing room", 1, one, other);
        await app.AddMealAsync("2026-04-20", "Chosen dish", room, new() { ["Input.Tell"] = "false" });
        var id = await app.IdAsync("Chosen dish");
        var page = await (await Head).GetAsync($"/menus/{id}");
        Assert.Contains("The cooks are not notified yet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Send a notification", (await (await app.SignInAsync(one)).GetAsync($"/menus/{id}")).Text, StringComparison.Ordinal);

        Task<WebPage> TellAsync(params Person[] people) => TellThoseAsync(id, people);
        Assert.Equal(["Input_Cooks: Tick at least one person."], (await TellAsync()).Errors);
        Assert.Equal(["Input_Cooks: Someone you chose no longer cooks this meal. The list below is up to date."],
            (await TellAsync(one, stranger)).Errors);
        Assert.Equal("1 person gets a notification.", (await (await TellAsync(one)).FollowAsync()).Toast);
        Assert.Single(await app.NoticesAsync(one));
        Assert.Empty(await app.NoticesAsync(other));
        Assert.Contains("1 of 2 cooks are notified", (await (await Head).GetAsync($"/menus/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["Input_Cooks: They already have this notification, and nothing has changed since."], (await TellAsync(one)).Errors);

        var notice = (await app.NoticesAsync(one)).Single();
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
        await app.AddMealAsync("2026-04-21", "Mailed dish", room);
        var address = $"/menus/{await app.IdAsync("Mailed dish")}/tell";
        var id = (await app.NoticesAsync(cook)).Single().Id;
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

    private Task MailAsync(Person person) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        (await db.Members.SingleAsync(member => member.Number == person.Number)).Email = person.Email;
        await db.SaveChangesAsync();
    });
}
