using AjsPantry.Tests.Features.Expenses.Bills.Recording;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>A tenant that writes commas before decimals.</summary>
public sealed class OtherCultureTests(PantryApp app) : IClassFixture<PantryApp>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() =>
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database),
            "UPDATE tenants SET culture = 'de-DE', currency = 'EUR', time_zone = 'Europe/Berlin' WHERE code = 'south'");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Amounts_are_written_and_read_as_in_Germany_all_the_way_round()
    {
        var head = await app.SignInAsync(Cast.OtherTenantHead);
        var typed = new Dictionary<string,
            string>(BillActs.One(1)
                .Typed())
        { ["Input.Lines[0].Quantity"] = "2,5", ["Input.Lines[0].Amount"] = "1.234,50", ["Input.Charges"] = "€ 2,05" };
        Assert.Equal(302, (await head.RecordAsync(typed)).Status);
        var bill = await app.LatestBillAsync("South");
        Assert.Equal((2.5m, 1234.5m, 1236.55m), (bill.Lines[0].Quantity, bill.Lines[0].Amount, bill.Total));
        Assert.Contains("€1.236,55", (await head.GetAsync("/expenses")).Answer, StringComparison.Ordinal);

        var form = await head.GetAsync($"/expenses/bill/{bill.Id}/edit");
        Assert.Equal(("2,5", "1234,50", "2,05"),
            (form.Value("Input.Lines[0].Quantity"), form.Value("Input.Lines[0].Amount"), form.Value("Input.Charges")));
        Assert.Equal(302, (await form.SubmitAsync([])).Status);
        Assert.Equal(bill.Version, (await app.BillAsync("South", bill.Id)).Version);
    }

    [Theory]
    [InlineData("Amount", "1,234", "Write the amount in digits, with two decimals at most, such as 460,00.")]
    [InlineData("Quantity", "1,2345", "Write the quantity in digits, with three decimals at most, such as 1,5.")]
    [InlineData("Quantity", "10000000", "Use 9.999.999,999 or less.")]
    public async Task Advice_is_given_in_the_tenants_own_way(string field, string typed, string message)
    {
        var answer = await (await app.SignInAsync(Cast.OtherTenantHead))
            .RecordAsync(new(BillActs.One(1).Typed()) { ["Input.Lines[0].Amount"] = "1", [$"Input.Lines[0].{field}"] = typed });
        Assert.Equal([$"Input_Lines_0__{field}: {message}"], answer.Errors);
    }
}
