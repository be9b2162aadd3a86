using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using SwapState = AjsPantry.Features.Shared.Swaps.SwapState;

namespace AjsPantry.Tests.Features.TeaTasks;

/// <summary>What people of a floor do with a tea, ready to be begun.</summary>
internal sealed class TeaActs(PantryApp app, FloorView floor)
{
    public static async Task<TeaActs> BeginAsync(PantryApp app) => new(app, await app.FloorAsync("North", 1));

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
        return app.Act<TeaSwapCourse, TeaSwap>(person, floor, course => course.AskAsync(floor.Id, id, input, default));
    }

    public Func<Task<string>> TakeOver(Person person, Guid swap) =>
        app.Act<TeaSwapCourse, TeaSwap>(person, floor, course => course.AcceptAsync(floor.Id, swap, new(), default));

    public Func<Task<string>> Decline(Person person, Guid swap) =>
        app.Act<TeaSwapCourse, TeaSwap>(person, floor, course => course.DeclineAsync(floor.Id, swap, new(), default));

    public Func<Task<string>> Withdraw(Person person, Guid swap) =>
        app.Act<TeaSwapCourse, TeaSwap>(person, floor, course => course.WithdrawAsync(floor.Id, swap, default));

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

    public async Task<Func<Task<string>>> DeactivateAsync(Person person)
    {
        var id = await app.IdAsync(person);
        var input = new Deactivate.Input { Reason = "Left" };
        return app.Act<Deactivate.Handler, Member>(Cast.Admin, floor, handler => handler.HandleAsync(id, input, default));
    }

    /// <summary>A tea that was given away stands once, with who makes it now.</summary>
    public async Task HasOneFollowerAsync(Guid id, Person? person)
    {
        var next = await app.NextAsync(id);
        Guid? holder = person is null ? null : await app.IdAsync(person);
        Assert.Equal(holder, next.MemberId);
        Assert.Equal(
            1, await app.ReadAsync("North", db => db.TeaDuties.CountAsync(duty => duty.Date == next.Date && duty.EndedAt == null)));
    }

    /// <summary>How each question about a tea stands.</summary>
    public Task<List<SwapState>> SwapsAsync(Guid duty) =>
        app.ReadAsync("North", db => db.TeaSwaps.Where(swap => swap.DutyId == duty).Select(swap => swap.State).ToListAsync());

    /// <summary>What each of those is told who meet at one tea.</summary>
    public Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("tea_duties", id, acts);

    /// <summary>The same for all the teas of the floor.</summary>
    public Task<string[]> MeetAtTeaAsync(params Func<Task<string>>[] acts) =>
        app.MeetAtTeaAsync(Cast.TenantId("North"), floor.Id, acts);
}
