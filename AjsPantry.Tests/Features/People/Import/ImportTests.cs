using System.Text;
using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Import;

public sealed class ImportTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_list_is_checked_first_and_nobody_is_added_by_that()
    {
        var check = await app.CheckAsync("Number, Name, Floor\nCH-1, Asha, 1\nCH-2, Bela, 9\nN1-head, Somebody, 1\nCH-3, Chand, 2");
        Assert.Equal("2 people can be added", check.Answer);
        Assert.Contains("1 is already here and does not change, 1 row has a problem.", check.Text, StringComparison.Ordinal);
        Assert.Contains("There is no floor “9”. There are: Floor 1, Floor 2.", check.Text, StringComparison.Ordinal);
        Assert.Equal("3", Assert.Single(check.Document.QuerySelectorAll("tbody tr td:first-child")).TextContent);
        Assert.Contains("3 rows without a problem", check.Text, StringComparison.Ordinal);
        var all = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector("a[href*='all=true']")!.GetAttribute("href")!);
        Assert.Equal(["3", "4", "2", "5"], all.Document.QuerySelectorAll("tbody tr td:first-child").Select(cell => cell.TextContent));
        Assert.Null(await app.MemberAsync("CH-1"));
        Assert.Equal(MemberImportState.Checked,
            (await app.ImportAsync(check.Document.QuerySelector("main form")!.GetAttribute("action")!.IdOf())).State);
    }

    [Fact]
    public async Task What_can_be_added_is_added_and_the_rest_is_told()
    {
        var check = await app.CheckAsync("PA-1, Asha Demo, asha@pa.example, 022 555 01, Pantry head, 2\nPA-2\nPA-3, , not mail\nN1-head");
        var result = await app.CarryOutAsync(check);
        Assert.Equal("2 people were added", result.Answer);
        Assert.Equal(["2", "1", "1", "0"], result.Document.QuerySelectorAll(".tile .fig").Select(figure => figure.TextContent));
        var member = (await app.MemberAsync("PA-1"))!;
        Assert.Equal(("Asha Demo", "asha@pa.example", "022 555 01", Role.PantryHead, 2),
            (member.Name, member.Email, member.PhoneNumber, member.Role, member.Floor!.Number));
        Assert.Equal((Member.UserNameOf(Cast.TenantId("North"), "PA-1").ToUpperInvariant(), "ASHA@PA.EXAMPLE", null, true),
            (member.NormalizedUserName, member.NormalizedEmail, member.PasswordHash, member.LockoutEnabled));
        Assert.NotEqual(member.SecurityStamp, (await app.MemberAsync("PA-2"))!.SecurityStamp);
        Assert.Equal("PA-2", (await app.MemberAsync("PA-2"))!.Name);
        Assert.Null(await app.MemberAsync("PA-3"));
    }

    [Fact]
    public async Task Who_has_a_room_in_the_list_lives_in_it()
    {
        var room = await app.NewRoomAsync("Import room", 2);
        var check = await app.CheckAsync("Number, Name, Floor, Room\nRM-1, Asha, 2, import ROOM\nRM-2, Bela, 1, Import room");
        Assert.Contains(
            "There is no room “Import room” on Floor 1. Add the room first, or leave it empty.", check.Text, StringComparison.Ordinal);
        var all = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector("a[href*='all=true']")!.GetAttribute("href")!);
        Assert.Equal(
            ["Import room", "import ROOM"], all.Document.QuerySelectorAll("tbody td[data-l=Room]").Select(cell => cell.TextContent));
        Assert.Equal("1 person was added", (await app.CarryOutAsync(check)).Answer);
        var member = (await app.MemberAsync("RM-1"))!;
        Assert.Equal(room,
            await app.ReadAsync("North",
                db => db.RoomStays.Where(stay => stay.MemberId == member.Id && stay.Until == null).Select(stay => stay.RoomId)
                    .SingleAsync()));
    }

    [Fact]
    public async Task A_room_that_was_archived_after_the_check_is_told()
    {
        var room = await app.NewRoomAsync("Closing room", 1);
        var check = await app.CheckAsync("Number, Name, Floor, Room\nRM-3, Asha, 1, Closing room");
        await TestServer.WriteAsync(app.Database, $"UPDATE rooms SET archived_at = '2026-03-15T09:00:00Z' WHERE id = '{room}'");
        Assert.Contains("The room was archived after the check.", (await app.CarryOutAsync(check)).Text, StringComparison.Ordinal);
        Assert.Null(await app.MemberAsync("RM-3"));
    }

    [Fact]
    public async Task Every_person_added_leaves_an_audit_entry_that_names_who_asked_and_the_list()
    {
        await app.CarryOutAsync(await app.CheckAsync("AU-1, Asha"));
        var member = (await app.MemberAsync("AU-1"))!;
        var entry = await app.ReadAsync("North", db => db.AuditEntries.SingleAsync(entry => entry.ThingId == member.Id));
        Assert.Equal(("Member", "Added", $"Import by {Cast.Admin.Name}", "Import of members: Pasted list"),
            (entry.Thing, entry.Kind, entry.ActorName, entry.Reason));
    }

    [Fact]
    public async Task The_same_list_twice_adds_nobody_twice()
    {
        const string List = "TW-1\nTW-2\nTW-3";
        var first = await app.CheckAsync(List);
        var second = await app.CheckAsync(List);
        Assert.Equal("3 people were added", (await app.CarryOutAsync(first)).Answer);
        var result = await app.CarryOutAsync(second);
        Assert.Equal("Nobody was added", result.Answer);
        Assert.Contains("Was added by somebody else after the check.", result.Text, StringComparison.Ordinal);
        Assert.Equal("Nobody can be added", (await app.CheckAsync(List)).Answer);
        Assert.Equal(3, await app.ReadAsync("North", db => db.Members.CountAsync(member => member.Number.StartsWith("TW-"))));
    }

    [Fact]
    public async Task Links_are_made_for_those_without_a_password_and_shown_once()
    {
        var result = await app.CarryOutAsync(await app.CheckAsync("LI-1, Asha\nLI-2, Bela"));
        var place = result.Document.QuerySelector(".acts .btn-primary")!.GetAttribute("href")!;
        var links = await (await app.SignInAsync(Cast.Admin)).GetAsync(place);
        Assert.Equal("2 people wait for a link", links.Answer);
        var sheet = await links.SubmitAsync([]);
        var made = sheet.Document.QuerySelectorAll(".invites code").Select(code => code.TextContent).ToList();
        Assert.Equal(2, made.Distinct().Count());
        Assert.All(made, code => Assert.Matches("^north-[2-9A-Z]{4}-[2-9A-Z]{2}$", code));
        Assert.Equal(2, sheet.Document.QuerySelectorAll(".invites svg.qr path[d^='M4 4h7']").Length);
        Assert.Contains("Or open localhost/join and enter", sheet.Text, StringComparison.Ordinal);
        var table = sheet.Document.QuerySelector("#table")!.TextContent.Split('\n');
        Assert.Equal("Name\tNumber\tCode\tLink", table[0]);
        Assert.StartsWith($"Asha\tLI-1\t{made[0]}\thttps://localhost/join/", table[1], StringComparison.Ordinal);
        Assert.Equal("Welcome to North House", (await app.Visit().GetAsync($"/join/{made[0]}")).Answer);
        Assert.Empty(
            (await (await app.SignInAsync(Cast.Admin)).GetAsync(sheet.Document.QuerySelector(".acts a")!.GetAttribute("href")!)).Document
                .QuerySelectorAll("code"));

        await SheetAsync();
        Assert.Equal(404, (await app.Visit().GetAsync($"/join/{made[0]}")).Status);
        var asha = (await app.MemberAsync("LI-1"))!;
        var invitations = await app.ReadAsync("North",
            db => db.Invitations.AsNoTracking().Where(invitation => invitation.MemberId == asha.Id).OrderBy(invitation => invitation.Id)
                .ToListAsync());
        Assert.Equal([true, false], invitations.Select(invitation => invitation.WithdrawnAt is not null));
        Assert.All(invitations,
            invitation =>
                Assert.Equal((InvitationKind.Join, TimeSpan.FromDays(14)), (invitation.Kind, invitation.ExpiresAt - invitation.CreatedAt)));

        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            (await db.Members.SingleAsync(member => member.Number == "LI-1")).PasswordHash = "chosen";
            await db.SaveChangesAsync();
        });
        Assert.Equal("Bela", Assert.Single((await SheetAsync()).Document.QuerySelectorAll(".invites .to b")).TextContent);

        async Task<WebPage> SheetAsync() => await (await (await app.SignInAsync(Cast.Admin)).GetAsync(place)).SubmitAsync([]);
    }

    [Fact]
    public async Task Problem_rows_come_as_a_file_that_is_no_formula_and_can_be_brought_back()
    {
        var check = await app.CheckAsync("=1+1, =HYPERLINK(1), , +91 98200 10010, Member, 7\nPR-2, Bela");
        var file = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector(".acts a[href$='problems.csv']")!.GetAttribute("href")!);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("'=1+1,'=HYPERLINK(1),,'+91 98200 10010,7,Member,,1,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PR-2", text, StringComparison.Ordinal);
        var row = Assert.Single(UploadedList.Read(bytes).Rows);
        Assert.Equal(("=1+1", "=HYPERLINK(1)", "+91 98200 10010"), (row.Number, row.Name, row.Phone));
    }

    [Fact]
    public async Task An_excel_file_is_taken_by_what_is_in_it_not_by_its_name()
    {
        var file = ListFiles.Xlsx([new ListRow(2, "0007", "Asha", "", "", "1", "")]);
        var check = await (await app.UploadAsync(file, "C:\\lists\\people.pdf")).FollowAsync();
        Assert.Equal("1 person can be added", check.Answer);
        var all = await (await app.SignInAsync(Cast.Admin))
            .GetAsync(check.Document.QuerySelector("a[href*='all=true']")!.GetAttribute("href")!);
        Assert.Contains("0007", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lists", check.Text, StringComparison.Ordinal);
    }
}
