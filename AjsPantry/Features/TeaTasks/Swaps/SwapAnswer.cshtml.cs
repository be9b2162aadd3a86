using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>A question about a swap, for those who are asked and for whoever asked.</summary>
public sealed class AnswerTeaSwapModel(TeaSwapQuery query, TeaSwapCourse course) : ThingPage<TeaSwapView>
{
    [BindProperty]
    public AnswerSwap.Input Input { get; set; } = new();

    public TeaSwapView Swap => Thing;

    public bool IsOpen => Swap.State == SwapState.Asked && Swap.Date >= Today;

    public bool AskedByMe => Swap.AskedById == Person.Id;

    /// <summary>The person may take it over. Admins belong to no floor and make no tea.</summary>
    public bool AsksMe => !AskedByMe && Person.Floor is not null && (Swap.AskedOfId is null || Swap.AskedOfId == Person.Id);

    public string Answer => Swap.State switch
    {
        SwapState.Accepted => $"{First(Swap.AnsweredById)} took it over",
        SwapState.Declined => $"{First(Swap.AnsweredById)} cannot",
        SwapState.Withdrawn => "The question was withdrawn",
        SwapState.Lapsed => "The question has expired",
        _ when !IsOpen => "This day is over",
        _ when AskedByMe => "Nobody has answered yet",
        _ => $"Can you make tea instead of {First(Swap.AskedById)}?",
    };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!AsksMe)
            return Forbid();
        if (await course.AcceptAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        await FindAsync(cancellationToken);
        if (!outcome.IsDone)
            return Page();
        Toast = $"You make tea on {Day(Swap.Date)}. {First(Swap.AskedById)} gets a notification.";
        return ToPage("/TeaTasks/Duties/Duty", new { Id = Swap.TakenId });
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken)
    {
        if (Swap.AskedOfId != Person.Id)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await course.DeclineAsync(Floor.Id, Id, Input, cancellationToken);
        Toast = outcome is { IsDone: true } ? $"{First(Swap.AskedById)} gets a notification." : outcome?.Messages[0].Text;
        return ToPage("/TeaTasks/Month/Index");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (!AskedByMe)
            return Forbid();
        var outcome = await course.WithdrawAsync(Floor.Id, Id, cancellationToken);
        Toast = outcome is { IsDone: true } ? "The question is withdrawn. You still make this tea." : outcome?.Messages[0].Text;
        return ToPage("/TeaTasks/Duties/Duty", new { Id = Swap.DutyId });
    }

    protected override Task<TeaSwapView?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, cancellationToken);

    private string First(Guid? id) =>
        id is { } known ? Tenant.NamesApart(Swap.People.With([(Swap.AskedById, Swap.AskedBy), (Swap.AnsweredById, Swap.AnsweredBy)]))[known]
            : "Somebody";
}
