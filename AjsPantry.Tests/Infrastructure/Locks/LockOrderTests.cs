using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Tests.Infrastructure.Locks;

/// <summary>Nobody waits in a circle: what is held is held in one order, and whoever does not keep to it is stopped here.</summary>
public sealed class LockOrderTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Guid Floor = Guid.CreateVersion7();

    [Fact]
    public Task What_ranks_lower_is_not_taken_after_what_ranks_higher() => HoldingAsync(async db =>
    {
        await db.HoldSpendingAsync(Floor, default);
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => db.HoldBooksAsync(Floor, default));
        Assert.Equal("Books is to be held before Spending.", stopped.Message);
    });

    [Fact]
    public Task What_is_held_may_be_taken_again() => HoldingAsync(async db =>
    {
        await db.HoldBooksAsync(Floor, default);
        await db.HoldSpendingAsync(Floor, default);
        await db.HoldBooksAsync(Floor, default);
    });

    [Fact]
    public Task The_next_transaction_begins_anew() => app.ReadAsync("North", async db =>
    {
        await using (await db.BeginChangeOfTurnsAsync(Floor, default))
            await db.HoldMealsAsync(Floor, [], default);
        await using var tea = await db.BeginChangeOfTeaAsync(Floor, default);
        return tea.TransactionId;
    });

    [Fact]
    public Task Nothing_is_held_without_a_transaction() => app.ReadAsync("North", async db =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.HoldTeaAsync(Floor, default)));

    private Task<bool> HoldingAsync(Func<PantryDb, Task> work) => app.ReadAsync("North", async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work(db);
        return true;
    });
}
