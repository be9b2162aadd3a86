using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Budgets.Ledgers;

/// <summary>
/// Whatever people do to a floor's books, in whatever order: the ledger is the sum of the bills that count, and what is refused is what
/// the rules refuse. A model in memory does the same day by day.
/// </summary>
public sealed class MoneyModelTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly Gen<(MoneyModel.Act Act, int A, int B, int C)[]> Steps =
        Gen.Select(Gen.Enum<MoneyModel.Act>(), Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Int[1, 500_000]).Array[15, 35];

    [Fact]
    public void The_ledger_equals_the_bills_to_the_paisa_after_every_step() =>
        Steps.Sample(steps => new MoneyModel(app).PlayAsync(steps).GetAwaiter().GetResult(), iter: 10, threads: 1);
}
