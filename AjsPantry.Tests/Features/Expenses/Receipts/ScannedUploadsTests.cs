using System.Text;
using AjsPantry.Infrastructure.Documents;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

/// <summary>The application with a scanner.</summary>
public sealed class ScannedApp : PantryApp
{
    public FakeScanner Scanner { get; } = new();

    protected override bool IsShared => false;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Scanner.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override IReadOnlyDictionary<string, string> Settings(string database) =>
        new Dictionary<string, string> { [FileScanner.Setting] = Scanner.Address };
}

public sealed class ScannedUploadsTests(ScannedApp app) : IClassFixture<ScannedApp>
{
    [Fact]
    public async Task What_the_scanner_finds_is_refused_and_what_it_does_not_is_kept()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(10));
        var head = await app.SignInAsync(Cast.Head);
        // A PDF reader finds its way past what stands behind the end.
        byte[] infected = [.. Uploads.Pdf(), .. Encoding.Latin1.GetBytes(FakeScanner.Virus)];
        var refused = await head.SendAsync(bill, ("paper.pdf", infected));
        Assert.Contains("The virus scanner found something in this file, so it was not saved. Do not open it, and tell an admin.",
            refused.Text, StringComparison.Ordinal);
        Assert.Empty(await app.ReceiptsAsync(bill));

        var photo = Uploads.Photo(400, 600);
        Assert.Equal(302, (await head.SendAsync(bill, ("photo.jpg", photo))).Status);
        Assert.Single(await app.ReceiptsAsync(bill));
        Assert.Contains(photo.Length, app.Scanner.Seen);
    }

    [Fact]
    public async Task A_scanner_that_does_not_know_lets_nothing_through()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(10));
        app.Scanner.IsBroken = true;
        var refused = await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("photo.jpg", Uploads.Photo()));
        app.Scanner.IsBroken = false;
        Assert.Contains("This file could not be checked for viruses, so it was not saved. Try again in a few minutes.", refused.Text,
            StringComparison.Ordinal);
        Assert.Empty(await app.ReceiptsAsync(bill));
    }
}
