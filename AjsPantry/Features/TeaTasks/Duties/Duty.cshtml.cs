using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>A page about one duty of the floor.</summary>
public abstract class DutyPage(DutyQuery query) : ThingPage<DutyView>
{
    public DutyView Duty => Thing;

    public bool Mine => Duty.MemberId == Person.Id;

    public bool Manages => Person.May(Permission.ManageTea);

    /// <summary>Thu 17 Dec, Morning 06:30.</summary>
    public string When => $"{Day(Duty.Date)}, {Duty.Slot}{(Duty.At is { } at ? $" {at:HH\\:mm}" : "")}";

    public bool MayAccept => Mine && TeaStates.MayAccept(Duty.State, Duty.Date, Today);

    /// <summary>The person may decline it, or ask for a swap.</summary>
    public bool MayLeave => Mine && TeaStates.MayMove(Duty.State, Duty.Date, Today);

    /// <summary>Whoever manages tea may give it to somebody else, or cancel it.</summary>
    public bool MayMove => Manages && TeaStates.MayMove(Duty.State, Duty.Date, Today);

    public bool MayMark =>
        Duty.MemberId is not null
            && ((Mine && TeaStates.MayMarkOwn(Duty.State, Duty.Date, Today))
                || (Manages && TeaStates.MayMark(Duty.State, Duty.Date, Today)));

    /// <summary>The person may take back what was said of it.</summary>
    public bool MayUnmark =>
        Duty.State.IsMarked() && ((Manages && !Mine) || TeaStates.MayUnmarkOwn(Duty.MarkedById, Duty.ConfirmedById, Person.Id));

    /// <summary>The time of the tea is past.</summary>
    public bool IsOver => !TeaStates.IsToCome(Duty.Date, Duty.At, Tenant.Now(Clock).DateTime);

    protected override Task<DutyView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToDuty(Guid? id = null) => ToPage("/TeaTasks/Duties/Duty", new { id = id ?? Id });

    /// <summary>Where a page of an act leads when the act is not possible: to the duty, which says how it stands.</summary>
    protected IActionResult PageOrDuty(bool may) => may ? Page() : ToDuty();
}

public sealed class DutyModel(DutyQuery query, UnmarkDuty unmark) : DutyPage(query)
{
    /// <summary>The page in one sentence.</summary>
    public string Answer => (Duty.State, Short(Duty.MemberId)) switch
    {
        (TeaState.Swapped, var name) => $"{Short(Duty.NextMemberId) ?? "Somebody"} took over from {name}",
        (TeaState.Cancelled, _) when Duty.NextId is null => "This tea is cancelled",
        (TeaState.Cancelled, _) => Duty.Next is null ? "Nobody makes this tea yet" : $"{Short(Duty.NextMemberId)} makes this tea",
        (_, null) => "Nobody makes this tea yet",
        (TeaState.Done, var name) => Mine ? "You made tea" : $"{name} made tea",
        (TeaState.Missed, var name) => Mine ? "You missed this tea" : $"{name} missed this tea",
        (TeaState.NotConfirmed, var name) => Mine ? "Did you make tea?" : $"Did {name} make tea?",
        (_, var name) when IsOver => Mine ? "Did you make tea?" : $"Did {name} make tea?",
        (_, var name) =>
            Mine ? $"You make tea {(Duty.Date == Today ? "today" : Duty.Date == Today.AddDays(1) ? "tomorrow" : $"on {Day(Duty.Date)}")}"
                : $"{name} makes this tea",
    };

    private string? Short(Guid? id) =>
        id is { } known ? Tenant.NamesApart(Duty.People.With([(Duty.MemberId, Duty.Name), (Duty.NextMemberId, Duty.Next)]))[known] : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostUnmarkAsync(CancellationToken cancellationToken)
    {
        if (await unmark.HandleAsync(Floor.Id, Id, cancellationToken) is not { } outcome)
            return Forbid();
        Toast = outcome.IsDone ? "Undone. Mark it again as done or missed." : outcome.Messages[0].Text;
        return ToDuty();
    }
}
