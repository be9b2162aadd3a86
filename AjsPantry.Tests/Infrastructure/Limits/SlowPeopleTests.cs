using System.Data.Common;
using System.Net;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Expenses.Receipts;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AjsPantry.Tests.Infrastructure.Limits;

/// <summary>An application with few connections to its database, which counts how often one was taken.</summary>
public sealed class FewConnectionsApp : PantryApp
{
    public const int Connections = 3;

    public Taken Taken { get; } = new();

    protected override bool IsShared => false;

    protected override IReadOnlyDictionary<string, string> Settings(string database) => new Dictionary<string, string>
    {
        ["ConnectionStrings:Pantry"] = new NpgsqlConnectionStringBuilder(
            TestServer.AsApp(database))
        { MaxPoolSize = Connections, Timeout = 3 }.ConnectionString,
    };

    protected override void Replace(IServiceCollection services) =>
        services.ConfigureDbContext<PantryDb>(options => options.AddInterceptors(Taken));
}

/// <summary>Tells when somebody has taken so many connections.</summary>
public sealed class Taken : DbConnectionInterceptor
{
    private TaskCompletionSource _reached = new();
    private int _left;

    /// <summary>Counts from now on.</summary>
    public Task Times(int times)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _left = times;
        return _reached.Task;
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _left) == 0)
            _reached.SetResult();
        return Task.CompletedTask;
    }
}

/// <summary>Phones with a bad line: whoever sends or takes slowly keeps no connection to the database from others.</summary>
public sealed class SlowPeopleTests(FewConnectionsApp app) : IClassFixture<FewConnectionsApp>
{
    private const int Large = 2 * 1024 * 1024;

    [Fact]
    public async Task Files_that_come_slowly_keep_nobody_waiting()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(10));
        var slow = await app.SignInAsync(Cast.Head);
        var others = await app.SignInAsync(Cast.Member);
        var token = await slow.TokenAsync();
        var allAsked = app.Taken.Times(FewConnectionsApp.Connections);
        var files = Enumerable.Range(0, FewConnectionsApp.Connections).Select(_ => new SlowFile(Large, Uploads.Photo())).ToList();
        var answers = files.Select(file => SendAsync(slow, $"/expenses/bill/{bill}/receipts", token, file)).ToList();
        // Each of them has been asked who it is, and now waits for the rest of its file.
        await allAsked;
        Assert.Equal(200, (await others.GetAsync("/menus")).Status);
        files.ForEach(file => file.GoOn());
        foreach (var answer in answers)
            Assert.Equal(HttpStatusCode.Redirect, (await answer).StatusCode);
        Assert.Equal(FewConnectionsApp.Connections, (await app.ReceiptsAsync(bill)).Count);
    }

    [Fact]
    public async Task Words_that_come_slowly_keep_nobody_waiting()
    {
        var slow = await app.SignInAsync(Cast.Head);
        var others = await app.SignInAsync(Cast.Member);
        var token = await slow.TokenAsync();
        var forms = Enumerable.Range(0, FewConnectionsApp.Connections).Select(_ => new SlowFile(1024, [])).ToList();
        var answers = forms.Select(form => SendAsync(slow, "/loans/add", token, form)).ToList();
        foreach (var form in forms)
            await form.Begun;
        Assert.Equal(200, (await others.GetAsync("/menus")).Status);
        forms.ForEach(form => form.GoOn());
        foreach (var answer in answers)
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Fact]
    public async Task Files_that_are_taken_slowly_keep_nobody_waiting()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(20));
        var id = await app.AddReceiptAsync(bill);
        await TestServer.ExecuteAsync(
            TestServer.AsSuperuser(app.Database), $"UPDATE receipt_contents SET bytes = decode(repeat('00', {Large}), 'hex')");
        var report = await app.MakeReportAsync("North", 1, new DateOnly(2026, 3, 1));
        var slow = await app.SignInAsync(Cast.Head);
        var others = await app.SignInAsync(Cast.Member);
        foreach (var address in (string[])[$"/expenses/receipt/{id}", $"/expenses/report/{report.Id}/pack"])
        {
            var answers = new List<HttpResponseMessage>();
            for (var taken = 0; taken < FewConnectionsApp.Connections; taken++)
                answers.Add(await slow.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.Equal(200, (await others.GetAsync("/menus")).Status);
            foreach (var answer in answers)
            {
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
                answer.Dispose();
            }
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, string token, SlowFile file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" },
            { file, "Input.Files", "photo.jpg" } };
        return await visitor.Client.PostAsync(address, form);
    }

    /// <summary>A file whose end is only sent when the test says so; what it begins with counts.</summary>
    private sealed class SlowFile(int size, byte[] beginning) : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void GoOn() => _rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(beginning);
            await stream.FlushAsync();
            _begun.SetResult();
            await _rest.Task;
            await stream.WriteAsync(new byte[size - beginning.Length]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }
}
