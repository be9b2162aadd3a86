using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>The secret in the link of a calendar feed.</summary>
public sealed class FeedLinkTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task The_link_is_shown_once_and_a_new_one_stops_the_old_one()
    {
        var person = await app.NewAsync();
        var visitor = await app.SignInAsync(person);
        var made = await (await visitor.GetAsync(FeedActs.Page)).SubmitAsync([]);
        var first = FeedActs.PathOf(made);
        Assert.Equal(200, (await app.Visit().GetAsync(first)).Status);
        var page = await visitor.GetAsync(FeedActs.Page);
        Assert.Equal("Last read on Sun 15 Mar", page.Answer);
        Assert.DoesNotContain(".ics", page.Document.Source.Text, StringComparison.Ordinal);
        var second = FeedActs.PathOf(await page.SubmitAsync([]));
        Assert.Equal((404, 200), ((await app.Visit().GetAsync(first)).Status, (await app.Visit().GetAsync(second)).Status));
        var back = await (await visitor.GetAsync(FeedActs.Page)).SubmitAsync([], "form[action*='TakeBack']");
        Assert.Contains("no longer works", (await back.FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Equal(404, (await app.Visit().GetAsync(second)).Status);
        Assert.Equal("Your days, in your own calendar", (await visitor.GetAsync(FeedActs.Page)).Answer);
        var id = await app.IdAsync(person);
        Assert.Equal(
            2, await app.ReadAsync("North", db => db.CalendarFeeds.CountAsync(feed => feed.MemberId == id && feed.RevokedAt != null)));
        Assert.Equal(0, await app.ReadAsync("South", db => db.CalendarFeeds.CountAsync(feed => feed.MemberId == id)));
    }

    [Fact]
    public async Task Links_made_in_the_same_moment_leave_one()
    {
        var person = await app.NewAsync();
        var page = await (await app.SignInAsync(person)).GetAsync(FeedActs.Page);
        var links = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync([])))).Select(FeedActs.PathOf).ToList();
        var statuses = new List<int>();
        foreach (var link in links)
            statuses.Add((await app.Visit().GetAsync(link)).Status);
        Assert.Equal([200, 404, 404, 404], statuses.Order());
    }

    [Fact]
    public async Task Wrong_keys_find_nothing_whoever_asks()
    {
        var link = await app.LinkAsync(await app.NewAsync());
        var tenant = link.Split('/')[^1].Split('.')[0];
        var secret = link.Split('.')[^2];
        string[] wrong =
        [
            $"{tenant}.{new string('0', 64)}", $"{Cast.TenantId("South"):N}.{secret}", $"{Guid.NewGuid():N}.{secret}", tenant, secret,
            $".{secret}", $"{tenant}.", "x", "x.y.z", "'--",
        ];
        foreach (var key in wrong)
        {
            Assert.Equal(404, (await app.Visit().GetAsync($"/calendar/feed/{key}.ics")).Status);
            Assert.Equal(404, (await (await app.SignInAsync(Cast.Member)).GetAsync($"/calendar/feed/{key}.ics")).Status);
        }

        // Somebody of another tenant who is signed in is nobody here.
        Assert.Equal(200, (await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync(link)).Status);
        Assert.Equal(404, (await app.Visit().GetAsync(link.Replace(".ics", "", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_person_who_left_and_a_suspended_tenant_show_nothing()
    {
        var person = await app.NewAsync();
        var other = await app.LinkAsync(Cast.OtherTenantMember);
        var link = await app.LinkAsync(person);
        var id = await app.IdAsync(person);
        await app.InTenantAsync("North",
            services => services.GetRequiredService<PantryDb>().Members.Where(member => member.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.DeactivatedAt, TestClock.Beginning)));
        Assert.Equal(404, (await app.Visit().GetAsync(link)).Status);
        Assert.Equal(200, (await app.Visit().GetAsync(other)).Status);
        await app.InTenantAsync("South",
            services =>
                services.GetRequiredService<PantryDb>().Tenants
                    .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.SuspendedAt, TestClock.Beginning)
                        .SetProperty(tenant => tenant.SuspendReason, "A test")));
        Assert.Equal(404, (await app.Visit().GetAsync(other)).Status);
    }

    [Fact]
    public async Task Visitors_sign_in_to_make_a_link_and_operators_have_none()
    {
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(FeedActs.Page)).Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync(FeedActs.Page)).Status);
    }
}
