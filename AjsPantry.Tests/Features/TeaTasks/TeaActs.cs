using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.TeaTasks;

/// <summary>What people of a floor do with a tea, ready to be begun.</summary>
internal sealed class TeaActs(PantryApp app, FloorView floor)
{
    public Func<Task<string>> Accept(Person person, Guid id) =>
        app.Act<AcceptDuty, TeaDuty>(person, floor, handler => handler.HandleAsync(floor.Id, id, default));

    public async Task<Func<Task<string>>> GiveAsync(Person person, Guid id, Person to)
    {
        var input = new ReassignDuty.Input { Person = $"{await app.IdAsync(to)}", Reason = "Your turn" };
        return app.Act<ReassignDuty.Handler, TeaDuty>(person, floor, handler => handler.HandleAsync(floor.Id, id, input, default));
    }

    public Func<Task<string>> Ask(Person person, Guid id, string of = AskTeaSwap.Everybody)
    {
        var input = new AskTeaSwap.Input { Of = of };
        return app.Act<AskTeaSwap.Handler, TeaSwap>(person, floor, handler => handler.HandleAsync(floor.Id, id, input, default));
    }

    public Func<Task<string>> TakeOver(Person person, Guid swap) =>
        app.Act<AnswerTeaSwap.Handler, TeaDuty>(person, floor, handler => handler.AcceptAsync(floor.Id, swap, default));

    public Func<Task<string>> Decline(Person person, Guid swap) =>
        app.Act<AnswerTeaSwap.Handler, TeaSwap>(person, floor, handler => handler.DeclineAsync(floor.Id, swap, new(), default));

    public Func<Task<string>> Withdraw(Person person, Guid swap) =>
        app.Act<AnswerTeaSwap.Handler, TeaSwap>(person, floor, handler => handler.WithdrawAsync(floor.Id, swap, default));

    public Func<Task<string>> GiveUp(Person person, Guid id)
    {
        var input = new DeclineDuty.Input { Reason = "Exams" };
        return app.Act<DeclineDuty.Handler, TeaDuty>(person, floor, handler => handler.HandleAsync(floor.Id, id, input, default));
    }

    public Func<Task<string>> Cancel(Person person, Guid id, string reason = "Holiday")
    {
        var input = new CancelDuty.Input { Reason = reason };
        return app.Act<CancelDuty.Handler, TeaDuty>(person, floor, handler => handler.HandleAsync(floor.Id, id, input, default));
    }
}
