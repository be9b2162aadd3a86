using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.People.Access;

/// <summary>Links to get back in, and signing people out.</summary>
public sealed class AccessTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private async Task<List<Invitation>> LinksAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(
            "North", db => db.Set<Invitation>().Where(link => link.MemberId == id).OrderBy(link => link.Id).ToListAsync());
    }

    [Fact]
    public async Task A_new_link_takes_the_old_one_back_and_leaves_the_password_until_it_is_used()
    {
        var person = await app.NewAsync();
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/access");
        Assert.Contains("Their old password works until they use the link", page.Text, StringComparison.Ordinal);
        var first = await page.SubmitAsync([]);
        // The browser sends the same form again when its answer is loaded anew: that must not end the link that it just showed.
        var again = await page.SubmitAsync([]);
        Assert.Contains("If you make another one, that link stops working.", again.Text, StringComparison.Ordinal);
        Assert.Single(await LinksAsync(person), link => link.WithdrawnAt is null);
        var second = await again.SubmitAsync([]);
        Assert.Contains("/join/", first.Document.QuerySelector("#link")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(first.Document.QuerySelector("#link")!.TextContent, second.Document.QuerySelector("#link")!.TextContent);
        var links = await LinksAsync(person);
        Assert.Equal([InvitationKind.Reset, InvitationKind.Reset], links.Select(link => link.Kind));
        Assert.Single(links, link => link.WithdrawnAt is null);
        await app.SignInAsync(person, fresh: true);
    }

    [Fact]
    public async Task Who_never_joined_is_invited_again()
    {
        var person = await app.NewAsync(joined: false);
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/people/{await app.IdAsync(person)}/access");
        await page.SubmitAsync([]);
        Assert.Equal(InvitationKind.Join, Assert.Single(await LinksAsync(person)).Kind);
    }

    [Fact]
    public async Task Devices_that_let_nobody_in_any_more_are_not_counted()
    {
        var person = await app.NewAsync();
        var address = $"/people/{await app.IdAsync(person)}";
        await app.SignInAsync(person, fresh: true);
        // A shared device that nobody used for a while.
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var here = await app.SignInAsync(person, fresh: true);
        Assert.Contains("Signed in on 1 device", (await (await app.SignInAsync(Cast.Admin, fresh: true)).GetAsync(address)).Text,
            StringComparison.Ordinal);
        Assert.Single((await here.GetAsync("/account")).Document.QuerySelectorAll("section[aria-labelledby=devices] .item"));
        // A new password ends the others without taking their rows away.
        await app.ChoosePasswordAsync(person, "cardamom-and-ginger-9");
        var page = await (await app.SignInAsync(Cast.Admin, fresh: true)).GetAsync(address);
        Assert.Contains("Not signed in anywhere", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("section[aria-labelledby=sessions] form"));
    }

    [Fact]
    public async Task An_admin_sees_where_somebody_is_signed_in_and_ends_it_on_the_record()
    {
        var person = await app.NewAsync();
        var there = await app.SignInAsync(person);
        var id = await app.IdAsync(person);
        var admin = await app.SignInAsync(Cast.Admin);
        var page = await admin.GetAsync($"/people/{id}");
        Assert.Contains("Signed in on 1 device", page.Text, StringComparison.Ordinal);
        var answer = await page.SubmitAsync([], "section[aria-labelledby=sessions] form");
        Assert.Contains("signed out everywhere", (await answer.FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Equal(302, (await there.GetAsync("/account")).Status);
        Assert.Contains("Signed out everywhere", (await admin.GetAsync($"/people/{id}")).Text, StringComparison.Ordinal);
        var entries = (await app.TrailAsync(id)).Count;
        await admin.PostAsync($"/people/{id}/sessions");
        Assert.Equal(entries, (await app.TrailAsync(id)).Count);
    }
}
