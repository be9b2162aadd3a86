using AjsPantry.Tests.Features.Expenses.Bills.Recording;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

public sealed class ClosedMeanwhileTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    [Fact]
    public async Task A_bill_of_a_month_that_was_closed_and_reopened_while_it_was_saved_is_saved_with_a_second_try()
    {
        var floor = await app.FloorAsync("North", 1);
        var head = await app.SignInAsync(Cast.Head);
        var closing = Guid.Empty;
        app.Meanwhile.Before("INSERT INTO bills", async () => closing = await app.CloseAsync(floor, ClosedMonthActs.February));
        app.Meanwhile.Before("FROM month_closings", () => app.ReopenAsync(floor, closing));
        var bill = BillActs.One(40, "MEANWHILE", date: ClosedMonthActs.February.AddDays(9));
        var answer = await head.RecordAsync(bill.Typed());
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Date: The month was closed and reopened in the meantime. Save again."], answer.Errors);
        Assert.Equal("MEANWHILE", answer.Value("Input.Number"));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
    }
}
