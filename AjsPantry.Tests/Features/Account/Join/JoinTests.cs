using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Account.Join;

public sealed class JoinTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Password = "kettle-window-cloud";

    [Fact]
    public async Task The_holder_of_a_link_sees_where_it_leads_sets_name_and_password_and_is_signed_in()
    {
        var link = await app.InviteAsync("J1");
        var visitor = app.Visit();
        var page = await visitor.GetAsync(link.Path);
        Assert.Equal("Welcome to North House", page.Answer);
        Assert.Contains("J1", page.Text, StringComparison.Ordinal);
        var answer = await page.SubmitAsync(
            new() { ["Input.Name"] = "  Zainab   Q. ", ["Input.Password"] = Password, ["Input.SharedDevice"] = "true" });
        Assert.Equal((302, "/"), (answer.Status, answer.Location));
        Assert.Contains("Zainab Q.", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await app.TryAsync("J1", Password)).Status);
    }

    [Fact]
    public async Task Whoever_joins_stays_signed_in_on_their_device_unless_they_say_that_others_use_it()
    {
        foreach (var (number, isShared) in ((string, bool)[])[("J13", false), ("J14", true)])
        {
            var page = await app.Visit().GetAsync((await app.InviteAsync(number)).Path);
            Assert.False(((AngleSharp.Html.Dom.IHtmlInputElement)page.Document.QuerySelector("#Input_SharedDevice")!).IsChecked);
            var values = new Dictionary<string, string> { ["Input.Name"] = "Me", ["Input.Password"] = Password };
            if (isShared)
                values["Input.SharedDevice"] = "true";
            var answer = await page.SubmitAsync(values);
            var cookie = answer.Headers.GetValues("Set-Cookie")
                .Single(cookie => cookie.StartsWith("__Host-pantry=", StringComparison.Ordinal));
            Assert.Equal(isShared, !cookie.Contains("max-age=7776000", StringComparison.Ordinal));
            Assert.Equal(isShared,
                await app.ReadAsync("North",
                    db => db.Sessions.Where(session => session.Member!.Number == number).Select(session => session.SharedDevice)
                        .SingleAsync()));
        }
    }

    [Fact]
    public async Task Opening_a_link_does_not_use_it_and_leaks_nothing()
    {
        var link = await app.InviteAsync("J2");
        for (var times = 0; times < 3; times++)
        {
            var page = await app.Visit().GetAsync(link.Path);
            Assert.Equal(200, page.Status);
            Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
            Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        }
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_the_field_and_the_name_stays()
    {
        var page = await app.Visit().GetAsync((await app.InviteAsync("J3")).Path);
        (string Name, string Password, string Message)[] mistakes =
        [
            ("", Password, "Input_Name: Write the name that others here know"),
            ("Me", "", "Input_Password: Choose a password of 12 characters or more."),
            ("Me", "short", "Input_Password: Write 12 characters"),
            ("Me", "passwordpassword", "Input_Password: That password is easy"),
            (new string('x', 101), Password, "Input_Name: Use 100"),
        ];
        foreach (var (name, password, message) in mistakes)
        {
            var answer = await page.SubmitAsync(new() { ["Input.Name"] = name, ["Input.Password"] = password });
            Assert.Equal(200, answer.Status);
            Assert.StartsWith(message, Assert.Single(answer.Errors), StringComparison.Ordinal);
            Assert.Equal(name, answer.Value("Input.Name"));
        }

        foreach (var password in (string[])["short", ""])
            Assert.Equal(["Input_Name", "Input_Password"],
                (await page.SubmitAsync(new() { ["Input.Name"] = "", ["Input.Password"] = password })).Errors
                    .Select(error => error.Split(':')[0]));
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = Password })).Status);
    }

    [Fact]
    public async Task Of_two_submits_at_once_one_wins()
    {
        var link = await app.InviteAsync("J4");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Visit().GetAsync(link.Path)));
        var answers = await Task.WhenAll(
            pages.Select((
                page, index) => page.SubmitAsync(new() { ["Input.Name"] = $"Name {index}", ["Input.Password"] = Password + index })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Equal(3, answers.Count(answer => answer.Status == 404));
        Assert.Equal(1, await app.ReadAsync("North", db => db.Sessions.CountAsync(session => session.Member!.Number == "J4")));
    }

    [Fact]
    public async Task Every_link_that_cannot_be_used_gets_the_same_page()
    {
        var expired = await app.InviteAsync("J5");
        app.Clock.Advance(TimeSpan.FromDays(15));
        var withdrawn = await app.InviteAsync("J6");
        await app.LinkAsync("North", "J6", InvitationKind.Join);
        var used = await app.InviteAsync("J7");
        await (await app.Visit().GetAsync(used.Path)).SubmitAsync(new() { ["Input.Name"] = "Me", ["Input.Password"] = Password });
        var good = await app.InviteAsync("J8");
        var otherTenant = good.Path.Replace(
            Cast.TenantId("North").ToString("N"), Cast.TenantId("South").ToString("N"), StringComparison.Ordinal);
        string[] paths = [expired.Path, withdrawn.Path, used.Path, otherTenant, good.Path[..^3], "/join/x", "/join/x.y",
            $"/join/{Guid.NewGuid():N}.abc"];
        foreach (var path in paths)
        {
            var page = await app.Visit().GetAsync(path);
            Assert.Equal((404, "This link no longer works"), (page.Status, page.Answer));
            Assert.Contains("ask an admin of your residence for a new link", page.Text, StringComparison.Ordinal);
            Assert.Equal(page.Text,
                (await (await app.SignInAsync(Cast.Head)).PostAsync(
                    path, new() { ["Input.Name"] = "Me", ["Input.Password"] = Password })).Text);
        }
    }

    [Fact]
    public async Task A_reset_link_asks_for_a_password_only_and_ends_all_sessions()
    {
        var earlier = await app.SignInAsync(Cast.OtherFloorMember, fresh: true);
        var visitor = app.Visit();
        var page = await visitor.GetAsync((await app.LinkAsync("North", Cast.OtherFloorMember.Number)).Path);
        Assert.Null(page.Document.QuerySelector("[name='Input.Name']"));
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Password"] = Password, ["Input.SharedDevice"] = "true" })).Status);
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
        var ended = await earlier.GetAsync("/account");
        Assert.StartsWith("/sign-in", ended.Location, StringComparison.Ordinal);
        Assert.Equal(302, (await app.TryAsync(Cast.OtherFloorMember.Number, Password)).Status);
    }

    [Fact]
    public async Task A_changed_password_takes_back_the_links_that_are_open()
    {
        var person = await app.AddSomebodyAsync();
        var link = await app.LinkAsync("North", person.Number);
        var visitor = await app.SignInAsync(person, fresh: true);
        var page = await visitor.GetAsync("/account/password");
        Assert.Equal(302,
            (await page.SubmitAsync(
                new() { ["Input.Password"] = Cast.Password, ["Input.NewPassword"] = Password, ["Input.Repeated"] = Password })).Status);
        Assert.Equal(404, (await app.Visit().GetAsync(link.Path)).Status);
        Assert.Equal(200, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_reset_link_does_not_go_round_the_second_step()
    {
        await app.ChangeMemberAsync(Cast.OtherTenantMember, member => member.TwoFactorEnabled = true);
        var visitor = app.Visit();
        var answer = await (await visitor.GetAsync((await app.LinkAsync("South", Cast.OtherTenantMember.Number)).Path))
            .SubmitAsync(new() { ["Input.Password"] = Password });
        Assert.Equal("/sign-in", answer.Location);
        Assert.Contains("Your password is set", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_and_opens_a_link_of_somebody_else_does_not_become_them()
    {
        var admin = await app.SignInAsync(Cast.Admin, fresh: true);
        var answer = await (await admin.GetAsync((await app.InviteAsync("J9")).Path))
            .SubmitAsync(new() { ["Input.Name"] = "New one", ["Input.Password"] = Password });
        Assert.Equal("/sign-in", answer.Location);
        Assert.Contains(Cast.Admin.Name, (await admin.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await app.TryAsync("J9", Password)).Status);
    }

    [Fact]
    public async Task A_link_of_a_deactivated_person_or_a_suspended_residence_is_closed()
    {
        var link = await app.InviteAsync("J10", tenant: "South");
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (TestClock.Beginning, "Unpaid"));
        Assert.Equal(404, (await app.Visit().GetAsync(link.Path)).Status);
        await app.ChangeTenantAsync("South", tenant => (tenant.SuspendedAt, tenant.SuspendReason) = (null, null));
        Assert.Equal(200, (await app.Visit().GetAsync(link.Path)).Status);
        await app.InTenantAsync("South", async services =>
        {
            var db =
                (AjsPantry.Infrastructure.Persistence.PantryDb)services.GetService(typeof(AjsPantry.Infrastructure.Persistence.PantryDb))!;
            (await db.Members.SingleAsync(member => member.Number == "J10")).DeactivatedAt = TestClock.Beginning;
            await db.SaveChangesAsync();
        });
        Assert.Equal(404, (await app.Visit().GetAsync(link.Path)).Status);
    }

    [Fact]
    public async Task Joining_is_in_the_audit_trail_without_the_password()
    {
        await (await app.Visit().GetAsync((await app.InviteAsync("J11")).Path))
            .SubmitAsync(new() { ["Input.Name"] = "Trail", ["Input.Password"] = Password });
        var entries = await app.ReadAsync("North", db => db.AuditEntries.Where(entry => entry.ActorName == "J11").ToListAsync());
        Assert.Contains(entries, entry => entry.Thing == "Member" && entry.After!.Contains("Trail", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Thing == "Invitation" && entry.After!.Contains("UsedAt", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.After!.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_mail_server_the_inviter_gets_the_link_and_nothing_is_mailed()
    {
        var link = await app.InviteAsync("J12", "j12@north.example");
        Assert.False(link.IsMailed);
        Assert.StartsWith("/join/", link.Path, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync("North", db => db.Set<OutboxMail>().CountAsync()));
    }
}
