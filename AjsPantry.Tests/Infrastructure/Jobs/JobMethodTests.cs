using System.Reflection;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Mail;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>What Hangfire may call: whatever names a queue, and every public method of the classes that it is given.</summary>
public sealed class JobMethodTests(PantryApp app) : IClassFixture<PantryApp>
{
    /// <summary>Jobs of the whole installation, which open a scope per tenant themselves, or the platform's own.</summary>
    private static readonly string[] WithoutTenant = ["JobTick.RunAsync", "MailTick.RunAsync", "MailForgottenLinks.RunAsync",
        "CleanUp.RunAsync", "ForgetMarks.RunAsync", "Watch.RunAsync"];

    private static readonly List<MethodInfo> Callable =
    [
        .. typeof(Program).Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(QueueAttribute))
                || (method.DeclaringType == typeof(JobRunner) || method.DeclaringType == typeof(JobTick)) && !method.IsSpecialName),
    ];

    [Fact]
    public void Every_job_has_its_tenant_first()
    {
        Assert.Contains(Callable, method => method.DeclaringType == typeof(JobRunner));
        Assert.All(Callable.Where(method => !WithoutTenant.Contains($"{method.DeclaringType!.Name}.{method.Name}")), method =>
        {
            var first = method.GetParameters()[0];
            Assert.Equal((typeof(Guid), "tenantId"), (first.ParameterType, first.Name));
        });
    }

    [Fact]
    public void Every_job_waits_in_a_queue_that_somebody_serves() => Assert.All(Callable, method =>
        Assert.Contains(method.GetCustomAttribute<QueueAttribute>()!.Queue,
            (string[])[JobsSetup.DefaultQueue, JobsSetup.TenantQueue, MailSetup.Queue]));

    [Fact]
    public void Arguments_are_ids_only() => Assert.All(Callable.SelectMany(method => method.GetParameters()), parameter =>
        Assert.Contains(parameter.ParameterType, (Type[])[typeof(Guid), typeof(Guid[]), typeof(CancellationToken)]));

    [Fact]
    public async Task Every_tenants_job_is_registered_under_a_name_that_lasts()
    {
        var written = typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TenantJob)) && !type.IsAbstract);
        await app.InTenantAsync("North", services =>
        {
            var jobs = services.GetServices<TenantJob>().ToList();
            // By name: two types that differ cannot be compared member by member.
            Assert.Equal(written.Select(type => type.FullName).Order(StringComparer.Ordinal),
                jobs.Select(job => job.GetType().FullName).Order(StringComparer.Ordinal));
            Assert.Equal(jobs.Count, jobs.DistinctBy(job => job.Kind).Count());
            Assert.All(jobs, job => Assert.Matches("^[a-z-]{1,40}$", job.Kind));
            Assert.All(jobs, job => Assert.InRange(job.DuePeriod(TestClock.Beginning).Length, 1, 20));
            Assert.All(jobs, job => Assert.True(job.NextRun(TestClock.Beginning) > TestClock.Beginning.DateTime));
            return Task.CompletedTask;
        });
    }
}
