using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.TeaTasks;

namespace AjsPantry.Tests.Infrastructure.Caching;

/// <summary>An application that remembers nothing.</summary>
public sealed class ForgetfulApp(string database) : PantryApp(database)
{
    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string, string> { ["ReadCache:Enabled"] = "false" };
}

/// <summary>
/// Whatever is written, and at whichever of two nodes, the next page shows it: pages of nodes that remember are compared with those of one
/// that reads everything each time.
/// </summary>
public sealed class NeverStaleTests(PantryApp one) : IClassFixture<PantryApp>, IAsyncLifetime
{
    private static readonly string[] Pages = ["/", "/menus", "/calendar", "/expenses", "/shopping", "/feedback", "/people", "/tea"];

    private PantryApp _two = null!;

    private ForgetfulApp _forgetful = null!;

    public ValueTask InitializeAsync()
    {
        _two = new PantryApp(one.Database);
        _forgetful = new ForgetfulApp(one.Database);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _two.DisposeAsync();
        await _forgetful.DisposeAsync();
    }

    [Fact]
    public async Task After_every_change_two_nodes_show_what_the_database_has()
    {
        var random = new Random(20260315);
        Person[] people = [Cast.Member, Cast.Head, Cast.TeaManager, Cast.Admin];
        foreach (var step in Enumerable.Range(0, 12))
        {
            var page = Pages[random.Next(Pages.Length)];
            foreach (var person in people)
                await AssertSameAsync(person, page);
            await ChangeAsync(random.Next(6), step);
            foreach (var person in people)
                await AssertSameAsync(person, page);
        }
    }

    private async Task AssertSameAsync(Person person, string page)
    {
        var expected = await TextAsync(_forgetful, person, page);
        Assert.Equal(expected, await TextAsync(one, person, page));
        Assert.Equal(expected, await TextAsync(_two, person, page));
        // What it has just read, it remembers.
        Assert.Equal(expected, await TextAsync(one, person, page));
    }

    private static async Task<string> TextAsync(PantryApp node, Person person, string page) =>
        (await (await node.SignInAsync(person)).GetAsync(page)).Document.QuerySelector("main")!.TextContent;

    /// <summary>Some by handlers at either node, some straight in the database.</summary>
    private async Task ChangeAsync(int kind, int step)
    {
        var node = step % 2 == 0 ? one : _two;
        switch (kind)
        {
            case 0:
                await node.PlanAsync(TestClock.Today.AddDays(step % 3), $"Dish {step}");
                break;
            case 1:
                await node.IdeaAsync($"Idea {step}", Cast.Member);
                break;
            case 2:
                await node.NeedAsync($"Thing {step}");
                break;
            case 3:
                await TestServer.WriteAsync(
                    one.Database, $"UPDATE members SET name = 'Somebody {step}' WHERE number = '{Cast.Head.Number}'");
                break;
            case 4:
                await TestServer.WriteAsync(one.Database, $"UPDATE floors SET name = 'Floor {step}' WHERE number = 1");
                break;
            default:
                await node.DutyAsync(TestClock.Today.AddDays(step % 5), Cast.Member);
                break;
        }
    }
}
