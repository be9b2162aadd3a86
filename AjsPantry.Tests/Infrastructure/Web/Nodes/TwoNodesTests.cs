using System.Net;
using AjsPantry.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Web.Nodes;

/// <summary>Two applications on one database, as two nodes behind one proxy: keys, sessions, limits and jobs are shared.</summary>
public sealed class TwoNodesTests(PantryApp one) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private PantryApp _two = null!;

    public ValueTask InitializeAsync()
    {
        _two = new PantryApp(one.Database);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _two.DisposeAsync();

    /// <summary>A browser in which somebody is signed in at one node, and the same browser at the other.</summary>
    private async Task<(Visitor Here, Visitor There)> SignInAsync(Person person)
    {
        var cookies = new CookieContainer();
        var visitors = (Here: one.Visit(cookies), There: _two.Visit(cookies));
        var page = await visitors.Here.GetAsync("/sign-in");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Name"] = person.Number, ["Input.Password"] = Cast.Password })).Status);
        return visitors;
    }

    [Fact]
    public async Task Who_signed_in_at_one_is_signed_in_at_the_other_until_it_ends_at_either()
    {
        var (here, there) = await SignInAsync(Cast.Member);
        Assert.Equal(200, (await there.GetAsync("/menus")).Status);
        // A form that one node made is taken by the other.
        var form = await here.GetAsync("/account/profile");
        Assert.Equal(200,
            (await there.PostBlindlyAsync(
                "/account/profile", new() { ["__RequestVerificationToken"] = form.Value("__RequestVerificationToken")! })).Status);
        await (await there.GetAsync("/sign-out")).SubmitAsync([]);
        Assert.Equal(302, (await here.GetAsync("/menus")).Status);
    }

    [Fact]
    public async Task A_job_that_both_find_due_runs_once()
    {
        await Task.WhenAll(new[] { one, _two }.Select(async node =>
        {
            await using var scope = node.Services.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<JobTick>().RunAsync(CancellationToken.None);
            }
            catch (DbUpdateException)
            {
                // The slower of the two; the tick is tried again.
            }
        }));
        var runs = await one.ReadAsync(
            "North", db => db.JobRuns.GroupBy(run => new { run.Kind, run.Period }).Select(group => group.Count()).ToListAsync());
        Assert.NotEmpty(runs);
        Assert.All(runs, count => Assert.Equal(1, count));
    }
}
