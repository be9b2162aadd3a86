using AjsPantry.Infrastructure.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Jobs;

/// <summary>What the job engine makes of the names in its tables.</summary>
public sealed class JobTypesTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("System.IO.File, mscorlib")]
    [InlineData("System.String, mscorlib")]
    [InlineData("System.Object, mscorlib")]
    [InlineData("Hangfire.States.EnqueuedState, Hangfire.Core")]
    [InlineData("AjsPantry.Infrastructure.Persistence.PantryDb, AjsPantry")]
    [InlineData("AjsPantry.Infrastructure.Jobs.JobRunner, AjsPantry, Version=1.0.0.0")]
    [InlineData("")]
    public void No_other_type_is_made(string name)
    {
        _ = app.Services.GetRequiredService<IGlobalConfiguration>();
        Assert.Contains("Not a job of ours", Assert.ThrowsAny<Exception>(() => TypeHelper.CurrentTypeResolver(name)).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_job_that_is_queued_can_be_made()
    {
        _ = app.Services.GetRequiredService<IGlobalConfiguration>();
        foreach (var job in app.Services.GetServices<JobType>())
        {
            Assert.Equal(job.Type, TypeHelper.CurrentTypeResolver(TypeHelper.CurrentTypeSerializer(job.Type)));
            var run = new Job(job.Type.GetMethod("RunAsync")!,
                [.. job.Type.GetMethod("RunAsync")!.GetParameters()
                    .Select(parameter => parameter.ParameterType.IsArray ? Array.Empty<Guid>()
                        : Activator.CreateInstance(parameter.ParameterType))]);
            Assert.Equal(run.ToString(), InvocationData.SerializeJob(run).DeserializeJob().ToString());
        }
    }
}
