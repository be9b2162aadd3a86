using AjsPantry.Features.Fines;
using AjsPantry.Features.People.Rooms.Stays;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Fines;

/// <summary>Fining people and rooms, and settling it. Each test has people of its own.</summary>
public sealed class FinesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_person_is_fined_told_and_sees_what_they_owe_until_it_is_paid()
    {
        var person = await app.NewAsync(name: "Fined Moiz");
        var visitor = await app.SignInAsync(person);
        Assert.Equal("You owe nothing", (await visitor.GetAsync("/fines")).Answer);
        var answer = await RecordAsync(person: await app.IdAsync(person), amount: "1,050.5", reason: "  Tea was <b>late</b> ");
        Assert.Equal("The fine of ₹1,050.50 is recorded. They get a notification.", (await answer.FollowAsync()).Toast);
        var id = await IdAsync("Tea was <b>late</b>");
        Assert.Equal([person.Number], await app.ToldAsync(id, "recorded"));
        var page = await visitor.GetAsync("/fines");
        Assert.Equal("You owe ₹1,050.50", page.Answer);
        Assert.Null(page.Document.QuerySelector("main form, main a[href*=add]"));
        Assert.Contains("Tea was <b>late</b>", (await visitor.GetAsync($"/fines/{id}")).Text, StringComparison.Ordinal);

        var settled = await (await (await Head).GetAsync($"/fines/{id}/settle"))
            .SubmitAsync(new() { ["Input.State"] = "Paid", ["Input.Word"] = "Cash" });
        Assert.Equal("₹1,050.50 of Fined Moiz: paid.", (await settled.FollowAsync()).Toast);
        Assert.Equal("You owe nothing", (await visitor.GetAsync("/fines")).Answer);
        Assert.Contains("₹1,050.50 paid", (await visitor.GetAsync($"/fines/{id}")).Answer, StringComparison.Ordinal);
        Assert.Equal(["Added", "Changed"], (await app.TrailAsync(id)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_rooms_fine_is_told_to_and_seen_by_those_who_lived_there_then()
    {
        var one = await app.NewAsync();
        var two = await app.NewAsync();
        var later = await app.NewAsync();
        var room = await app.NewRoomAsync("Fined room", 1, one, two);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(302, (await RecordAsync(room: room, amount: "100", reason: "Dirty kitchen")).Status);
        var id = await IdAsync("Dirty kitchen");
        Assert.Equal(((string[])[one.Number, two.Number]).Order(), await app.ToldAsync(id, "recorded"));
        Assert.Equal("Your room owes ₹100.00", (await (await app.SignInAsync(one)).GetAsync("/fines")).Answer);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var floor = await app.FloorAsync("North", 1);
        var laterId = await app.IdAsync(later);
        await app.InTenantAsync("North",
            services => services.GetRequiredService<MoveIn.Handler>()
                .HandleAsync(floor.Id, room, new MoveIn.Input { People = [laterId] }, CancellationToken.None));
        Assert.Equal("You owe nothing", (await (await app.SignInAsync(later)).GetAsync("/fines")).Answer);
        Assert.Equal(404, (await (await app.SignInAsync(later)).GetAsync($"/fines/{id}")).Status);
        await app.FineAsync("Besides", one, 20);
        var both = await (await app.SignInAsync(one)).GetAsync("/fines");
        Assert.Equal("You owe ₹20.00", both.Answer);
        Assert.Contains("Your room also owes ₹100.00.", both.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fine_stays_with_the_floor_that_fined_and_its_person_still_sees_it()
    {
        var person = await app.NewAsync();
        var id = await app.FineAsync("Before the move", person);
        var memberId = await app.IdAsync(person);
        var second = await app.FloorAsync("North", 2);
        await app.InTenantAsync("North",
            services => services.GetRequiredService<PantryDb>().Members.Where(member => member.Id == memberId)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.FloorId, second.Id)));
        var visitor = await app.SignInAsync(person);
        Assert.Equal("You owe ₹50.00", (await visitor.GetAsync("/fines")).Answer);
        Assert.Equal(200, (await visitor.GetAsync($"/fines/{id}")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/fines/{id}")).Status);
        Assert.Equal(
            302, (await (await (await Head).GetAsync($"/fines/{id}/settle")).SubmitAsync(new() { ["Input.State"] = "Paid" })).Status);
        Assert.Single(
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Notices.Notice>().Where(notice => notice.SubjectId == id && notice.Step == "settled")
                    .ToListAsync()));
    }

    [Theory]
    [InlineData("", "50", "2026-03-15", "Why", "Input_Who: Choose a person or a room.")]
    [InlineData("person:nobody", "50", "2026-03-15", "Why", "Input_Who: Choose a person or a room.")]
    [InlineData("other", "50", "2026-03-15", "Why", "Input_Who: That person no longer lives here. Choose another.")]
    [InlineData("foreign", "50", "2026-03-15", "Why", "Input_Who: That person no longer lives here. Choose another.")]
    [InlineData("room upstairs", "50", "2026-03-15", "Why", "Input_Who: That room is no longer in use. Choose another.")]
    [InlineData("member", "0", "2026-03-15", "Why", "Input_Amount: The amount must be more than zero.")]
    [InlineData("member", "-5", "2026-03-15", "Why", "Input_Amount: The amount cannot be negative.")]
    [InlineData(
        "member", "fifty", "2026-03-15", "Why", "Input_Amount: Write the amount in digits, with two decimals at most, such as 460.00.")]
    [InlineData("member", "50", "2026-03-16", "Why", "Input_Date: Mon 16 Mar 2026 has not come yet. Choose today or an earlier day.")]
    [InlineData("member", "50", "2020-01-01", "Why", "Input_Date: That is too long ago. Choose a later day.")]
    [InlineData("member", "50", "some day", "Why", "Input_Date: Choose the day.")]
    [InlineData("member", "50", "2026-03-15", "\u200b ", "Input_Reason: Write what it is for.")]
    public async Task What_makes_no_sense_is_refused_at_its_field_and_stays(
        string who, string amount, string date, string reason, string message)
    {
        var key = who switch
        {
            "member" => RecordFine.PersonKey(await app.IdAsync(Cast.Member)),
            "other" => RecordFine.PersonKey(await app.IdAsync(Cast.OtherFloorMember)),
            "foreign" => RecordFine.PersonKey(await app.IdAsync(Cast.OtherTenantMember)),
            "room upstairs" => RecordFine.RoomKey(await app.NewRoomAsync($"Room {Guid.NewGuid():N}"[..20], 2)),
            _ => who,
        };
        var answer = await (await (await Head).GetAsync("/fines/add"))
            .SubmitAsync(new() { ["Input.Who"] = key, ["Input.Amount"] = amount, ["Input.Date"] = date, ["Input.Reason"] = reason });
        Assert.Equal([message], answer.Errors.Select(error => error.Replace('\u00a0', ' ')));
        Assert.Equal((amount, reason), (answer.Value("Input.Amount"), answer.Value("Input.Reason")));
    }

    [Fact]
    public async Task A_form_sent_twice_fines_once()
    {
        var form = await (await Head).GetAsync("/fines/add");
        Dictionary<string,
            string> typed =
                new()
                {
                    ["Input.Who"] = RecordFine.PersonKey(await app.IdAsync(Cast.TeaManager)),
                    ["Input.Amount"] = "10",
                    ["Input.Reason"] = "Fined twice"
                };
        foreach (var answer in await Task.WhenAll(form.SubmitAsync(typed), form.SubmitAsync(typed)))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        var id = await IdAsync("Fined twice");
        Assert.Single(await app.ToldAsync(id, "recorded"));
    }

    [Fact]
    public async Task Fines_are_their_persons_and_their_floors_heads_alone()
    {
        var id = await app.FineAsync("Behind doors");
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync($"/fines/{id}")).Location, StringComparison.OrdinalIgnoreCase);
        foreach (var stranger in (Person[])[Cast.TeaManager, Cast.OtherFloorMember, Cast.OtherFloorHead, Cast.OtherTenantMember,
            Cast.OtherTenantHead, Cast.OtherTenantAdmin])
        {
            Assert.Equal(404, (await (await app.SignInAsync(stranger)).GetAsync($"/fines/{id}")).Status);
            Assert.DoesNotContain(
                "Behind doors", (await (await app.SignInAsync(stranger)).GetAsync("/fines?show=all")).Text, StringComparison.Ordinal);
        }

        foreach (var page in (string[])["settle", "reopen"])
        {
            Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/fines/{id}/{page}")).Status);
            foreach (var stranger in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead])
                Assert.Equal(404,
                    (await (await app.SignInAsync(stranger)).PostAsync(
                        $"/fines/{id}/{page}", new() { ["Input.State"] = "Paid", ["Input.Reason"] = "x" })).Status);
            Assert.Equal(404, (await (await Head).GetAsync($"/fines/{Guid.NewGuid()}/{page}")).Status);
        }

        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync("/fines/add")).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        Assert.Equal(200, (await admin.GetAsync($"/fines/{id}?floor=1")).Status);
        Assert.Equal(404, (await admin.GetAsync($"/fines/{id}?floor=2")).Status);
        Assert.Equal(FineState.Open, (await app.FindFineAsync(id)).State);
    }

    [Fact]
    public async Task Sums_are_those_of_the_fines_shown_and_the_list_comes_in_pages_at_the_same_cost()
    {
        var person = await app.NewAsync(floor: 2);
        var head = await app.SignInAsync(Cast.OtherFloorHead);
        for (var number = 1; number <= 22; number++)
            await app.FineAsync($"Summed {number}", person, number + 0.25m);
        await app.FineAsync("Summed paid", person, 7, FineState.Paid);
        await app.FineAsync("Summed waived", person, 3, FineState.Waived);
        app.Commands.Clear();
        var page = await head.GetAsync("/fines");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal("₹258.50 to be paid", page.Answer);
        Assert.Contains("₹7.00 paid and ₹3.00 waived so far.", page.Text, StringComparison.Ordinal);
        var next = await head.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!);
        Assert.Equal(2, next.Document.QuerySelectorAll(".item").Length);
        Assert.Equal(["Summed paid"],
            (await head.GetAsync("/fines?show=paid")).Document.QuerySelectorAll(".item .body > span:first-of-type")
                .Select(span => span.TextContent));
        foreach (var odd in (string[])["?show=open%00", "?p=0", "?p=x"])
            Assert.Equal(404, (await head.GetAsync($"/fines{odd}")).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        var own = await app.SignInAsync(person);
        foreach (var (visitor, address) in new[] { (admin, "/fines?floor=2"), (own, "/fines") })
        {
            app.Commands.Clear();
            Assert.Contains("₹258.50", (await visitor.GetAsync(address)).Answer, StringComparison.Ordinal);
            Assert.InRange(app.Commands.All.Count, 1, 4);
        }
    }

    private async Task<WebPage> RecordAsync(Guid? person = null, Guid? room = null, string amount = "50", string reason = "A reason") =>
        await (await (await Head).GetAsync("/fines/add"))
            .SubmitAsync(
                new()
                {
                    ["Input.Who"] = room is { } whole ? RecordFine.RoomKey(whole) : RecordFine.PersonKey(person!.Value),
                    ["Input.Amount"] = amount,
                    ["Input.Reason"] = reason
                });

    private Task<Guid> IdAsync(string reason) =>
        app.ReadAsync("North", db => db.Fines.Where(fine => fine.Reason == reason).Select(fine => fine.Id).SingleAsync());
}
