using System.Net.Http.Headers;
using System.Security.Cryptography;
using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Tests.Features.Expenses.Bills.Recording;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

public sealed class ReceiptsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Guid> BillAsync(DateOnly? date = null) =>
        app.RecordAsync("North", 1, BillActs.One(10, Guid.NewGuid().ToString("N")[..12], date: date));

    [Fact]
    public async Task Photos_and_pdfs_are_kept_with_the_bill_and_seen_beside_it()
    {
        var bill = await BillAsync();
        var head = await app.SignInAsync(Cast.Head);
        var answer = await head.SendAsync(bill, ("front.jpg", Uploads.Photo()), ("paper.pdf", Uploads.Pdf(2)));
        Assert.Equal((302, $"/expenses/bill/{bill}"), (answer.Status, answer.Location));
        var page = await answer.FollowAsync();
        Assert.Equal("2 receipts are added.", page.Toast);
        Assert.Contains("2 receipts", page.Text, StringComparison.Ordinal);
        Assert.Contains("PDF, 2 pages", page.Text, StringComparison.Ordinal);
        Assert.Contains($"added by {Cast.Head.Name}", page.Text, StringComparison.Ordinal);
        var picture = page.Document.QuerySelector("main .receipts img")!;
        Assert.Equal(200, (await head.GetAsync(picture.GetAttribute("src")!)).Status);
        Assert.NotEqual("", picture.GetAttribute("alt"));
        // Members see them and change nothing.
        var seen = await (await app.SignInAsync(Cast.Member)).GetAsync($"/expenses/bill/{bill}");
        Assert.Single(seen.Document.QuerySelectorAll("main .receipts img"));
        Assert.Null(seen.Document.QuerySelector("main form, main a[href*='/remove']"));
    }

    [Fact]
    public async Task A_receipt_is_handed_out_so_that_it_can_do_no_harm()
    {
        var bill = await BillAsync();
        var photo = await app.AddReceiptAsync(bill, "../../x.jpg");
        var pdf = await app.AddReceiptAsync(bill, "C:\\y.pdf", Uploads.Pdf());
        var member = await app.SignInAsync(Cast.Member);
        foreach (var (id, type, disposition,
            name) in new[] { (photo, "image/jpeg", "inline", "x.jpg"), (pdf, "application/pdf", "attachment", "y.pdf") })
        {
            var answer = await member.GetAsync($"/expenses/receipt/{id}");
            Assert.Equal((200, type), (answer.Status, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal((disposition, name),
                (answer.Content.Headers.ContentDisposition!.DispositionType,
                    answer.Content.Headers.ContentDisposition.FileName?.Trim('"')));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        Assert.Equal("attachment",
            (await member.GetAsync($"/expenses/receipt/{photo}?save=yes")).Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("sandbox", (await member.GetAsync("/expenses")).Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_is_what_its_checksum_says()
    {
        var bill = await BillAsync();
        await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("photo.jpg", Uploads.Photo()));
        var receipt = Assert.Single(await app.ReceiptsAsync(bill));
        Assert.Equal(SHA256.HashData(receipt.Content!.Bytes), receipt.Sha256);
        Assert.Equal(receipt.Content.Bytes.Length, receipt.Size);
        var entry = await app.ReadAsync("North", db => db.AuditEntries.SingleAsync(entry => entry.ThingId == receipt.Id));
        Assert.Equal((Cast.Head.Name, "Added"), (entry.ActorName, entry.Kind));
    }

    [Fact]
    public async Task The_same_file_twice_is_kept_once_whatever_it_is_called_and_however_often_it_is_sent_at_once()
    {
        var bill = await BillAsync();
        var photo = Uploads.Photo();
        var head = await app.SignInAsync(Cast.Head);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(at => head.SendAsync(bill, ($"{at}.jpg", photo), ("again.jpg", photo))));
        Assert.Single(await app.ReceiptsAsync(bill));
        Assert.Equal("The bill already has this receipt.", (await (await head.SendAsync(bill, ("other.jpg", photo))).FollowAsync()).Toast);
        // With another bill it is another receipt.
        await app.AddReceiptAsync(await BillAsync(), content: photo);
    }

    [Fact]
    public async Task What_is_in_order_is_kept_and_what_is_not_is_named()
    {
        var bill = await BillAsync();
        var answer = await (await app.SignInAsync(Cast.Head)).SendAsync(bill, ("good.jpg", Uploads.Photo()),
            ("liar.jpg", "<svg onload=alert(1)>"u8.ToArray()), ("empty.pdf", []), (new string('n', 400) + ".pdf", Uploads.Pdf(21)));
        Assert.Equal((200, "Some files cannot be added"), (answer.Status, answer.Answer));
        Assert.Contains("The receipt is added.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("liar.jpg is neither a photo", answer.Text, StringComparison.Ordinal);
        Assert.Contains("empty.pdf is empty", answer.Text, StringComparison.Ordinal);
        Assert.Contains("has 21 pages", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('n', 100), answer.Text, StringComparison.Ordinal);
        Assert.Single(await app.ReceiptsAsync(bill));
    }

    [Fact]
    public async Task Too_large_too_many_and_nothing_at_all_are_answered_in_words()
    {
        var bill = await BillAsync();
        var head = await app.SignInAsync(Cast.Head);
        Assert.Equal("Choose a photo or a PDF first.",
            Assert.Single((await head.SendAsync(bill)).Document.QuerySelectorAll(".callout.bad")).TextContent.Trim());
        Assert.Contains("big.jpg is larger than 10 MB", (await head.SendAsync(bill, ("big.jpg", new byte[100 * 1024 * 1024]))).Text,
            StringComparison.Ordinal);
        Assert.Contains("you chose 11",
            (await head.SendAsync(bill, [.. Enumerable.Range(0, 11).Select(at => ($"{at}.jpg", Uploads.Photo()))])).Text,
            StringComparison.Ordinal);
        Assert.Empty(await app.ReceiptsAsync(bill));
        var over = new HttpRequestMessage(HttpMethod.Post, $"/expenses/bill/{bill}/receipts") { Content = new ByteArrayContent([1]) };
        over.Content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", "x") } };
        over.Content.Headers.ContentLength = ReceiptLimits.Request + 1L;
        var answer = await head.ReadAsync(over.RequestUri!.OriginalString, await head.Client.SendAsync(over));
        Assert.Contains("The files were too large together.", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_takes_ten_receipts_even_when_more_are_sent_at_once()
    {
        var bill = await BillAsync();
        var head = await app.SignInAsync(Cast.Head);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => head.SendAsync(bill, [.. Enumerable.Range(0, 5).Select(at => ($"{at}.jpg", Uploads.Photo()))])));
        Assert.Equal(10, (await app.ReceiptsAsync(bill)).Count);
        Assert.Contains(answers, answer => answer.Text.Contains("A bill can have 10 receipts", StringComparison.Ordinal));
        Assert.Null((await head.GetAsync($"/expenses/bill/{bill}")).Document.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task A_removed_receipt_is_out_of_sight_and_the_reason_is_in_the_audit_trail()
    {
        var bill = await BillAsync();
        var head = await app.SignInAsync(Cast.Head);
        var photo = Uploads.Photo();
        var id = await app.AddReceiptAsync(bill, content: photo);
        var form = await head.GetAsync($"/expenses/receipt/{id}/remove");
        Assert.Equal(
            ["Input_Reason: Write why you remove this receipt."], (await form.SubmitAsync(new() { ["Input.Reason"] = " " })).Errors);
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Reason"] = "Another shop's" })).Status);
        Assert.Equal((404, 404),
            ((await head.GetAsync($"/expenses/receipt/{id}")).Status,
                (await form.SubmitAsync(new() { ["Input.Reason"] = "Again" })).Status));
        Assert.Contains("No receipt yet", (await head.GetAsync($"/expenses/bill/{bill}")).Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await app.ReceiptsAsync(bill)).RemovedAt);
        Assert.Equal("Another shop's",
            await app.ReadAsync("North",
                db => db.AuditEntries.Where(entry => entry.ThingId == id && entry.Kind == "Changed").Select(entry => entry.Reason)
                    .SingleAsync()));
        // It may come back, as a new one.
        Assert.NotEqual(id, await app.AddReceiptAsync(bill, content: photo));
    }

    [Fact]
    public async Task The_list_says_which_bills_have_receipts()
    {
        var date = new DateOnly(2024, 8, 9);
        await app.RecordAsync("North", 1, BillActs.One(1, "WITHOUT", date: date));
        var with = await app.RecordAsync("North", 1, BillActs.One(2, "WITH", date: date));
        await app.AddReceiptAsync(with);
        await app.AddReceiptAsync(with);
        var rows = (await (await app.SignInAsync(Cast.Member)).GetAsync("/expenses?month=2024-08")).Document.QuerySelectorAll("li.item")
            .Select(row => row.TextContent).ToList();
        Assert.Contains("2 receipts", rows.Single(row => row.Contains("· WITH ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("no receipt", rows.Single(row => row.Contains("WITHOUT", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_bill_offers_to_add_its_receipt()
    {
        var head = await app.SignInAsync(Cast.Head);
        var answer = await (await head.RecordAsync(BillActs.One(77, "OFFERS", "A new shop").Typed())).FollowAsync();
        var bill = (await app.LatestBillAsync()).Id;
        Assert.Equal($"/expenses/bill/{bill}/receipts", answer.Document.QuerySelector(".toast-line a")!.GetAttribute("href"));
    }
}
