using AjsPantry.Features.Dashboard;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace AjsPantry.Tests.Features.Dashboard;
public sealed class TempTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Try()
    {
        var (floor, me) = (await app.FloorAsync("North", 1), await app.IdAsync(Cast.Head));
        List<string> wrong = [];
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            IQueryable<HomeEntry>[] all = [.. new OwnEntries(db, floor.Id, me, TestClock.Today).All, .. new FloorEntries(db, floor.Id, me, TestClock.Today).All, .. new FloorEntries(db, floor.Id, me, TestClock.Today).Tea, .. new HeadEntries(db, floor.Id, me, TestClock.Today).All];
            IQueryable<HomeEntry>? sum = null;
            foreach (var (index, source) in all.Index())
            {
                try { await source.ToListAsync(); } catch (Exception exception) { wrong.Add($"{index} alone: {exception.Message}"); continue; }
                try { var next = sum is null ? source : sum.Concat(source); await next.ToListAsync(); sum = next; } catch (Exception exception) { wrong.Add($"{index} joined: {exception.Message} {exception.StackTrace?[..600]}"); }
            }
            try { await HomeMeal.BetweenAsync(db, floor.Id, me, TestClock.Today, TestClock.Today, CancellationToken.None); } catch (Exception exception) { wrong.Add($"meals: {exception.Message}"); }
            return 0;
        });
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
