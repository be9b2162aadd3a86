using System.Text.Json;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Tests.Infrastructure.Persistence;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>The application with its real job servers and the machine's clock.</summary>
public sealed class WorkingApp : PantryApp
{
    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string, string> { ["Jobs:Enabled"] = "true" };

    protected override bool IsShared => false;

    /// <summary>Its servers work on while a test begins.</summary>
    protected override bool BeginsAnew => false;

    protected override void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));
}

public sealed class JobServerTests(WorkingApp app) : IClassFixture<WorkingApp>
{
    [Fact]
    public async Task The_server_does_each_tenants_job_in_its_own_tenant()
    {
        var queue = app.Services.GetRequiredService<IBackgroundJobClient>();
        foreach (var tenant in (string[])["North", "South"])
        {
            await app.RecordAsync(tenant, 1, BillActs.One(100, shop: $"Shop of {tenant}", date: new DateOnly(2026, 2, 10)));
            var id = Cast.TenantId(tenant);
            var run = await app.QueueAsync(tenant, Work.Reports);
            queue.Enqueue<JobRunner>(runner => runner.RunAsync(id, run, CancellationToken.None));
        }

        foreach (var tenant in (string[])["North", "South"])
        {
            var run = await UntilItEndsAsync(Cast.TenantId(tenant));
            Assert.Equal((JobState.Done, "2 reports made", 1), (run.State, run.Result, run.Attempts));
            var content = string.Concat(await app.ReadAsync(tenant, db => db.Reports.Select(report => report.Content).ToListAsync()));
            Assert.Contains($"Shop of {tenant}", content, StringComparison.Ordinal);
            Assert.DoesNotContain(tenant == "North" ? "of South" : "of North", content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_operator_sees_that_the_servers_live()
    {
        var page = await UntilAsync(async () => await (await app.SignInAsync(Cast.Operator)).GetAsync("/platform"),
            page => page.Answer == "No backup has been made yet");
        Assert.Equal("No backup has been made yet", page.Answer);
    }

    [Fact]
    public async Task A_node_is_ready_once_its_own_servers_live()
    {
        var page = await UntilAsync(() => app.Visit().GetAsync("/readyz"), page => page.Status == 200);
        Assert.Contains("\"jobs\":\"ok\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Those of another node, and of this one before it was started anew, do not count.
        var own = $"{Environment.MachineName}:{JobsSetup.DefaultQueue}:{Environment.ProcessId}:5f0a";
        Assert.True(JobsSetup.IsOurs(own, JobsSetup.DefaultQueue));
        Assert.False(JobsSetup.IsOurs(own, JobsSetup.TenantQueue));
        Assert.False(JobsSetup.IsOurs("another-" + own, JobsSetup.DefaultQueue));
        Assert.False(JobsSetup.IsOurs(
            own.Replace($":{Environment.ProcessId}:", $":{Environment.ProcessId}1:", StringComparison.Ordinal), JobsSetup.DefaultQueue));
    }

    [Theory]
    [InlineData("System.IO.File, System.Private.CoreLib", "Delete", """["System.String"]""", "[\"{0}\"]")]
    [InlineData("System.IO.File, System.Runtime", "Delete", """["System.String, mscorlib"]""", "[\"{0}\"]")]
    [InlineData("AjsPantry.Infrastructure.Mail.Postman, AjsPantry", "ToString", "[]", "[]")]
    public async Task A_row_that_names_another_type_runs_nothing(string type, string method, string parameters, string arguments)
    {
        // Its servers work as soon as somebody asks for it.
        _ = app.Services;
        var file = Path.GetTempFileName();
        var invocation = JsonSerializer.Serialize(new
        {
            Type = type,
            Method = method,
            ParameterTypes = parameters,
            Arguments = arguments.Replace("{0}", JsonEncodedText.Encode(file).Value, StringComparison.Ordinal)
        });
        var id = Assert.Single(await app.AsAppAsync(null, $"""
            WITH forged AS (INSERT INTO hangfire.job (invocationdata, arguments, createdat, statename) VALUES ('{invocation}', '[]', now(), 'Enqueued') RETURNING id)
            INSERT INTO hangfire.jobqueue (jobid, queue) SELECT id, 'default' FROM forged RETURNING jobid
            """));
        var state = await UntilAsync(
            () => TestServer.ScalarAsync<string>(TestServer.AsSuperuser(app.Database),
                $"SELECT statename FROM hangfire.job WHERE id = {id}"), state => state is not ("Enqueued" or "Processing"));
        // The engine tries again later, and later again, whatever cannot be read.
        Assert.Equal("Scheduled", state);
        Assert.True(File.Exists(file));
        File.Delete(file);
    }

    private Task<JobRun> UntilItEndsAsync(Guid tenant) =>
        UntilAsync(async () => Assert.Single(await app.RunsAsync(tenant)), run => run.State is JobState.Done or JobState.Failed);

    /// <summary>Asks again and again: the servers work by the machine's clock, and on a busy machine at their leisure.</summary>
    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isEnough)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var answer = await ask();
        while (!isEnough(answer) && await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            answer = await ask();
        return answer;
    }
}
