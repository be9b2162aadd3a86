using AjsPantry.Infrastructure.Documents;
using AjsPantry.Tests.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AjsPantry.Tests.Features.Feedback.Ratings.Photos;

/// <summary>An application to which every file takes too long.</summary>
public sealed class ImpatientUploadApp : PantryApp
{
    protected override void Replace(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<FileInspector, Impatience>());

    private sealed class Impatience : FileInspector
    {
        public override Task<T> RunAsync<T>(Func<T> open, Func<T> tooLong, CancellationToken cancellationToken) =>
            Task.FromResult(tooLong());
    }
}

public sealed class PhotoRefusalTests(ImpatientUploadApp app) : IClassFixture<ImpatientUploadApp>
{
    [Fact]
    public async Task A_photo_that_takes_too_long_to_open_is_refused_and_nothing_is_saved()
    {
        var meal = await app.PlanAsync(new DateOnly(2026, 3, 14), "Slow photo");
        var visitor = await app.SignInAsync(Cast.Member);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await visitor.TokenAsync()), "__RequestVerificationToken" },
            { new StringContent("4"), "Input.Stars" },
            { new ByteArrayContent(Uploads.Photo()), "Input.Photo", "plate.jpg" },
        };
        var before = await Rows.ReadAsync(app.Database);
        var answer = await visitor.ReadAsync($"/feedback/{meal}", await visitor.Client.PostAsync($"/feedback/{meal}", form));
        Assert.Equal(["Input_Photo: It takes too long to open. Take another photo."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_list_of_people_that_takes_too_long_to_read_is_refused()
    {
        var answer = await app.PasteAsync("7001, 7002");
        Assert.Equal(
            ["Input_Pasted: The list takes too long to read. Copy the people into a new file and choose that one."], answer.Errors);
    }

    [Fact]
    public async Task A_receipt_that_takes_too_long_to_open_is_named_and_not_kept()
    {
        var bill = await app.RecordAsync("North", 1, BillActs.One(40));
        var before = await Rows.ReadAsync(app.Database);
        var answer = await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("slow.pdf", Uploads.Pdf()));
        Assert.Contains("slow.pdf takes too long to open. Take a photo of it instead.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }
}
