using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Platform;

public sealed class PlatformTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly string South = $"/platform/tenants/{Cast.TenantId("South")}";

    [Fact]
    public async Task The_list_counts_each_residence_and_shows_none_of_its_rows()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync("/platform");
        var rows = page.Document.QuerySelectorAll(".tenants tbody tr").Select(row => row.QuerySelector("th a")!.TextContent).ToList();
        Assert.Equal(["North House", "South House"], rows);
        var north = page.Document.QuerySelectorAll(".tenants tbody tr")[0].QuerySelectorAll("td")
            .ToDictionary(cell => cell.GetAttribute("data-l")!, cell => cell.TextContent);
        Assert.Equal(("2", "7", "0", "1"), (north["Floors"], north["People"], north["Not joined"], north["Admins"]));
        Assert.DoesNotContain(Cast.Head.Name, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sou", "South House")]
    [InlineData("NORTH", "North House")]
    public async Task Searching_finds_names_and_codes(string typed, string found)
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync($"/platform?search={typed}");
        Assert.Equal(found, Assert.Single(page.Document.QuerySelectorAll(".tenants tbody th a")).TextContent);
    }

    [Theory]
    [InlineData("/platform?search=%25", "No residence found")]
    [InlineData("/platform?search=_", "No residence found")]
    public async Task Signs_that_mean_anything_in_SQL_mean_themselves(string address, string answer) =>
        Assert.Contains(answer, (await (await app.SignInAsync(Cast.Operator)).GetAsync(address)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/platform?page-number=0")]
    [InlineData("/platform?page-number=x")]
    public async Task A_page_that_is_none_is_not_found(string address) =>
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Operator)).GetAsync(address)).Status);

    [Fact]
    public async Task Health_says_since_when_the_oldest_mail_waits()
    {
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.OutboxMails.Add(new OutboxMail
            {
                Cause = "test",
                Address = "a@b.example",
                Subject = "Hello",
                Text = "Hello",
                Html = "Hello",
                HasSecret = false,
                CreatedAt = TestClock.Beginning.AddHours(-2),
                NextTryAt = TestClock.Beginning,
            });
            await db.SaveChangesAsync();
        });
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync("/platform");
        Assert.Contains("since today 12:30", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a@b.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_are_for_the_platforms_own_tenant_only()
    {
        Assert.Equal(0,
            await app.ReadAsync("North",
                db => db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM platform_tenants(now(), NULL, NULL, 0, 50)").CountAsync()));
        Assert.Equal(
            0, await app.ReadAsync("North", db => db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM platform_health()").CountAsync()));
        Assert.Equal(1,
            await app.ReadAsync("Platform", db => db.Database.SqlQuery<int>($"SELECT 1 AS \"Value\" FROM platform_health()").CountAsync()));
    }

    [Fact]
    public async Task Lists_cost_few_commands()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        app.Commands.Clear();
        await visitor.GetAsync("/platform");
        Assert.InRange(app.Commands.All.Count, 1, 6);
    }

    [Fact]
    public async Task The_platforms_own_tenant_is_no_residence()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var own = $"/platform/tenants/{Cast.TenantId("Platform")}";
        foreach (var page in (string[])["", "/suspend", "/restore", "/link"])
            Assert.Equal(404, (await visitor.GetAsync(own + page)).Status);
        Assert.Equal(404, (await visitor.PostAsync(own + "/suspend", new() { ["Input.Reason"] = "Out" })).Status);
    }

    [Fact]
    public async Task Suspending_and_restoring_shuts_people_out_and_lets_them_in_again()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var member = await app.SignInAsync(Cast.OtherTenantMember);
        Assert.Equal(200, (await member.GetAsync("/expenses")).Status);

        var refused = await (await visitor.GetAsync(South + "/suspend")).SubmitAsync(new() { ["Input.Reason"] = " " });
        Assert.Equal(["Input_Reason: Write the reason. The people of the residence can read it."], refused.Errors);
        var done = await (await visitor.GetAsync(South + "/suspend")).SubmitAsync(new() { ["Input.Reason"] = "Rent is due" });
        Assert.Equal("Suspended", (await done.FollowAsync()).Answer);
        Assert.Contains("Rent is due", (await visitor.GetAsync(South)).Text, StringComparison.Ordinal);
        var stopped = await member.GetAsync("/expenses");
        Assert.Equal(302, stopped.Status);
        Assert.Contains("Rent is due", (await stopped.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await member.PostAsync("/account/profile")).Status);

        // A second suspension keeps the first one's reason.
        await visitor.PostAsync(South + "/suspend", new() { ["Input.Reason"] = "Another" });
        Assert.Contains("Rent is due", (await visitor.GetAsync(South)).Text, StringComparison.Ordinal);

        await (await visitor.GetAsync(South + "/restore")).SubmitAsync([]);
        Assert.Equal(200, (await member.GetAsync("/expenses")).Status);
        Assert.Equal(302, (await visitor.GetAsync(South + "/restore")).Status);

        // Both trails know: the platform's what an operator did, the tenant's why.
        var trail = await visitor.GetAsync($"/platform/audit?of={Cast.TenantId("South")}");
        Assert.Equal(2, trail.Document.QuerySelectorAll(".trail").Length);
        Assert.Contains("Changed residence South House", trail.Text, StringComparison.Ordinal);
        Assert.Contains("State Suspended Open", trail.Text, StringComparison.Ordinal);
        var things = trail.Document.QuerySelectorAll("#thing option").Select(option => option.Words()).ToList();
        Assert.Contains("Residence", things);
        Assert.DoesNotContain("Bill", things);
        var untouched = await visitor.GetAsync($"/platform/audit?of={Cast.TenantId("North")}");
        Assert.Contains("Operators have done nothing here yet", untouched.Text, StringComparison.Ordinal);
        Assert.Contains("No results", (await visitor.GetAsync($"/platform/audit?of={Cast.TenantId("North")}&who=Nobody")).Text,
            StringComparison.Ordinal);
        var theirs = await app.ReadAsync(
            "South", db => db.AuditEntries.Where(entry => entry.Thing == "Tenant" && entry.Reason != null).ToListAsync());
        var entry = Assert.Single(theirs);
        Assert.Equal(("Rent is due", $"{Cast.Operator.Name} (operator)"), (entry.Reason, entry.ActorName));
    }
}
