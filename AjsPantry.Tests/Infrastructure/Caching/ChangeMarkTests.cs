using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Caching;

/// <summary>Every change leaves a mark, however it is made, and only when it counts.</summary>
public sealed class ChangeMarkTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<List<object>> MarksAsync() => app.AsAppAsync("North", "SELECT about_id FROM change_marks ORDER BY about_id");

    private async Task<List<object>> MarksOfAsync(string sql)
    {
        await TestServer.WriteAsync(app.Database, "DELETE FROM change_marks");
        await app.AsAppAsync("North", sql);
        return await MarksAsync();
    }

    [Fact]
    public async Task Every_table_leaves_marks_or_is_named_among_those_that_leave_none()
    {
        var marked = await Sql.RowsAsync(TestServer.AsSuperuser(app.Database), null, """
            SELECT c.relname::text FROM pg_class c
            WHERE c.relkind = 'r' AND 3 = (SELECT count(*) FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                WHERE t.tgrelid = c.oid AND p.proname = 'mark_' || c.relname AND t.tgenabled = 'O')
            """);
        var all = await Sql.RowsAsync(TestServer.AsSuperuser(app.Database), null, """
            SELECT DISTINCT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND (a.attname = 'tenant_id' OR c.relname = 'tenants')
                AND c.relnamespace = 'public'::regnamespace
            """);
        Assert.Equal(
            all.Cast<string>().Order(StringComparer.Ordinal),
            marked.Cast<string>().Concat(MarkedTables.Unmarked).Concat(MarkedTables.WrittenWithOthers).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_of_a_floor_marks_the_floor_and_one_of_all_the_residence()
    {
        var floor = await app.FloorAsync("North", 1);
        var meal = await app.PlanAsync(TestClock.Today.AddDays(2), "Marked poha");
        Assert.Equal([floor.Id], await MarksOfAsync($"UPDATE menus SET date = date WHERE id = '{meal}'"));
        Assert.Equal([Cast.TenantId("North")], await MarksOfAsync("UPDATE dishes SET name = name"));
        Assert.Equal([Cast.TenantId("North")], await MarksOfAsync("UPDATE tenants SET name = name"));
        var room = await app.NewRoomAsync("Marked room", 1, Cast.Member);
        Assert.Equal([floor.Id], await MarksOfAsync($"UPDATE room_stays SET since = since WHERE room_id = '{room}'"));
        // Nothing was changed.
        Assert.Empty(await MarksOfAsync("UPDATE menus SET date = date WHERE false"));
    }

    [Fact]
    public async Task What_signing_in_counts_leaves_no_mark_and_a_new_name_does()
    {
        Assert.Empty(await MarksOfAsync("UPDATE members SET access_failed_count = access_failed_count + 1"));
        Assert.Equal(
            [Cast.TenantId("North")], await MarksOfAsync($"UPDATE members SET name = name || '.' WHERE number = '{Cast.Member.Number}'"));
    }

    [Fact]
    public async Task A_transaction_leaves_one_mark_and_none_when_it_is_taken_back()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.NewRoomAsync("Some room", 1, Cast.Member);
        const string change = "UPDATE rooms SET name = name WHERE floor_id =";
        Assert.Equal([floor.Id], await MarksOfAsync($"BEGIN; {change} '{floor.Id}'; {change} '{floor.Id}'; COMMIT"));
        Assert.Empty(await MarksOfAsync($"BEGIN; {change} '{floor.Id}'; ROLLBACK"));
    }

    [Fact]
    public async Task Two_who_write_on_one_floor_at_once_do_not_wait_and_the_later_commit_is_seen()
    {
        var floor = await app.FloorAsync("North", 1);
        var one = await app.NewRoomAsync("One", 1, Cast.Member);
        var two = await app.NewRoomAsync("Two", 1, Cast.Head);
        await TestServer.WriteAsync(app.Database, "DELETE FROM change_marks");
        await using var slow = new NpgsqlConnection(TestServer.AsSuperuser(app.Database));
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using var change = new NpgsqlCommand($"UPDATE rooms SET name = 'Slow' WHERE id = '{one}'", slow, transaction);
        await change.ExecuteNonQueryAsync();
        await app.AsAppAsync("North", $"SET lock_timeout = '1s'; UPDATE rooms SET name = 'Quick' WHERE id = '{two}'");
        Assert.Equal([floor.Id], await MarksAsync());
        await transaction.CommitAsync();
        Assert.Equal([floor.Id, floor.Id], await MarksAsync());
    }

    [Fact]
    public async Task Marks_are_forgotten_when_no_answer_from_before_them_is_left()
    {
        await TestServer.WriteAsync(app.Database, "DELETE FROM change_marks");
        await app.NewRoomAsync("Old", 1, Cast.Member);
        await TestServer.WriteAsync(app.Database, $"UPDATE change_marks SET made_at = '{TestClock.Beginning:O}'");
        app.Clock.AdjustTime(TestClock.Beginning + ChangeMark.Kept);
        Assert.NotEmpty(await ForgottenAsync());
        app.Clock.AdjustTime(TestClock.Beginning + ChangeMark.Kept + TimeSpan.FromSeconds(1));
        Assert.Empty(await ForgottenAsync());
        Assert.True(ChangeMark.Kept > 2 * ReadCacheStore.Lasts);
    }

    private async Task<List<object>> ForgottenAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetMarks>().RunAsync(CancellationToken.None);
        return await MarksAsync();
    }
}
