using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Caching;

/// <summary>When an answer is remembered, and for whom.</summary>
public sealed class ReadCacheTests(PantryApp app) : IClassFixture<PantryApp>
{
    private int _asked;

    /// <summary>A request of the person, in which the marks add up to something.</summary>
    private Task<int> AskAsync(string tenant, long? marks, string question = "question", Func<PantryDb, Task>? before = null) =>
        app.InTenantAsync(tenant, async services =>
        {
            services.GetRequiredService<Caller>().Marks = marks;
            if (before is not null)
                await before(services.GetRequiredService<PantryDb>());
            return await services.GetRequiredService<ReadCache>().ReadAsync(
                $"{nameof(ReadCacheTests)} {question}", () => ValueTask.FromResult(++_asked));
        });

    [Fact]
    public async Task The_same_question_is_answered_from_memory_while_the_marks_are_the_same()
    {
        var first = await AskAsync("North", 70001);
        Assert.Equal(first, await AskAsync("North", 70001));
        Assert.NotEqual(first, await AskAsync("North", 70002));
        Assert.NotEqual(first, await AskAsync("North", 70001, "another question"));
        Assert.Equal(first, await AskAsync("North", 70001));
    }

    [Fact]
    public async Task An_answer_with_more_rows_than_all_may_have_is_not_remembered()
    {
        Assert.Equal(2, await TimesAskedAsync(_ => ReadCacheStore.MostRows, [1, 2]));
        Assert.Equal(1, await TimesAskedAsync(_ => ReadCacheStore.MostRows / 10, [1, 2, 3]));
        // A list is counted.
        Assert.Equal(2, await TimesAskedAsync(null, new int[ReadCacheStore.MostRows]));
    }

    private Task<int> TimesAskedAsync(Func<int[], int>? rows, int[] answer) => app.InTenantAsync("North", async services =>
    {
        services.GetRequiredService<Caller>().Marks = 70007;
        var times = 0;
        for (var ask = 0; ask < 2; ask++)
            await services.GetRequiredService<ReadCache>().ReadAsync(
                ("rows", answer.Length), () =>
                {
                    times++;
                    return ValueTask.FromResult(answer);
                }, rows);
        return times;
    });

    [Fact]
    public async Task Another_residence_asks_for_itself() =>
        Assert.NotEqual(await AskAsync("North", 70003), await AskAsync("South", 70003));

    [Fact]
    public async Task Nothing_is_remembered_without_marks_and_from_the_own_change_on()
    {
        Assert.NotEqual(await AskAsync("North", null), await AskAsync("North", null));
        static Task Change(PantryDb db) => db.Floors.Where(floor => false)
            .ExecuteUpdateAsync(set => set.SetProperty(floor => floor.Name, "Changed"), TestContext.Current.CancellationToken);
        Assert.NotEqual(await AskAsync("North", 70004, before: Change), await AskAsync("North", 70004));
    }

    [Fact]
    public async Task Nothing_is_remembered_within_a_transaction() =>
        Assert.NotEqual(
            await AskAsync("North", 70005, before: db => db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken)),
            await AskAsync("North", 70005));

    [Fact]
    public async Task A_table_that_leaves_no_marks_cannot_be_read_for_an_answer() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InTenantAsync("North", async services =>
        {
            services.GetRequiredService<Caller>().Marks = 70006;
            var db = services.GetRequiredService<PantryDb>();
            return await services.GetRequiredService<ReadCache>().ReadAsync("sessions", async () => await db.Sessions.ToListAsync());
        }));
}
